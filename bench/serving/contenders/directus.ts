import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { type Contender, freePort, type Source, startProcess } from '../contender.ts';
import { installPackages } from '../peer-folder.ts';

const run = promisify(execFile);
const token = 'not-a-secret';
const fields = [
  'slug',
  'headline',
  'standfirst',
  'byline',
  'publishedAt',
  // Texts are not compared; seconds since 1970.
  'publishedSeconds',
  'source',
  'language',
  'topics',
  'body',
];

const types: Record<string, string> = { publishedAt: 'string', publishedSeconds: 'integer' };

const startOf = (year: number) => Date.UTC(year) / 1000;

/** Directus over SQLite: one collection, its topics as a text that a filter looks into. */
export const directus: Contender = {
  name: 'Directus',
  async start(source) {
    const folder = await installDirectus();
    const database = join(folder, `${source.name}.db`);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const program = join(folder, 'node_modules/directus/cli.js');
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: origin,
      SECRET: token,
      DB_CLIENT: 'sqlite3',
      DB_FILENAME: database,
      ADMIN_EMAIL: 'editor@example.com',
      ADMIN_PASSWORD: token,
      ADMIN_TOKEN: token,
      TELEMETRY: 'false',
      // Answers 503 when it is busy, as it is here all the time.
      PRESSURE_LIMITER_ENABLED: 'false',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      NO_UPDATE_NOTIFIER: '1',
    };
    const start = () =>
      startProcess(process.execPath, [program, 'start'], {
        url: `${origin}/server/ping`,
        env,
        cwd: folder,
        patienceMs: 180_000,
      });
    if (!existsSync(`${database}.filled`)) {
      await rm(database, { force: true });
      await run(process.execPath, [program, 'bootstrap'], {
        cwd: folder,
        env: { ...process.env, ...env },
        timeout: 180_000,
      });
      const first = await start();
      await createCollection(origin);
      await first.stop();
      await fill(database, source);
      await writeFile(`${database}.filled`, '');
    }
    const { stop } = await start();
    const list = `/items/articles?access_token=${token}&limit=20&fields=${fields.slice(0, -1).join(',')}`;
    const newest = `${list}&sort=-publishedSeconds`;
    return {
      origin,
      stop,
      path(question) {
        switch (question.kind) {
          case 'newest':
            return `${newest}&page=${question.page}`;
          case 'topic in a year':
            return `${newest}&filter[topics][_contains]=,${question.topic},&filter[publishedSeconds][_gte]=${startOf(question.year)}&filter[publishedSeconds][_lt]=${startOf(question.year + 1)}`;
          case 'article':
            return `/items/articles/${question.number}?access_token=${token}`;
          case 'search':
            // It looks for the words as one text.
            if (question.q.includes(' ')) return undefined;
            return `${newest}&search=${encodeURIComponent(question.q)}`;
          default:
            return undefined;
        }
      },
    };
  },
};

/**
 * Directus and its driver. The driver's binary is built from its source where none can be downloaded, against the
 * headers of whichever Node.js is installed: its interface (Node-API) is the same in all. isolated-vm, for scripts in
 * Directus, is taken in a version that brings its binary along.
 */
async function installDirectus(): Promise<string> {
  const folder = await installPackages('directus', ['directus@11', 'sqlite3@5', 'isolated-vm@7'], {
    overrides: { 'isolated-vm': '$isolated-vm' },
    scripts: false,
  });
  const options = { cwd: folder, timeout: 900_000 };
  const loads = () => run(process.execPath, ['-e', "require('sqlite3')"], options);
  try {
    await loads();
  } catch {
    const headers = existsSync('/usr/include/node/node_api.h') ? { npm_config_nodedir: '/usr' } : {};
    const env = { ...process.env, npm_config_build_from_source: 'true', ...headers };
    await run('npm', ['rebuild', 'sqlite3'], { ...options, env });
    await loads();
  }
  return folder;
}

async function createCollection(origin: string): Promise<void> {
  const reply = await fetch(`${origin}/collections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      collection: 'articles',
      meta: {},
      schema: {},
      fields: [
        { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true } },
        ...fields.map((field) => ({ field, type: types[field] ?? 'text' })),
      ],
    }),
  });
  if (!reply.ok) throw new Error(`Directus made no collection: ${(await reply.text()).slice(0, 300)}`);
}

async function fill(path: string, source: Source): Promise<void> {
  const database = new Database(path);
  const insert = database.prepare(
    `INSERT INTO articles (id, ${fields.join(', ')}) VALUES (:id, ${fields.map((name) => `:${name}`).join(', ')})`,
  );
  database.exec('BEGIN');
  for await (const { people: _people, topics, ...row } of source.articles()) {
    const publishedSeconds = Date.parse(row.publishedAt) / 1000;
    insert.run({ ...row, publishedSeconds, topics: `,${topics.join(',')},` });
  }
  database.exec('COMMIT; CREATE INDEX newest ON articles (publishedSeconds); ANALYZE;');
  database.close();
}
