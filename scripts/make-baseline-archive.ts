/**
 * Makes tests/fixtures/baseline.db, an archive with rows in every table: `npm run baseline`. It is made once for each
 * baseline of the schema and then kept as it is, since tests/process/baseline.test.ts opens it with later versions.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { hashOfKey } from '../src/model/api-key.ts';

const program = fileURLToPath(new URL('../src/main.js', import.meta.url));
const posts = fileURLToPath(new URL('../tests/fixtures/articles/public-domain.ndjson', import.meta.url));
const output = fileURLToPath(new URL('../tests/fixtures/baseline.db', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dateline-baseline-'));
const path = join(folder, 'dateline.db');
const env = {
  ...process.env,
  DATABASE_URL: `sqlite:${path}`,
  PORT: '0',
  LOG_FORMAT: 'json',
  IMPORT_PRIVATE_ADDRESSES: 'true',
  WEBHOOK_PRIVATE_ADDRESSES: 'true',
};

/** Runs a command of Dateline with this standard input. Throws an Error if it fails. */
async function dateline(words: string[], input: object[] = []): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin.end(input.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`dateline ${words.join(' ')} ended with ${code}`);
}

/** Imports records from a file of this name: a record imported again from it is the same article. */
async function importRecords(name: string, records: object[]): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  await dateline(['import', file]);
}

const council = {
  id: 'council',
  headline: 'Harbour council votes on the new pier',
  standfirst: 'The vote was close.',
  byline: 'By Carla Dove',
  source: 'The Harbour Post',
  publishedAt: '2024-05-06T07:08:09Z',
  body: [
    'The council of Port Amber voted on Monday to build a new pier beside the old fish market.',
    '“We have waited ten years for this pier,” said Mayor Ada Birch after the vote.',
    'Bo Elm, who leads the opposition, said the plan was too expensive. “Nobody has seen the final bill,” Elm said.',
    'Work is to begin in the spring and to take two years, according to the harbour office.',
  ].join('\n\n'),
};
const strike = {
  id: 'strike',
  headline: 'Ferry crews strike over pay',
  source: 'The Harbour Post',
  publishedAt: '2024-06-01T06:00:00Z',
  body: 'Ferry crews went on strike on Saturday. “The offer is an insult,” said Dan Ash, who speaks for the crews.',
};

await dateline(['seed']);
await dateline(['import', posts]);
await importRecords('wire.ndjson', [council, strike]);
// A later version with another headline and date, the same document from elsewhere, and a near-duplicate.
await importRecords('wire.ndjson', [
  {
    ...council,
    headline: 'Harbour council approves the new pier',
    publishedAt: '2024-05-06T09:00:00Z',
    body: `${council.body}\n\nThe harbour office confirmed the result on Monday evening.`,
  },
]);
await importRecords('copies.ndjson', [
  { ...strike, id: 'strike-copy' },
  { ...council, id: 'pier', headline: 'New pier for Port Amber', publishedAt: '2024-05-06T12:00:00Z' },
]);
await importRecords('deleted.ndjson', [
  { dateline: { export: 1, archive: '0123456789abcdef', seq: 0, at: '2024-07-01T00:00:00Z' } },
  { deleted: { id: 'zzzzzzzzzzzzzzzz', slug: 'a-deleted-article', revision: 2 } },
]);
await dateline(
  ['correct', '-', '--editor', 'news-desk'],
  [
    { article: 'harbour-council-approves-the-new-pier', do: 'set', standfirst: 'A close vote.' },
    { do: 'rename-tag', tag: 'person/ada-birch', name: 'Ada Byrch' },
    { do: 'merge-tags', tag: 'person/dan-ash', into: 'person/bo-elm' },
  ],
);
await dateline(['key', 'create', 'news desk']);
await dateline(['key', 'create', 'reader', '--scope', 'read']);

// Serves a page with validators, and receives webhooks.
const page = `<html><head><title>Lighthouse opens to visitors</title>
<meta property="article:published_time" content="2024-06-03T10:00:00Z"></head>
<body><article><h1>Lighthouse opens to visitors</h1>
<p>The lighthouse of Port Amber opens to visitors on Saturday, after three years of repairs.</p>
<p>“You can see the whole bay,” said keeper Eva Fir.</p></article></body></html>`;
let receive = () => {};
const received = new Promise<void>((resolve) => {
  receive = resolve;
});
const neighbour = createServer((request, response) => {
  if (request.method === 'POST') {
    response.end();
    receive();
  } else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page);
}).listen(0, '127.0.0.1');
await once(neighbour, 'listening');
const { port } = neighbour.address() as AddressInfo;
await dateline(['import', `http://127.0.0.1:${port}/lighthouse`]);
await dateline(['webhook', 'add', `http://127.0.0.1:${port}/hook`, '--tag', 'person/bo-elm', '--since', '0']);
const server = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
await received;
// The attempt is written when the response is there.
const database = new Database(path);
const attempts = database.prepare('SELECT count(*) FROM webhook_deliveries').pluck();
while (attempts.get() === 0) await new Promise((resolve) => setTimeout(resolve, 100));
server.kill();
await once(server, 'exit');
neighbour.close();

// The key that the test sends.
database
  .prepare("UPDATE api_keys SET hash = ? WHERE scope <> 'read'")
  .run(hashOfKey(`dateline_${'b'.repeat(43)}`));
// An import leaves this row only when it is interrupted.
database.prepare("INSERT INTO import_positions (job, position) VALUES ('interrupted', 3)").run();
const empty = database
  .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
  .pluck()
  .all()
  .filter((table) => database.prepare(`SELECT 1 FROM "${table}"`).get() === undefined);
if (empty.length > 0) throw new Error(`no rows in ${empty.join(', ')}`);
// Small pages, since most tables have only a few rows.
database.pragma('journal_mode = DELETE');
database.pragma('page_size = 1024');
database.exec('VACUUM');
rmSync(output, { force: true });
database.prepare('VACUUM INTO ?').run(output);
database.close();
rmSync(folder, { recursive: true });
process.stdout.write(`${output}: ${statSync(output).size} bytes\n`);
