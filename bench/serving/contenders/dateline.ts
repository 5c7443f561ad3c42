import { fileURLToPath } from 'node:url';
import { freePort, type Running, startProcess } from '../contender.ts';

const main = fileURLToPath(new URL('../../../src/main.js', import.meta.url));

/** Dateline itself as it runs; also how long its start took. */
export interface RunningDateline extends Running {
  startMs: number;
}

/** Starts Dateline over an archive, with settings: without kept responses when it is to be measured cold. */
export async function startDateline(
  { path }: { path: string },
  settings: Record<string, string> = {},
): Promise<RunningDateline> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await startProcess(process.execPath, [main, 'serve'], {
    url: `${origin}/v1/articles`,
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `sqlite:${path}`,
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      ...settings,
    },
  });
  const pages = await pagesOf(origin);
  return {
    origin,
    pid: server.pid,
    startMs: server.milliseconds,
    stop: server.stop,
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
