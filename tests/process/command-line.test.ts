import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/command-line.ts';
import { articleFilterParameters } from '../../src/routes/articles/parameters.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { killAtEnd } from './kill-at-end.ts';
import { runDateline } from './run-dateline.ts';

const pages = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(`docs/${name}`, 'utf8'))
  .join('\n');

const inFolder = (folder: string) => ({ DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}` });

test('dateline alone shows every command and succeeds', async () => {
  const { code, out } = await runDateline([]);
  expect(code).toBe(0);
  for (const { name, summary } of commands) {
    expect(out).toContain(`dateline ${name}`);
    expect(out).toContain(summary);
  }
});

describe('every command explains itself', () => {
  test.each(commands.map(({ name }) => name))('dateline %s --help', async (name) => {
    const { options } = await (commands.find((entry) => entry.name === name)?.load() ?? Promise.reject());
    const { code, out } = await runDateline([name, '--help']);
    expect(code).toBe(0);
    for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
  });

  test.each(commands)('the pages document every option of dateline $name', async ({ load }) => {
    const { options } = await load();
    // Filters of an export are the parameters of the API, which has its own documentation.
    const missing = Object.keys(options).filter(
      (option) => !(option in articleFilterParameters) && !pages.includes(`--${option}`),
    );
    expect(missing).toEqual([]);
  });
});

test('dateline version says the version of the program and of Node.js', async () => {
  expect(await runDateline(['version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^dateline \d+\.\d+\.\d+ \(Node\.js 24\./),
  });
});

test('dateline openapi prints the description of the API', async () => {
  const { code, out } = await runDateline(['openapi']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ openapi: '3.1.0', info: { title: 'Dateline' } });
});

test('a command that does not exist is a misuse', async () => {
  expect(await runDateline(['sreve'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('unknown command "sreve"'),
  });
});

test('an option that does not exist is a misuse and points to the help', async () => {
  const { code, err } = await runDateline(['seed', '--fast']);
  expect(code).toBe(2);
  expect(err).toContain("Unknown option '--fast'");
  expect(err).toContain('dateline seed --help');
});

test('settings that are not allowed stop any command and are all named', async () => {
  const { code, err } = await runDateline(['serve'], { PORT: 'x', LOG_LEVEL: 'loud' });
  expect(code).toBe(2);
  expect(err).toContain('PORT="x"');
  expect(err).toContain('LOG_LEVEL="loud"');
});

test('seeding twice changes nothing the second time', async () => {
  const folder = await temporaryFolder();
  expect(await runDateline(['seed'], inFolder(folder))).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 new'),
  });
  expect(await runDateline(['seed'], inFolder(folder))).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 new'),
  });
});

test('the first start makes the folder of the database, as npm start needs on a fresh clone', async () => {
  const folder = join(await temporaryFolder(), 'data');
  expect(await runDateline(['migrate'], inFolder(folder))).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^Applied 0001_archive\.sql\.\n(?:Applied \d{4}_\w+\.sql\.\n)*The schema is up to date\.\n$/,
    ),
  });
  expect(await runDateline(['migrate'], inFolder(folder))).toMatchObject({
    code: 0,
    out: 'The schema is already up to date.\n',
  });
  const { code, err } = await runDateline(['migrate'], inFolder(join(folder, 'not', 'mounted')));
  expect(code).toBe(1);
  expect(err).toContain('directory is missing');
});

describe('a database that can not be used fails with one clear line and no stack', () => {
  test('a file that is no database', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'dateline.db'), 'This is a text file, and not a short one.'.repeat(50));
    const { code, err } = await runDateline(['migrate'], inFolder(folder));
    expect(code).toBe(1);
    expect(err).toContain(join(folder, 'dateline.db'));
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that may not be written (skipped for root, who may)',
    async () => {
      const folder = await temporaryFolder();
      await mkdir(join(folder, 'closed'));
      await chmod(join(folder, 'closed'), 0o500);
      const { code, err } = await runDateline(['migrate'], inFolder(join(folder, 'closed')));
      expect(code).toBe(1);
      expect(err).not.toMatch(/\n\s+at /);
    },
  );
});

test('a command ends well when its reader closes the pipe early', async () => {
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (part) => {
    err += part;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
