import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, type Running, startProcess } from '../contender.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Dateline as it runs, and how long its start took. */
export interface RunningDateline extends Running {
  /** Time from the start of the process to the first list, in ms. */
  startMs: number;
}

/** The archive to serve, and the checkout that serves it: this one by default. */
interface Served {
  path: string;
  checkout?: string;
}

/** Starts Dateline over an archive with the given settings, and waits for its first list. */
export async function startServer(
  { path, checkout = project }: Served,
  settings: Record<string, string> = {},
): Promise<Omit<RunningDateline, 'path'>> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { pid, milliseconds, stop } = await startProcess(
    process.execPath,
    [join(checkout, 'src/main.js'), 'serve'],
    {
      url: `${origin}/v1/articles`,
      cwd: checkout,
      env: {
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: `sqlite:${path}`,
        LOG_LEVEL: 'info',
        LOG_FORMAT: 'json',
        ...settings,
      },
    },
  );
  return { origin, pid, startMs: milliseconds, stop };
}

/** Starts Dateline as `startServer` does, to be asked questions: `RESPONSE_CACHE_MB=0` measures it cold. */
export async function startDateline(
  served: Served,
  settings: Record<string, string> = {},
): Promise<RunningDateline> {
  const server = await startServer(served, settings);
  const pages = await pagesOf(server.origin);
  return {
    ...server,
    path(question) {
      switch (question.kind) {
        case 'newest':
          return pages[Math.min(question.page, pages.length) - 1];
        case 'topic in a year':
          return `/v1/articles?topic=${question.topic}&date=${question.year}`;
        case 'article':
          return `/v1/articles/${question.slug}`;
        case 'search':
          return `/v1/articles?q=${encodeURIComponent(question.q)}`;
        case 'search by relevance':
          return `/v1/articles?q=${encodeURIComponent(question.q)}&sort=relevance`;
        case 'facets of a topic':
          return `/v1/articles?topic=${question.topic}&facets=person,organization,place,year`;
        case 'timeline of a topic':
          return `/v1/timeline?topic=${question.topic}`;
      }
    },
  };
}

/** The addresses of the newest pages: they follow from each other. */
async function pagesOf(origin: string): Promise<string[]> {
  const pages: string[] = [];
  for (let next: string | null = '/v1/articles'; next !== null && pages.length < 200; ) {
    pages.push(next);
    const reply: Response = await fetch(`${origin}${next}`);
    const { links }: { links: { next: string | null } } = JSON.parse(await reply.text());
    next = links.next;
  }
  return pages;
}
