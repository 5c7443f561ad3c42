import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Archive } from '../../src/archive/archive.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { openParser } from '../../src/importing/open-parser.ts';
import { buildApp } from '../../src/server/app.ts';
import { createMetrics, type Metrics } from '../../src/server/metrics/create-metrics.ts';
import { writePublic, writeSecrets } from './secret-copy.ts';

/** An archive and the server over it. */
export interface Served {
  archive: Archive;
  app: FastifyInstance;
  metrics: Metrics;
  /** Path of its database. */
  path: string;
  /** Lines of the log. */
  log: string[];
}

export interface TwoArchives {
  /** Has held copy, drafts, withdrawn and purged articles. */
  secret: Served;
  /** The same archive before they arrived. */
  plain: Served;
  /** Ids of articles that were public. */
  gone: string[];
  /** Holds no article; for results of the test. */
  folder: string;
  close(): Promise<void>;
}

/** Opens two copies of one archive, with the same id and key. Only one of them gets what nobody may read. */
export async function openTwoArchives(): Promise<TwoArchives> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-gate-'));
  const [plainPath, secretPath] = [join(folder, 'plain.db'), join(folder, 'secret.db')];
  const first = openSqliteArchive({ path: plainPath });
  await writePublic(first);
  await first.close();
  copyFileSync(plainPath, secretPath);
  const plain = serve(plainPath);
  const secret = serve(secretPath);
  const gone = await writeSecrets(secret.archive);
  return {
    secret,
    plain,
    gone,
    folder,
    async close() {
      for (const { app, archive } of [secret, plain]) {
        await app.close();
        await archive.close();
      }
      rmSync(folder, { recursive: true });
    },
  };
}

function serve(path: string): Served {
  const archive = openSqliteArchive({ path });
  const log: string[] = [];
  const metrics = createMetrics(archive, { version: '1.2.3', process: 0 });
  const parser = openParser(archive, { timeLimit: 20_000 });
  const app = buildApp({
    archive,
    parse: parser.parse,
    settings: {
      corsOrigin: '*',
      publicUrl: 'https://news.example',
      trustProxy: false,
      responseCacheBytes: 2 ** 22,
    },
    logger: pino({ level: 'trace' }, { write: (line: string) => log.push(line) }),
    metrics,
    version: '1.2.3',
  });
  app.addHook('onClose', () => parser.close());
  return { archive, app, metrics, path, log };
}
