import { z } from 'zod';
import { requestHeaders, responseHeaders } from '../../http/documented-headers.ts';
import type { Operation } from '../../http/operation.ts';
import { type Format, supports } from '../../http/request/format.ts';
import { innerSchema, isCommaList } from '../../http/request/parameters.ts';
import type { Route } from '../route.ts';
import { contentOf, formatExamples, formatParameter } from './formats.ts';
import { problemResponses } from './problem-responses.ts';
import { requestBodyOf } from './request-body.ts';
import { type Responses, responsesOf } from './responses.ts';
import { componentSchemas, jsonSchema, type Schemas } from './schemas.ts';

type Json = Record<string, unknown>;

type Described = Json & { parameters: Json[]; responses: Responses };

/** Returns the OpenAPI 3.1 document. It is made from the route table and the zod schemas of the handlers. */
export async function describeApi(
  routes: Route[],
  { version, base }: { version: string; base: string },
): Promise<Json> {
  const shown = routes.filter(({ operation }) => !operation.hidden);
  const schemas = componentSchemas(shown.map(({ operation }) => operation));
  const paths: Record<string, Json> = {};
  for (const route of shown) {
    const { method, path, operation } = route;
    const template = path.replace(/:(\w+)/g, '{$1}');
    const described = describeOperation(route, schemas);
    const verb = method.toLowerCase();
    paths[template] = { ...paths[template], [verb]: described };
    for (const [suffix, other] of inOtherFormats(template, described, operation)) {
      paths[`${template}.${suffix}`] = { [verb]: other };
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
          description:
            'A key made by `dateline key create`. Operations that need one name the scope that it must have.',
        },
      },
    },
  };
}

const description = `Articles with their people, topics and quotes. Operations that need an API key say so.

Lists return \`{data, page, links, meta}\`, items \`{data, links}\`. \`meta.query\` is the parsed request. Follow \`links.next\`, or send \`page.next\` as \`cursor\`.

Problems are [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) documents; the page at the address in \`type\` explains each. An unknown parameter is a problem, unless the request has \`Prefer: handling=lenient\`. Feeds, HTML and addresses outside \`/v1\` ignore unknown parameters.

Cacheable responses have a strong \`ETag\`. Send it as \`If-None-Match\` to get a 304 if nothing changed. \`X-Total-Count\` is present if the total is exact; with \`relation: gte\`, \`page.total\` is a lower bound.`;

const groups = {
  Articles: 'Articles: list, search, read.',
  People: 'The people in the articles.',
  Topics: 'The topics of the articles.',
  Organizations: 'The organizations in the articles.',
  Places: 'The places in the articles.',
  Keywords: 'Keywords of the articles, as their sources print them.',
  Sections: 'Sections that the articles were printed in.',
  Authors: 'Authors that the articles name in their bylines.',
  Tags: 'Tags of all types in one list.',
  Quotes: 'Quotes and their speakers.',
  Archive: 'The archive as a whole.',
  Service: 'The state of the server and the catalogue of problems.',
} satisfies Record<Operation['group'], string>;

function describeOperation(route: Route, schemas: Schemas): Described {
  const { method, operation, scope, keyScope, cost } = route;
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
    description: operation.formats ? `${text}\n\n${otherFormats(operation)}` : text,
    parameters: [...inPath, ...inQuery, ...headerReferences(method, operation)],
    ...(keyScope && { security: [{ key: [keyScope] }] }),
    'x-scope': scope,
    'x-cost': cost,
    ...requestBodyOf(operation),
    responses: responsesOf(route, schemas),
  };
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

function headerReferences(method: string, { lifetime, hasEntityTag, headers = [] }: Operation): Json[] {
  const names = [
    ...(method === 'GET' && (lifetime !== 'now' || hasEntityTag) ? ['IfNoneMatch'] : []),
    ...(lifetime === 'list' || lifetime === 'item' ? ['IfModifiedSince'] : []),
    ...headers,
    'Prefer',
    'RequestId',
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/**
 * Says which formats an operation has besides JSON. They are operations of their own: generated clients would take any
 * of several media types of one response for its type.
 */
function otherFormats({ id, formats = [] }: Operation): string {
  const names = formats.map(({ name }) => name).join('; ');
  return `Also as ${names}: by the suffix of the address (\`${id}In…\`), or by \`Accept\`. The \`Link\` header has their addresses.`;
}

/**
 * Returns the operations at addresses that name the format, by suffix. A list has one with the suffix as parameter. An
 * item has one for each format, because two parameters in one segment of a path are ambiguous.
 */
function inOtherFormats(template: string, described: Described, operation: Operation): [string, Json][] {
  const { id, formats } = operation;
  if (!formats) return [];
  if (!template.endsWith('}')) {
    const inAny = inFormats(described, operation, formats, `${id}InFormat`);
    const { 200: ok } = inAny.responses;
    const json = { 'application/json': contentIn(described.responses[200])['application/json'] };
    const responses = {
      ...inAny.responses,
      200: { ...ok, content: { ...json, ...contentIn(ok) } },
      // The address names no format.
      404: { $ref: '#/components/responses/Problem404' },
    };
    const parameters = [formatParameter(formats), ...inAny.parameters];
    return [['{format}', { ...inAny, parameters, responses }]];
  }
  return formats.map((format) => {
    const { suffix } = format;
    const name = `${id}In${suffix.slice(0, 1).toUpperCase()}${suffix.slice(1)}`;
    return [suffix, inFormats(described, operation, [format], name)];
  });
}

function inFormats(
  { responses, parameters, ...described }: Described,
  operation: Operation,
  formats: readonly Format[],
  operationId: string,
): Described {
  const [only, another] = formats;
  const name = only && !another ? only.name : 'another format';
  const produces = formats.map(({ mediaType }) => mediaType);
  const content = contentOf({ ...operation, produces }, {});
  return {
    ...described,
    operationId,
    summary: `${operation.summary}, ${name === 'another format' ? 'in' : 'as'} ${name}`,
    description: operation.description,
    parameters: parameters.filter(({ name }) => formats.some((format) => supports(format, String(name)))),
    responses: { ...responses, 200: { ...responses[200], content } },
  };
}

function contentIn(response: Json | undefined): Json {
  return z.object({ content: z.record(z.string(), z.unknown()) }).parse(response).content;
}
