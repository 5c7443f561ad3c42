import { Agent } from 'node:http';
import { z } from 'zod';
import { createChecker } from './check-response.ts';
import { type AbuseRequest, generateRequest, type Known } from './generate-request.ts';
import { operationsOf } from './openapi.ts';
import { createRandom, type Random } from './random.ts';
import { rawCases } from './raw-cases.ts';
import { sendRaw } from './send-raw.ts';
import { sendRequest } from './send-request.ts';

export interface AbuseSettings {
  requests: number;
  raw: number;
  seed: number;
  /** API key with the scope `edit`. */
  key: string;
  /** Called after each tenth of the requests. */
  progress?: (done: number) => void;
}

/** What was sent, and each kind of fault with its number and an example. */
export interface Report {
  sent: number;
  statuses: Map<number, number>;
  faults: Map<string, { count: number; example: string }>;
}

/**
 * Sends random requests made from the OpenAPI document of a running server, and malformed ones on bare sockets. Returns
 * the faults: undeclared statuses and bodies, 5xx, leaks, missing headers, broken or hanging connections.
 */
export async function abuse(origin: URL, settings: AbuseSettings): Promise<Report> {
  const random = createRandom(settings.seed);
  const report: Report = { sent: 0, statuses: new Map(), faults: new Map() };
  const fail = (fault: string, example: string): void => {
    const known = report.faults.get(fault) ?? { count: 0, example };
    report.faults.set(fault, { ...known, count: known.count + 1 });
  };
  await sendGenerated(origin, settings, random, report, fail);
  for (const raw of rawCases(settings.raw, random)) {
    for (const fault of await sendRaw(origin, raw))
      fail(`raw: ${raw.name.replace(/ \(.*/, '')}: ${fault}`, raw.name);
    report.sent += 1;
  }
  const { status } = await fetch(new URL('/healthz', origin));
  if (status !== 200) fail(`/healthz returns ${status} afterwards`, '');
  return report;
}

async function sendGenerated(
  origin: URL,
  { requests, key, progress }: AbuseSettings,
  random: Random,
  report: Report,
  fail: (fault: string, example: string) => void,
): Promise<void> {
  const document = z
    .record(z.string(), z.unknown())
    .parse(await (await fetch(new URL('/openapi.json', origin))).json());
  const operations = operationsOf(document);
  const check = createChecker(document);
  const known = await knownValues(origin, key);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const one = async (): Promise<void> => {
    const operation = random.pick(operations);
    if (!operation) throw new TypeError('The document has no operations.');
    const request = generateRequest(document, operation, known, random);
    const about = `${request.method} ${request.operation.path}`;
    try {
      const response = await sendRequest(origin, agent, request);
      report.statuses.set(response.status, (report.statuses.get(response.status) ?? 0) + 1);
      for (const fault of check(request, response)) fail(`${about}: ${fault}`, describe(request));
      const { etag } = response.headers;
      if (typeof etag === 'string' && known.etags.length < 200) known.etags.push(etag);
    } catch (error) {
      fail(`${about}: ${error instanceof Error ? error.message : error}`, describe(request));
    }
    report.sent += 1;
    if (report.sent % Math.ceil(requests / 10) === 0) progress?.(report.sent);
  };
  let left = requests;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: 4 }, client));
  agent.destroy();
}

function describe({ method, target, headers, body }: AbuseRequest): string {
  // As JSON, because bodies contain control characters.
  const parts = [target, JSON.stringify(headers), ...(body ? [JSON.stringify(body.toString())] : [])];
  return [method, ...parts.map((part) => part.slice(0, 300))].join(' ');
}

const Listed = z.object({
  data: z.array(z.object({ id: z.string().optional(), slug: z.string().optional() })),
  page: z.object({ next: z.string().nullable() }).optional(),
});

/** Returns ids, slugs and cursors of the archive, which valid requests contain. */
async function knownValues(origin: URL, key: string): Promise<Known> {
  const list = async (path: string) => Listed.parse(await (await fetch(new URL(path, origin))).json());
  const slugs = async (path: string) => (await list(path)).data.flatMap(({ slug }) => slug ?? []);
  const articles = await list('/v1/articles?limit=10');
  const [people, topics, organizations, places] = await Promise.all(
    ['people', 'topics', 'organizations', 'places'].map((kind) => slugs(`/v1/${kind}?limit=10`)),
  );
  const cursors = await Promise.all(
    ['/v1/articles?limit=1', '/v1/quotes?limit=1', '/v1/tags?limit=1'].map(list),
  );
  const references = articles.data.flatMap(({ id, slug }) => [id ?? [], slug ?? []].flat());
  return {
    key,
    etags: [],
    values: {
      article: references,
      people: people ?? [],
      topics: topics ?? [],
      organizations: organizations ?? [],
      places: places ?? [],
      person: people ?? [],
      topic: topics ?? [],
      organization: organizations ?? [],
      place: places ?? [],
      cursor: cursors.flatMap(({ page }) => page?.next ?? []),
      file: ['pages.xml', 'tags-1.xml', 'articles-2024-11.xml'],
      name: ['not-found', 'invalid-parameter'],
      number: ['1', '2', '0'],
      url: references.map((reference) => `/articles/${reference}`),
      since: ['0', '1'],
      q: ['pier', 'council', 'borrell', '"the pier"', 'a -b', 'pie*'],
      from: ['2020', '2024-01-01'],
      to: ['2030'],
    },
  };
}
