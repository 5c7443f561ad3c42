import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { runDateline } from './run-dateline.ts';

const paragraph = 'The harbour of Alba opened on Sunday after two years of work, said Ana Ruiz, the mayor. ';
const page = `<html><head><title>Harbour opens</title>
  <meta property="article:published_time" content="2024-05-05T09:00:00Z"></head><body><article><h1>Harbour opens</h1>
  <p>${paragraph.repeat(6)}</p></article></body></html>`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Alba</title><item><title>Harbour opens</title>
  <guid>1</guid><description>${paragraph}</description></item></channel></rss>`;

/** A server on the loopback that knows the versions of its two documents, and what it was asked. */
async function startSite() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const known = request.headers['if-none-match'];
    asked.push(`${request.url} ${known ?? 'anew'}`);
    response.setHeader('etag', '"1"');
    if (known === '"1"') response.writeHead(304).end();
    else response.end(request.url === '/feed.xml' ? feed : page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test.each(['page.html', 'feed.xml'])(
  '%s of a private network is imported when the setting allows it',
  async (path) => {
    const { asked, url } = await startSite();
    const DATABASE_URL = `sqlite:${join(await temporaryFolder(), 'archive.db')}`;
    const importing = (allowed: string) =>
      runDateline(['import', `${url}/${path}`], { DATABASE_URL, IMPORT_PRIVATE_ADDRESSES: allowed });

    const refused = await importing('false');
    expect(refused.out).toContain(
      `${url}/${path}: 127.0.0.1 is not a public address; IMPORT_PRIVATE_ADDRESSES=true allows it`,
    );
    expect(refused.code).toBe(3);
    expect(asked).toEqual([]);

    expect(await importing('true')).toMatchObject({ code: 0, out: expect.stringMatching(/^1 read, 1 new/) });
    const again = await importing('true');
    expect(again.code).toBe(0);
    expect(again.out).toContain(`${url}/${path}: unchanged since the last import`);
    expect(asked).toEqual([`/${path} anew`, `/${path} "1"`]);
  },
);

test('a page that has not changed is fetched again when it is to be read in another way', async () => {
  const { asked, url } = await startSite();
  const DATABASE_URL = `sqlite:${join(await temporaryFolder(), 'archive.db')}`;
  const importing = (...options: string[]) =>
    runDateline(['import', `${url}/page.html`, ...options], {
      DATABASE_URL,
      IMPORT_PRIVATE_ADDRESSES: 'true',
    });

  expect((await importing('--since', '2030-01-01')).out).toContain(
    '0 new, 0 changed, 0 same, 1 before --since',
  );
  expect((await importing()).out).toMatch(/^1 read, 1 new/);
  expect((await importing()).out).toContain('unchanged since the last import');
  expect(asked).toEqual(['/page.html anew', '/page.html anew', '/page.html "1"']);
});
