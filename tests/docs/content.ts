import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { z } from 'zod';
import { escapePattern } from './differences.ts';

/** A response in the OpenAPI document: in place, or a reference to a shared one. */
const Response = z.looseObject({
  $ref: z.string().optional(),
  content: z.record(z.string(), z.unknown()).optional(),
});
const Operation = z.looseObject({ responses: z.record(z.string(), Response) });
/** The OpenAPI document, as far as the checks read it. */
const Api = z.looseObject({
  paths: z.record(z.string(), z.looseObject({})),
  components: z.looseObject({ responses: z.record(z.string(), Response) }),
});

export interface Answer {
  method: string;
  /** Path of the URL, without the query. */
  path: string;
  status: number;
  /** Media type without parameters. */
  type: string;
  body: string;
}

/** Returns the JSON pointer with these parts. */
const pointer = (...parts: string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** Returns a function that says how a JSON answer differs from what the OpenAPI document says about its operation. */
export function createSchemaCheck(document: unknown): (answer: Answer) => string[] {
  const { paths, components } = Api.parse(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ ...Api.parse(document), $id: 'http://api/' });
  const templates = Object.keys(paths).map((template) => ({
    template,
    pattern: new RegExp(
      `^${template
        .split(/\{\w+\}/)
        .map(escapePattern)
        .join('[^/]+?')}$`,
    ),
  }));
  /** Returns the templates of a path: an exact path alone, and those of its formats, which Accept may choose, too. */
  const templatesOf = (path: string) => {
    const own = templates.filter(({ pattern }) => pattern.test(path)).map(({ template }) => template);
    const [bare = path] = paths[path] ? [path] : own;
    const inFormats = Object.keys(paths).filter((template) => template.startsWith(`${bare}.`));
    return paths[path] ? [path, ...inFormats] : [...own, ...inFormats];
  };

  return ({ method: upperCase, path, status, type, body }) => {
    const method = upperCase.toLowerCase();
    const described = templatesOf(path).flatMap((template) => {
      const operation = Operation.safeParse(paths[template]?.[method]).data;
      if (!operation) return [];
      const own = operation.responses[status];
      const shared = own?.$ref?.split('/').at(-1);
      return [{ template, shared, response: shared === undefined ? own : components.responses[shared] }];
    });
    const [first] = described;
    if (!first) return [`${method} ${path} is not in the OpenAPI document`];
    const found = described.find(({ response }) => response?.content?.[type]);
    if (!found) return [`${method} ${first.template} does not document ${status} ${type}`];
    const { template, shared } = found;
    // Other formats are documented as a text.
    if (type !== 'application/json' && type !== 'application/problem+json') return [];
    const place =
      shared === undefined
        ? pointer('paths', template, method, 'responses', String(status))
        : pointer('components', 'responses', shared);
    const validate = ajv.compile({ $ref: `http://api/#${place}${pointer('content', type, 'schema')}` });
    if (validate(JSON.parse(body))) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  };
}

const List = z.object({ data: z.array(z.unknown()) });
const itemsOfList = (body: string) => List.safeParse(JSON.parse(body)).data?.data.length ?? 1;
const lines = (body: string) => body.trim().split('\n');

/** By media type, a function that parses a body and returns how many items it holds. Throws if it is malformed. */
const counters: Record<string, (body: string) => number> = {
  'application/json': itemsOfList,
  'application/linkset+json': (body) =>
    z.object({ linkset: z.array(z.unknown()) }).parse(JSON.parse(body)).linkset.length,
  'application/rss+xml': (body) => parseRssFeed(body).items?.length ?? 0,
  'application/atom+xml': (body) => parseAtomFeed(body).entries?.length ?? 0,
  'application/feed+json': (body) => parseJsonFeed(JSON.parse(body)).items?.length ?? 0,
  'application/x-ndjson': (body) => lines(body).map((line) => JSON.parse(line)).length,
  'text/csv': (body) => parseCsv(body, { columns: true }).length,
  // Sitemaps: the index lists files, a file lists pages.
  'application/xml': (body) => body.match(/<loc>http:[^<]+<\/loc>/g)?.length ?? 0,
  // Articles as text, and robots.txt; llms.txt and articles in Markdown have a title.
  'text/plain': (body) => body.match(/^User-agent: \*$|Borrell/gm)?.length ?? 0,
  'text/markdown': (body) => body.match(/^# \S/gm)?.length ?? 0,
  // The timemap of an article.
  'application/link-format': (body) => body.match(/rel="[^"]*\bmemento"/g)?.length ?? 0,
  'text/html': (body) => body.match(/<h1\b/g)?.length ?? 0,
};

/** Returns what is wrong with the body of an answer for which the page shows nothing: it must parse and hold an item. */
export function contentFaults({ type, body }: Answer): string[] {
  const count = counters[type];
  if (!count) return [`no check for ${type}: show the answer on the page`];
  try {
    return count(body) > 0 ? [] : [`the ${type} is empty`];
  } catch (error) {
    return [`the ${type} cannot be parsed: ${error}`];
  }
}
