import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';
import { readConfig } from '../../src/config.ts';
import { openServedArchive } from '../../src/server/serve.ts';
import { arriving } from '../archive/arriving.ts';
import { allHeadlines } from '../archive/pages.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';

test('a server publishes what became due while it was stopped, before it listens', async () => {
  const path = join(await temporaryFolder(), 'dateline.db');
  const before = openSqliteArchive({ path });
  await before.writes.writeArticles([
    arriving({ headline: 'Due', release: 'hold', dueAt: '2020-01-01T00:00:00Z' }),
    arriving({ headline: 'Not due', release: 'hold', dueAt: '2999-01-01T00:00:00Z' }),
  ]);
  await before.close();
  const config = readConfig({ DATABASE_URL: `sqlite:${path}` });
  const archive = await openServedArchive(config, pino({ level: 'silent' }), { migrate: true, seed: false });
  onTestFinished(() => archive.close());
  expect(await allHeadlines(archive)).toEqual(['Due']);
});
