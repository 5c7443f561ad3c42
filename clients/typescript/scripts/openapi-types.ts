import { z } from 'zod';

/**
 * Generates TypeScript types from an OpenAPI 3.1 document: a type for each named schema, and `Reads`, which
 * maps each GET path to its path values, query and response. Written by hand because openapi-typescript needs
 * the compiler's JavaScript API, which TypeScript 7 lacks. Names such as `Article` also read better than
 * `components['schemas']['Article']`.
 */
export function openapiTypes(document: unknown): string {
  const { info, paths, components } = Document.parse(document);
  const schemas = Object.entries(components.schemas).map(([name, schema]) => declaration(name, schema));
  const reads = Object.entries(paths).flatMap(([path, { get }]) =>
    // The client reads JSON only.
    get && !/(\.\{format\}|\}\.[a-z]+)$/.test(path) ? [readOf(path, get)] : [],
  );
  const commaLists = new Set(
    Object.values(paths).flatMap(({ get }) =>
      (get?.parameters ?? []).flatMap(({ name, explode }) => (name && explode === false ? [name] : [])),
    ),
  );
  return [
    `/** Generated from /openapi.json of ${info.title} ${info.version} by \`npm run client\`; not written by hand. */`,
    `\n/** Query parameters whose values stand in one, between commas; lists of others are repeated. */`,
    `export const commaLists: ReadonlySet<string> = new Set(${JSON.stringify([...commaLists].sort())});\n`,
    ...schemas,
    '/** What GET takes and answers, by path. */',
    `export interface Reads {\n${reads.join('\n')}\n}\n`,
  ].join('\n');
}

interface Schema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  description?: string | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: boolean | Schema | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
);

const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Get = z.object({
  summary: z.string(),
  parameters: z
    .array(
      z.object({
        name: z.string().optional(),
        in: z.string().optional(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        explode: z.boolean().optional(),
        schema: Schema.optional(),
      }),
    )
    .default([]),
  responses: z.object({ 200: z.object({ content: Content.optional() }).optional() }),
});
type Get = z.infer<typeof Get>;

const Document = z.object({
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.object({ get: Get.optional() })),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

function declaration(name: string, schema: Schema): string {
  const written = typeOf(schema, '');
  const head = comment(schema.description, '');
  return written.startsWith('{')
    ? `${head}export interface ${name} ${written}\n`
    : `${head}export type ${name} = ${written};\n`;
}

function readOf(path: string, { summary, parameters, responses }: Get): string {
  const fieldsIn = (place: string) =>
    parameters.flatMap(({ in: where, name, required = false, description, schema = {} }) =>
      where === place && name ? [{ name, required, schema: { ...schema, description } }] : [],
    );
  const content = responses[200]?.content ?? {};
  const answer = content['application/json']?.schema;
  return [
    comment(`${summary}.`, '  '),
    `  ${JSON.stringify(path)}: {\n`,
    `    path: ${objectOf(fieldsIn('path'), '    ')};\n`,
    `    query: ${objectOf(fieldsIn('query'), '    ')};\n`,
    `    answer: ${answer ? typeOf(answer, '    ') : 'unknown'};\n  };`,
  ].join('');
}

/** `{ type: ['string', 'null'] }` → `string | null` */
function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref) return schema.$ref.replace(/^.*\//, '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((choice) => typeOf(choice, indent)))].join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => typeOf(part, indent)).join(' & ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return arrayOf(typeOf(schema.items ?? {}, indent));
  if (schema.type === 'integer') return 'number';
  if (schema.type === 'object' || schema.properties) return objectType(schema, indent);
  return schema.type ?? 'unknown';
}

function arrayOf(item: string): string {
  return /^(\w+|\{.*\})$/s.test(item) ? `${item}[]` : `(${item})[]`;
}

function objectType(
  { properties, required = [], additionalProperties: rest }: Schema,
  indent: string,
): string {
  const fields = Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema,
  }));
  if (fields.length > 0) return objectOf(fields, indent);
  return `Record<string, ${typeof rest === 'object' ? typeOf(rest, indent) : 'unknown'}>`;
}

function objectOf(fields: { name: string; required: boolean; schema: Schema }[], indent: string): string {
  if (fields.length === 0) return 'Record<string, never>';
  const lines = fields.map(({ name, required, schema }) => {
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    const written = typeOf(schema, `${indent}  `);
    const type = required ? written : `${written} | undefined`;
    return `${comment(schema.description, `${indent}  `)}${indent}  ${key}${required ? '' : '?'}: ${type};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function comment(text: string | undefined, indent: string): string {
  return text ? `${indent}/** ${text.replaceAll('*/', '*∕').replaceAll('\n', ' ')} */\n` : '';
}
