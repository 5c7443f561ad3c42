import { z } from 'zod';
import { type ProblemName, problems } from '../errors.ts';
import type { Operation } from './operation.ts';
import { innerSchema, isCommaList } from './parameters.ts';
import { ProblemBody, problemExample } from './problem-body.ts';
import { problemMediaType } from './problems.ts';

/** A line of the route table. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  operation: Operation;
}

type Json = Record<string, unknown>;

/**
 * The API as OpenAPI 3.1, made from the route table and the zod schemas that the handlers use themselves; so it
 * can't say what they don't do.
 */
export function describeApi(routes: Route[], { version, base }: { version: string; base: string }): Json {
  const shown = routes.filter(({ operation }) => !operation.hidden);
  const schemas = componentSchemas(shown.map(({ operation }) => operation));
  const paths: Record<string, Json> = {};
  for (const { method, path, operation } of shown) {
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = {
      ...paths[template],
      [method.toLowerCase()]: describeOperation(method, operation, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version,
      summary: 'A news archive: articles, the people and topics in them, and who said what.',
      description,
      contact: { name: 'The Dateline maintainers' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base || '/', description: 'This server.' }],
    security: [],
    tags: Object.entries(groups).map(([name, text]) => ({ name, description: text })),
    paths,
    components: {
      schemas: schemas.components,
      responses: problemResponses(shown),
      headers,
      parameters: requestHeaders,
    },
  };
}

const description = `Articles and what is in them, read-only and open.

Lists answer \`{data, page, links, meta}\`, items \`{data, links}\`. \`meta.query\` says how the request was understood. Follow \`links.next\`, or hand \`page.next\` back as \`cursor\`.

Problems are [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) documents; the address in \`type\` explains each. An unknown parameter is a problem, unless the request says \`Prefer: handling=lenient\`.

Every answer has a strong \`ETag\`; send it back as \`If-None-Match\` and an unchanged answer costs a 304. \`X-Total-Count\` is there when a total is exact; with \`relation: gte\` only \`page.total\` says how far it was counted.`;

const groups = {
  Articles: 'Articles: list, search, read.',
  People: 'The people in the articles.',
  Topics: 'What the articles are about.',
  Organizations: 'The organizations in the articles.',
  Places: 'The places in the articles.',
  Tags: 'People, topics, organizations and places in one list.',
  Quotes: 'Who said what.',
  Archive: 'The archive as a whole.',
  Service: 'The state of the server and the catalogue of problems.',
} satisfies Record<Operation['group'], string>;

interface Schemas {
  components: Record<string, unknown>;
  of: (operation: Operation) => unknown;
}

/** All answers converted in one go, so that each named schema becomes one component. */
function componentSchemas(operations: Operation[]): Schemas {
  const answers = operations.flatMap(({ id, answers }) => (answers ? [[id, answers] as const] : []));
  const whole = jsonSchema(z.object({ ...Object.fromEntries(answers), ProblemBody }), 'output');
  const { $defs = {}, properties = {} } = z
    .object({ $defs: z.record(z.string(), z.unknown()), properties: z.record(z.string(), z.unknown()) })
    .partial()
    .parse(whole);
  return { components: $defs, of: ({ id }) => properties[id] };
}

/** A zod schema as JSON Schema 2020-12 whose references lead to the components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const converted = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema: json }) {
      delete json.id;
      delete json.explode;
      if (json.additionalProperties === false) delete json.additionalProperties;
      if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
      if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
      if ('example' in json) {
        json.examples = [json.example];
        delete json.example;
      }
    },
  });
  const text = JSON.stringify(converted).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, ...rest } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return rest;
}

function describeOperation(method: 'GET' | 'POST', operation: Operation, schemas: Schemas): Json {
  const { id, group, summary, description: text, path = {}, parameters, takesBody } = operation;
  const inPath = Object.entries(path).map(([name, { description: what, example }]) => ({
    name,
    in: 'path',
    required: true,
    description: what,
    schema: { type: 'string' },
    example,
  }));
  const inQuery = takesBody ? [] : Object.entries(parameters.shape).map(queryParameter);
  return {
    operationId: id,
    tags: [group],
    summary,
    description: text,
    parameters: [...inPath, ...inQuery, ...headerReferences(method, operation)],
    ...(takesBody && {
      requestBody: {
        required: true,
        description: 'The parameters of the list by name.',
        content: {
          'application/json': {
            schema: jsonSchema(parameters, 'input'),
            example: { tag: ['person/josep-borrell'], limit: 20 },
          },
        },
      },
    }),
    responses: responsesOf(method, operation, schemas),
  };
}

function queryParameter([name, field]: [string, z.core.$ZodType]): Json {
  const schema = z.object({ [name]: field as z.ZodType });
  const { properties } = z
    .object({ properties: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(jsonSchema(schema, 'input'));
  const { description: text, examples, ...rest } = properties[name] ?? {};
  const example = Array.isArray(examples) ? { example: examples[0] } : {};
  const isList = innerSchema(field) instanceof z.ZodArray;
  return {
    name,
    in: 'query',
    description: text,
    required: false,
    ...(isList && { style: 'form', explode: !isCommaList(field) }),
    schema: rest,
    ...example,
  };
}

function headerReferences(method: string, { lifetime }: Operation): Json[] {
  const names = [
    ...(method === 'GET' && lifetime !== 'now' ? ['IfNoneMatch'] : []),
    ...(lifetime === 'list' || lifetime === 'item' ? ['IfModifiedSince'] : []),
    'Prefer',
    'RequestId',
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function responsesOf(method: string, operation: Operation, schemas: Schemas): Json {
  const { produces, lifetime, path, problems: names = [], answers } = operation;
  const isCached = lifetime !== 'now';
  const isList = names.includes('invalid-cursor');
  const header = (name: string) => ({ [name]: { $ref: `#/components/headers/${name}` } });
  const sent = {
    ...header('X-Request-Id'),
    ...header('Cache-Control'),
    ...header('Vary'),
    ...(isCached && header('ETag')),
    ...((lifetime === 'list' || lifetime === 'item') && header('Last-Modified')),
    ...header('Link'),
    ...(isList && header('X-Total-Count')),
  };
  const content = Object.fromEntries(
    produces.map((type) => [
      type,
      {
        schema:
          type === 'application/json' ? schemas.of(operation) : { type: 'string', description: 'A page.' },
      },
    ]),
  );
  const withPath = path !== undefined && names.includes('not-found') && lifetime !== 'program';
  return {
    200: {
      description: answers?.description ?? answers?.meta()?.description ?? 'The answer.',
      headers: sent,
      content,
    },
    ...(method === 'GET' &&
      isCached && {
        304: {
          description: 'The client has this answer already.',
          headers: { ...header('ETag'), ...header('Cache-Control'), ...header('Vary') },
        },
      }),
    ...(withPath && {
      308: {
        description: 'It has a new slug; the same query holds there.',
        headers: header('Location'),
      },
    }),
    ...Object.fromEntries(
      statusesOf(operation).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
    ),
  };
}

/** Problems that any operation can have. */
const everywhere: ProblemName[] = [
  'invalid-parameter',
  'malformed-request',
  'not-acceptable',
  'url-too-long',
  'internal-error',
];

function problemsOf({ problems: own = [], lifetime, id }: Operation): ProblemName[] {
  const asksArchive = lifetime !== 'program' && id !== 'getHealth';
  return [...everywhere, ...own, ...(asksArchive ? ['archive-unavailable' as const] : [])];
}

function statusesOf(operation: Operation): number[] {
  return [...new Set(problemsOf(operation).map((name) => problems[name].status))].sort();
}

function problemResponses(routes: Route[]): Json {
  const used = [...new Set(routes.flatMap(({ operation }) => problemsOf(operation)))];
  const byStatus = Map.groupBy(used, (name) => problems[name].status);
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      `Problem${status}`,
      {
        description: `${names.map((name) => problems[name].title).join('; or: ')}.`,
        headers: {
          'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
          ...(status === 503 && { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }),
        },
        content: {
          [problemMediaType]: {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              names.map((name) => [name, { summary: problems[name].title, value: problemExample(name) }]),
            ),
          },
        },
      },
    ]),
  );
}

const headerOf = (text: string, example: unknown, type = 'string') => ({
  description: text,
  schema: { type },
  example,
});

const headers = {
  'X-Request-Id': headerOf(
    'Names this request in the logs; yours, if you sent one.',
    '6f1c2a9e-0b1d-4c55-9d3e-2f6a1f0d7b11',
  ),
  'Cache-Control': headerOf(
    'How long the answer may be kept.',
    'public, max-age=5, stale-while-revalidate=60',
  ),
  Vary: headerOf('Request headers that the answer depends on.', 'Accept, Accept-Encoding'),
  ETag: headerOf('A strong validator of this representation.', '"Yx0bq3m6k1Q2Zr8sT4uVwA-br"'),
  'Last-Modified': headerOf('When the archive last changed.', 'Sun, 03 Nov 2024 12:00:00 GMT'),
  Link: headerOf(
    'Related addresses (RFC 8288): next, prev, first, self, canonical, service-desc.',
    '</v1/articles>; rel="self"',
  ),
  'X-Total-Count': headerOf('How many items the whole list has; only when that is exact.', 12, 'integer'),
  'Retry-After': headerOf('Seconds after which to try again.', 5, 'integer'),
  Location: headerOf('The new address.', '/v1/people/josep-borrell'),
};

const headerParameter = (name: string, text: string, example: string) => ({
  name,
  in: 'header',
  required: false,
  description: text,
  schema: { type: 'string' },
  example,
});

const requestHeaders = {
  IfNoneMatch: headerParameter(
    'If-None-Match',
    'Entity tags that the client holds.',
    '"Yx0bq3m6k1Q2Zr8sT4uVwA-br"',
  ),
  IfModifiedSince: headerParameter(
    'If-Modified-Since',
    'The Last-Modified that the client holds.',
    'Sun, 03 Nov 2024 12:00:00 GMT',
  ),
  Prefer: headerParameter('Prefer', '`handling=lenient` has unknown parameters ignored.', 'handling=lenient'),
  RequestId: headerParameter('X-Request-Id', 'A name for this request, for the logs.', 'my-request-1'),
};
