import { hostileHeaders, hostileTexts } from './hostile.ts';
import type { Described } from './openapi.ts';
import { resolved } from './openapi.ts';
import type { Random } from './random.ts';

/** A request as it is sent. */
export interface AbuseRequest {
  operation: Described;
  method: string;
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

/** Values of the archive that requests refer to, by the name of a path or query parameter. */
export interface Known {
  values: Record<string, string[]>;
  etags: string[];
  key: string;
}

type Json = Record<string, unknown>;

const otherMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const mediaTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'text/html',
  'text/html,application/xhtml+xml,*/*;q=0.8',
  'application/rss+xml',
  'text/csv',
  'image/png',
  'application/*',
  '*/*',
] as const;

/** Generates a request to an operation: parameters, headers and body, each valid, invalid or hostile. */
export function generateRequest(
  document: Json,
  operation: Described,
  known: Known,
  random: Random,
): AbuseRequest {
  const method = random.chance(0.9) ? operation.method : random.pick(otherMethods);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encoded(pathValue(name, operation, known, random)),
  );
  const query = queryPairs(document, operation, known, random);
  const body = method === 'GET' || method === 'HEAD' ? undefined : generateBody(document, operation, random);
  const headers: Record<string, string> = {
    ...generateHeaders(operation, known, random),
    ...(body && {
      'content-type': random.chance(0.95) ? body.type : random.pick([...mediaTypes, ...hostileHeaders]),
      'content-length': String(body.bytes.length),
    }),
  };
  const target = query.length > 0 ? `${path}?${query.join('&')}` : path;
  return { operation, method, target: target.slice(0, 7900), headers, body: body?.bytes };
}

function pathValue(name: string, operation: Described, known: Known, random: Random): string {
  const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name);
  const kind = /^\/v1\/(\w+)\/\{slug\}/.exec(operation.path)?.[1];
  const values = known.values[name === 'slug' ? (kind ?? name) : name] ?? [];
  const choices = Array.isArray(parameter?.schema.enum) ? parameter.schema.enum.map(String) : values;
  if (random.chance(0.75)) return random.pick(choices) ?? String(parameter?.example ?? 'x');
  if (random.chance(0.2))
    return `${random.pick(choices) ?? 'x'}${random.pick(['.json', '.rss', '.xyz', '.', '%00'] as const)}`;
  return random.pick(hostileTexts) || '%20';
}

function queryPairs(document: Json, operation: Described, known: Known, random: Random): string[] {
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  const density = random.pick([0.03, 0.1, 0.3] as const);
  const pairs = inQuery.flatMap(({ name, schema, example }) => {
    const isOften = name === 'url' || name === 'since';
    if (!random.chance(isOften ? 0.8 : density)) return [];
    const value = random.chance(0.7)
      ? ((random.chance(0.5) ? random.pick(known.values[name] ?? []) : undefined) ??
        (random.chance(0.3) ? example : undefined) ??
        valueFor(document, schema, random))
      : random.pick(hostileTexts);
    const values = Array.isArray(value) ? value : [value];
    if (values.length > 1 && random.chance(0.5)) return [`${name}=${values.map(encoded).join(',')}`];
    return values.map((each) => `${name}=${encoded(each)}`);
  });
  if (random.chance(0.08))
    pairs.push(`${encoded(random.pick(hostileTexts))}=${encoded(random.pick(hostileTexts))}`);
  if (random.chance(0.03)) pairs.push(random.pick(['%FF=%FE', '%', '&&', '=', 'a=%zz', '_=1'] as const));
  return pairs;
}

function generateHeaders(operation: Described, known: Known, random: Random): Record<string, string> {
  const headers: Record<string, string> = {};
  const set = (probability: number, name: string, value: () => string): void => {
    if (random.chance(probability)) headers[name] = value();
  };
  const hostile = () => random.pick(hostileHeaders);
  const produced = [...(operation.responses.get(200)?.keys() ?? [])];
  set(0.3, 'accept', () =>
    random.chance(0.6)
      ? (random.pick(produced) ?? '*/*')
      : random.chance(0.7)
        ? random.pick(mediaTypes)
        : hostile(),
  );
  set(0.3, 'accept-encoding', () =>
    random.pick(['gzip', 'br', 'gzip, br', 'identity;q=0', '*;q=0', 'zstd', 'GZIP', hostile()] as const),
  );
  set(0.1, 'prefer', () =>
    random.pick(['handling=lenient', 'handling=strict', 'handling="lenient"', hostile()] as const),
  );
  set(0.1, 'if-none-match', () => random.pick(['*', random.pick(known.etags) ?? '"x"', hostile()] as const));
  set(0.05, 'if-modified-since', () =>
    random.pick([new Date(2e12).toUTCString(), 'Thu, 01 Jan 1970 00:00:00 GMT', hostile()] as const),
  );
  set(operation.needsKey ? 0.6 : 0.03, 'if-match', () =>
    random.pick(['*', random.pick(known.etags) ?? '"x"', hostile()] as const),
  );
  set(operation.needsKey ? 0.8 : 0.03, 'authorization', () =>
    random.chance(0.7)
      ? `Bearer ${known.key}`
      : random.pick(['Bearer x', 'Basic YTpi', 'Bearer', hostile()] as const),
  );
  set(0.05, 'x-request-id', () => random.pick(['abuse-1', hostile()] as const));
  set(0.05, 'origin', () => random.pick(['https://reader.example', 'null', hostile()] as const));
  set(0.03, 'range', () => random.pick(['bytes=0-1', 'bytes=-5,9-,0-0', hostile()] as const));
  set(0.03, 'last-event-id', () => random.pick(['0', '5', hostile()] as const));
  set(0.03, 'x-forwarded-host', () => 'evil.example');
  set(0.03, 'x-forwarded-proto', () => 'javascript');
  set(0.02, 'content-encoding', () => random.pick(['gzip', 'identity', hostile()] as const));
  set(0.02, 'x-http-method-override', () => 'DELETE');
  set(0.02, 'cookie', hostile);
  return headers;
}

function generateBody(
  document: Json,
  { bodies }: Described,
  random: Random,
): { type: string; bytes: Buffer } | undefined {
  const [type, content] = random.pick(Object.entries(bodies)) ?? ['application/json', {}];
  if (random.chance(0.05)) return undefined;
  const garbage = () =>
    random.pick([
      '',
      '{',
      'null',
      '[]',
      '0',
      '"x"',
      '{"__proto__":{"x":1}}',
      '['.repeat(5000),
      '\ufeff{}',
      '{"a":1,"a":2}',
      '\u0000\u00ff',
    ] as const);
  if (random.chance(0.12)) return { type, bytes: Buffer.from(garbage()) };
  if (random.chance(0.01)) return { type, bytes: Buffer.alloc(70_000, 'x') };
  if (!type.includes('json')) {
    const words = Array.from({ length: 1 + random.integer(20) }, () => random.pick(hostileTexts));
    return {
      type,
      bytes: Buffer.from(
        random.chance(0.5)
          ? `Headline\n\nBy Ann Lee\n\n${words.join(' ')}`
          : `<html><h1>${words[0]}</h1><p>${words.join('</p><p>')}`,
      ),
    };
  }
  const value =
    random.chance(0.3) && content.example !== undefined
      ? content.example
      : valueFor(document, content.schema ?? {}, random);
  return { type, bytes: Buffer.from(JSON.stringify(value) ?? '') };
}

/** Generates a value that a JSON Schema allows, or in a sixth of the cases one that it may not. */
function valueFor(document: Json, given: unknown, random: Random, depth = 0): unknown {
  const schema = Object(resolved(document, given).value) as Json;
  if (depth > 5 || random.chance(0.08)) {
    return random.pick([
      random.pick(hostileTexts),
      random.integer(1e6),
      -1,
      null,
      true,
      [],
      {},
      1e308,
    ] as const);
  }
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray);
  if (choices) return valueFor(document, random.pick(choices), random, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return random.pick(schema.enum);
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  if (examples.length > 0 && random.chance(0.4)) return random.pick(examples);
  switch (schema.type) {
    case 'integer':
    case 'number': {
      const low = Number(schema.minimum ?? 0);
      const high = Number(schema.maximum ?? 1000);
      return random.chance(0.8)
        ? low + random.integer(Math.min(high - low + 1, 200))
        : random.pick([low - 1, high + 1, 1.5, 1e15] as const);
    }
    case 'boolean':
      return random.chance(0.5);
    case 'array':
      return Array.from({ length: random.integer(4) }, () =>
        valueFor(document, schema.items, random, depth + 1),
      );
    case 'object': {
      const required = Array.isArray(schema.required) ? schema.required : [];
      const entries = Object.entries(Object(schema.properties)).filter(([name]) =>
        random.chance(required.includes(name) ? 0.95 : 0.4),
      );
      return Object.fromEntries(
        entries.map(([name, each]) => [name, valueFor(document, each, random, depth + 1)]),
      );
    }
    default:
      return random.chance(0.4)
        ? random.pick(['pier', 'news', 'person/josep-borrell', '2024-11-03', '2024', 'en', 'a'])
        : random.pick(hostileTexts);
  }
}

function encoded(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  // Half of a surrogate pair as a careless client sends it.
  return text.isWellFormed()
    ? encodeURIComponent(text)
    : encodeURIComponent(text.toWellFormed()).replace('%EF%BF%BD', '%ED%A0%BD');
}
