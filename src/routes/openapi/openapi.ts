import { z } from 'zod';
import { requestHeaders, responseHeaders } from '../../http/documented-headers.ts';
import type { Operation } from '../../http/operation.ts';
import { innerSchema, isCommaList } from '../../http/request/parameters.ts';
import type { Route } from '../route.ts';
import { contentOf, formatExamples, formatParameter } from './formats.ts';
import { problemResponses, statusesOf } from './problem-responses.ts';
import { componentSchemas, jsonSchema, type Schemas } from './schemas.ts';

type Json = Record<string, unknown>;

type Described = Json & { parameters: Json[]; responses: Record<string | number, Json> };

/** Returns the OpenAPI 3.1 document. It is made from the route table and the zod schemas of the handlers. */
export async function describeApi(
  routes: Route[],
  { version, base }: { version: string; base: string },
): Promise<Json> {
  const shown = routes.filter(({ operation }) => !operation.hidden);
  const schemas = componentSchemas(shown.map(({ operation }) => operation));
  const paths: Record<string, Json> = {};
  for (const { method, path, operation } of shown) {
    const template = path.replace(/:(\w+)/g, '{$1}');
    const described = describeOperation(method, operation, schemas);
    paths[template] = { ...paths[template], [method.toLowerCase()]: described };
    // A pattern that ends in a value has the suffix within it, so it needs no second path.
    if (method === 'GET' && operation.formats && !template.endsWith('}')) {
      paths[`${template}.{format}`] = { get: inOtherFormats(described, operation) };
    }
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
      examples: await formatExamples(),
      headers: responseHeaders,
      parameters: requestHeaders,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made by `dateline key create`. Operations that need one say so.',
        },
      },
    },
  };
}

const description = `Articles with their people, topics and quotes. Reading needs no key; corrections do.

Lists return \`{data, page, links, meta}\`, items \`{data, links}\`. \`meta.query\` is the parsed request. Follow \`links.next\`, or send \`page.next\` as \`cursor\`.

Problems are [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) documents; the page at the address in \`type\` explains each. An unknown parameter is a problem, unless the request has \`Prefer: handling=lenient\`. Feeds, HTML and addresses outside \`/v1\` ignore unknown parameters.

Cacheable responses have a strong \`ETag\`. Send it as \`If-None-Match\` to get a 304 if nothing changed. \`X-Total-Count\` is present if the total is exact; with \`relation: gte\`, \`page.total\` is a lower bound.`;

const groups = {
  Articles: 'Articles: list, search, read.',
  People: 'The people in the articles.',
  Topics: 'The topics of the articles.',
  Organizations: 'The organizations in the articles.',
  Places: 'The places in the articles.',
  Tags: 'People, topics, organizations and places in one list.',
  Quotes: 'Quotes and their speakers.',
  Archive: 'The archive as a whole.',
  Service: 'The state of the server and the catalogue of problems.',
} satisfies Record<Operation['group'], string>;

function describeOperation(method: Route['method'], operation: Operation, schemas: Schemas): Described {
  const { id, group, summary, description: text, path = {}, parameters, takesBody } = operation;
  const { bodyExample, document, keyScope } = operation;
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
    ...(keyScope && { security: [{ key: [] }] }),
    ...(takesBody && {
      requestBody: {
        required: true,
        description: 'The parameters by name.',
        content: {
          'application/json': {
            schema: bodySchema(parameters),
            example: bodyExample ?? { tag: ['person/josep-borrell'], limit: 20 },
          },
        },
      },
    }),
    ...(document && {
      requestBody: {
        required: true,
        description: `The document, at most ${document.bytes / 2 ** 10} KiB.`,
        content: Object.fromEntries(
          document.mediaTypes.map((type) => [
            type,
            type === 'application/json'
              ? { schema: bodySchema(document.json), example: document.example }
              : { schema: { type: 'string', description: 'The document, unchanged.' } },
          ]),
        ),
      },
    }),
    responses: responsesOf(method, operation, schemas),
  };
}

/** Returns the schema of a request body, with references to the components. */
function bodySchema(schema: z.ZodType): Json {
  const { $defs: _, id: __, properties, ...rest } = jsonSchema(schema, 'input');
  return { ...rest, ...(isJson(properties) && { properties: withBooleans(properties) }) };
}

/** Lets a JSON body have true and false for the words that the URL has. */
function withBooleans(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (!isJson(property) || String(property.enum) !== 'true,false') return [name, property];
      const { type, enum: values, ...rest } = property;
      return [name, { ...rest, anyOf: [{ type: 'boolean' }, { type, enum: values }] }];
    }),
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function queryParameter([name, field]: [string, z.core.$ZodType]): Json {
  const schema = z.object({ [name]: field });
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

function headerReferences(method: string, { lifetime, headers = [] }: Operation): Json[] {
  const names = [
    ...(method === 'GET' && lifetime !== 'now' ? ['IfNoneMatch'] : []),
    ...(lifetime === 'list' || lifetime === 'item' ? ['IfModifiedSince'] : []),
    ...headers,
    'Prefer',
    'RequestId',
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/** Returns the operation at addresses that name the format. */
function inOtherFormats({ parameters, responses, ...described }: Described, operation: Operation): Json {
  const { id, summary, formats = [] } = operation;
  const content = contentOf({ ...operation, produces: formats.map(({ mediaType }) => mediaType) }, {});
  const { 200: ok } = responses;
  const json = { 'application/json': contentIn(ok)['application/json'] };
  return {
    ...described,
    operationId: `${id}InFormat`,
    summary: `${summary}, in another format`,
    parameters: [formatParameter(formats), ...parameters],
    responses: {
      ...responses,
      200: { ...ok, content: { ...json, ...content } },
      // The address names no format.
      404: { $ref: '#/components/responses/Problem404' },
    },
  };
}

function contentIn(response: Json | undefined): Json {
  return z.object({ content: z.record(z.string(), z.unknown()) }).parse(response).content;
}

function responsesOf(
  method: Route['method'],
  operation: Operation,
  schemas: Schemas,
): Described['responses'] {
  const { lifetime, path, problems: names = [], response } = operation;
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
    ...(operation.formats && method === 'GET' && header('Content-Location')),
    ...(isList && header('X-Total-Count')),
  };
  const content = contentOf(operation, schemas.of(operation));
  const withPath = path !== undefined && names.includes('not-found') && lifetime !== 'program';
  return {
    200: {
      description: response?.description ?? response?.meta()?.description ?? 'The response.',
      headers: sent,
      content,
    },
    ...(method === 'GET' &&
      isCached && {
        304: {
          description: 'The client already has this response.',
          headers: { ...header('ETag'), ...header('Cache-Control'), ...header('Vary') },
        },
      }),
    ...(withPath && {
      308: {
        description: 'The slug has changed. The same query is valid at the new address.',
        headers: header('Location'),
      },
    }),
    ...Object.fromEntries(
      statusesOf(operation, method).map((status) => [
        status,
        { $ref: `#/components/responses/Problem${status}` },
      ]),
    ),
  };
}
