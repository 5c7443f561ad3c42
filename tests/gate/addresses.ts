import { z } from 'zod';
import type { Route } from '../../src/routes/route.ts';
import { routes } from '../../src/routes/table.ts';
import { pages } from '../../web/pages/routes.ts';

/** A request of the test. */
export interface Request {
  method: 'GET' | 'POST';
  url: string;
  payload?: object;
}

/** Values for the places in paths: those of public articles, and secret ones. */
export interface PathValues {
  /** By the name of a place in a path; `''` has those for all names. */
  known: Record<string, string[]>;
}

/** Routes that everybody may use. A stream has no end, so it has a test of its own. */
const open = routes.filter(
  ({ keyScope, operation: { produces } }) => !keyScope && !produces.includes('text/event-stream'),
);

/** Returns the addresses of all routes and pages, in every format, with each parameter set to its example. */
export function plainRequests(values: PathValues): Request[] {
  const ofRoutes = open.flatMap((route) => {
    const { method, operation } = route;
    if (method === 'POST') return [{ method, url: route.path, payload: bodyOf(route, exampleOf) }];
    const suffixes = ['', ...(operation.formats ?? []).map(({ suffix }) => `.${suffix}`)];
    const paths = filled(route.path, values);
    return [
      ...paths.flatMap((path) => suffixes.map((suffix) => get(`${path}${suffix}${required(route)}`))),
      ...paths.slice(0, 1).flatMap((path) => withParameters(route, path, exampleOf)),
    ];
  });
  const ofPages = Object.keys(pages).flatMap((path) => filled(path, values).map((url) => get(url)));
  return [...ofRoutes, ...ofPages];
}

/** Returns the addresses that ask for a word: in each place of a path, and in each parameter. */
export function requestsFor(word: string, values: PathValues): Request[] {
  const asked = (example: string) => askedFor(example, word);
  const ofRoutes = open.flatMap((route): Request[] => {
    // These do not depend on the archive.
    if (route.operation.lifetime === 'program') return [];
    if (route.method === 'POST')
      return [
        { method: 'POST', url: route.path, payload: bodyOf(route, (schema) => asked(exampleOf(schema))) },
      ];
    const [path = ''] = filled(route.path, values);
    const secret = filled(route.path, { known: { '': [word] } });
    const suffixes = (route.operation.formats ?? []).map(({ suffix }) => `.${suffix}`);
    return [
      ...secret.flatMap((url) => ['', ...suffixes].map((suffix) => get(`${url}${suffix}`))),
      ...withParameters(route, path, (schema) => asked(exampleOf(schema))),
    ];
  });
  const ofPages = Object.keys(pages).flatMap((path) => [
    ...(path.includes(':') ? filled(path, { known: { '': [word] } }).map((url) => get(url)) : []),
    ...filled(path, values)
      .slice(0, 1)
      .map((url) => get(`${url}?q=${word}`)),
  ]);
  return [...ofRoutes, ...ofPages];
}

function get(url: string): Request {
  return { method: 'GET', url };
}

/** Fills the places of a path with all values for their names. */
function filled(path: string, { known }: PathValues): string[] {
  const name = /:(\w+)/.exec(path)?.[1];
  if (name === undefined) return [path];
  const plural = /(\w+)\/:slug/.exec(path)?.[1] ?? '';
  const some = known[`${plural}/${name}`] ?? known[name] ?? known[''] ?? [];
  return some.flatMap((value) => filled(path.replace(`:${name}`, encodeURIComponent(value)), { known }));
}

function withParameters(
  { operation }: Route,
  path: string,
  valueFor: (schema: z.ZodType) => string,
): Request[] {
  const { shape } = operation.parameters;
  return Object.keys(shape).map((name) => {
    const query = new URLSearchParams({
      ...requiredOf(operation.parameters),
      [name]: valueFor(schemaIn(shape, name)),
    });
    return get(`${path}?${query}`);
  });
}

function required({ operation }: Route): string {
  const query = new URLSearchParams(requiredOf(operation.parameters)).toString();
  return query && `?${query}`;
}

/** Returns the parameters that an operation does not go without. */
function requiredOf({ shape }: z.ZodObject): Record<string, string> {
  const names = Object.keys(shape).filter((name) => !schemaIn(shape, name).safeParse(undefined).success);
  return Object.fromEntries(names.map((name) => [name, exampleOf(schemaIn(shape, name))]));
}

function bodyOf({ operation }: Route, valueFor: (schema: z.ZodType) => string): object {
  const { shape } = operation.parameters;
  if (operation.document)
    return { text: `Low tide\n\n3 November 2024\n\n${valueFor(z.string().meta({ example: 'word' }))}` };
  return 'q' in shape ? { q: valueFor(z.string().meta({ example: 'pier' })) } : {};
}

function schemaIn(shape: Readonly<Record<string, unknown>>, name: string): z.ZodType {
  const schema = shape[name];
  if (schema instanceof z.ZodType) return schema;
  throw new TypeError(`parameter ${name} has no schema`);
}

function exampleOf(schema: z.ZodType): string {
  const example = z.union([z.array(z.unknown()), z.unknown()]).parse(schema.meta()?.example);
  return (Array.isArray(example) ? example : [example]).join(',');
}

/** Returns a value like an example, for a word. */
// ('person/josep-borrell', 'x') → 'person/x'
function askedFor(example: string, word: string): string {
  if (/^https?:/.test(example)) {
    const { origin, pathname } = new URL(example);
    return pathname.includes('/articles/') ? `https://news.example/articles/${word}` : `${origin}/${word}`;
  }
  return example.includes('/') ? example.replace(/\/[^/,|]*/g, `/${word}`) : word;
}
