import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { AbuseRequest } from './generate-request.ts';
import { type Described, operationsOf } from './openapi.ts';

/** A response as it was received. */
export interface AbuseResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The decoded body. */
  body: string;
}

/** Headers that every response has. */
const securityHeaders = [
  'x-content-type-options',
  'content-security-policy',
  'referrer-policy',
  'cross-origin-resource-policy',
  'access-control-allow-origin',
  'x-request-id',
];

/** Text that only the inside of the program knows: paths, stacks, SQL. */
const internals =
  /(?:\/home\/|\/opt\/|\/tmp\/|\/usr\/src|file:\/\/\/)[\w./-]{3,}|node_modules|\bat (?:async )?[\w.<>]+ \(?(?:\/|file:|node:)|SQLITE_[A-Z]+|SqliteError|no such (?:table|column)|near "[^"]*": syntax error|\bSELECT\b.{1,200}\bFROM\b|\bINSERT INTO\b|(?:Type|Range|Reference|Syntax)Error:/;

/** Folder of the program. */
export const programFolder = join(import.meta.dirname, '../..');
const escapedFolder = programFolder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const leaks = new RegExp(`${escapedFolder}|${internals.source}`);

/** Creates a function that returns the faults of a response, by the OpenAPI document. */
export function createChecker(document: Record<string, unknown>) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: false });
  ajv.addSchema({ ...document, $id: 'https://dateline.test/openapi.json' });
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string): ValidateFunction => {
    const known = validators.get(pointer);
    if (known) return known;
    const validate = ajv.compile({ $ref: `https://dateline.test/openapi.json${pointer}` });
    validators.set(pointer, validate);
    return validate;
  };
  const all = operationsOf(document);
  const operations = new Map(all.map((each) => [`${each.method} ${each.path}`, each]));
  /** Returns an operation with the media types of the operations at its suffixes, which Accept may choose, too. */
  const withFormats = (operation: Described | undefined): Described | undefined => {
    if (!operation) return undefined;
    const others = all.filter(
      ({ method, path }) => method === operation.method && path.startsWith(`${operation.path}.`),
    );
    if (others.length === 0) return operation;
    const types = [...others, operation].flatMap(({ responses }) => [...(responses.get(200) ?? [])]);
    return { ...operation, responses: new Map([...operation.responses, [200, new Map(types)]]) };
  };

  return (request: AbuseRequest, response: AbuseResponse): string[] => {
    const { method } = request;
    const get = operations.get(`GET ${request.operation.path}`);
    const described =
      operations.get(`${method} ${request.operation.path}`) ??
      (method === 'HEAD'
        ? get
        : [...operations.values()].find((other) => covers(other, method, request.operation.path)));
    return [
      ...contractFaults(withFormats(described), method, response, validatorOf),
      ...headerFaults(response),
      ...leakFaults(request, response),
    ];
  };
}

/** True if an operation of a variable path, as `/v1/articles/{article}`, also answers at a fixed one. */
function covers(operation: Described, method: string, path: string): boolean {
  const names = operation.path.split('/');
  const segments = path.split('/');
  return (
    operation.method === method &&
    names.length === segments.length &&
    names.every((name, index) => name === segments[index] || /^\{\w+\}$/.test(name))
  );
}

function contractFaults(
  described: Described | undefined,
  method: string,
  { status, headers, body }: AbuseResponse,
  validatorOf: (pointer: string) => ValidateFunction,
): string[] {
  if (method === 'OPTIONS')
    return status === 204 || status === 400 || status === 404 ? [] : [`OPTIONS returned ${status}`];
  // The document does not describe methods that a path does not have.
  if (!described)
    return [400, 404, 405, 406, 415].includes(status)
      ? []
      : [`a method that is not described returned ${status}`];
  const types = described.responses.get(status);
  if (!types) return [`undeclared status ${status}`];
  if (status === 204 || status === 304 || method === 'HEAD')
    return body === '' ? [] : [`${status} with a body`];
  if (types.size === 0) return body === '' ? [] : [`${status} with an undeclared body`];
  const [mediaType = ''] = String(headers['content-type'] ?? '').split(';');
  const pointer = types.get(mediaType);
  if (pointer === undefined) return [`${status} with the undeclared media type ${mediaType}`];
  if (!/[/+]json$/.test(mediaType)) return [];
  const validate = validatorOf(pointer);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [`${status} ${mediaType} is not JSON`];
  }
  if (validate(value)) return [];
  const [error] = validate.errors ?? [];
  return [`${status} ${mediaType}: ${error?.instancePath.replace(/\/\d+/g, '/N')} ${error?.message}`];
}

function headerFaults({ status, headers }: AbuseResponse): string[] {
  const required = [
    ...securityHeaders,
    ...(status === 401 ? ['www-authenticate'] : []),
    ...(status === 405 ? ['allow'] : []),
    ...(status === 503 ? ['retry-after'] : []),
    ...(status === 308 ? ['location'] : []),
  ];
  const missing = required.filter((name) => headers[name] === undefined);
  const injected = headers['x-injected'] === undefined ? [] : ['a header was injected'];
  return [
    ...(status >= 500 && status !== 501 && status !== 503 ? [`${status}`] : []),
    ...missing.map((name) => `${status} without ${name}`),
    ...injected,
  ];
}

function leakFaults({ target, headers, body }: AbuseRequest, response: AbuseResponse): string[] {
  const text = `${JSON.stringify(response.headers)}\n${response.body}`;
  const [leak] = leaks.exec(text) ?? [];
  // A response may repeat what the client sent.
  const sent = `${decoded(target)}\n${JSON.stringify(headers)}\n${body ?? ''}`;
  const isEcho =
    leak === undefined || sent.includes(leak.slice(0, 12)) || /openapi\.json|llms\.txt/.test(target);
  const isForeign =
    /evil\.example/.test(text) &&
    !sent.replace('"x-forwarded-host":"evil.example"', '').includes('evil.example');
  return [...(isEcho ? [] : [`leaks ${leak}`]), ...(isForeign ? ['repeats X-Forwarded-Host'] : [])];
}

function decoded(target: string): string {
  return target.replace(/(?:%[\da-f]{2})+/gi, (part) =>
    Buffer.from(part.replaceAll('%', ''), 'hex').toString(),
  );
}
