import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellBlocksOf } from '../docs/commands.ts';

const run = promisify(execFile);

/** Blocks that need a network, a container engine or root, or that the tests of `curl` examples run. */
const elsewhere = /\b(npm (ci|install)|docker|curl)\b/;
const blocks = shellBlocksOf('docs/operating.md').filter(({ script }) => !elsewhere.test(script));

/** Programs that a test may not call, or that are not there: what they are told to run is run. */
const stubs = {
  // sudo -u USER [NAME=VALUE…] COMMAND
  sudo: 'test "$1" = -u && shift 2; exec env "$@"',
  // kubectl apply -f FILE; kubectl exec -i POD -- COMMAND
  kubectl: 'test "$1" = apply && exit; while test "$1" != --; do shift; done; shift; exec "$@"',
  systemctl: 'echo "systemctl $*"',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-operating-'));
  for (const name of ['bin', 'backup', 'lib', 'wire']) mkdirSync(join(folder, name));
  for (const [name, script] of Object.entries(stubs)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  const article = {
    id: 'a',
    title: 'Ferry delayed',
    text: 'The ferry is late.',
    date: '2026-11-03T10:00:00Z',
  };
  writeFileSync(join(folder, 'wire', 'a.ndjson'), `${JSON.stringify(article)}\n`);
  writeFileSync(
    join(folder, 'articles.ndjson'),
    `${JSON.stringify({ ...article, id: 'b', title: 'Bridge closed', text: 'The bridge is shut for repairs.' })}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Replaces the places of a page by those of this test. */
function here(script: string): string {
  return script
    .replaceAll('/opt/dateline', process.cwd())
    .replaceAll('/var/lib/dateline', join(folder, 'lib'))
    .replaceAll('/backup', join(folder, 'backup'))
    .replaceAll('/srv/wire', join(folder, 'wire'))
    .replace(/\b(archive|articles)\.ndjson/g, (name) => join(folder, name))
    .replace(/\b(OLD|NEW)\.db/g, (name) => join(folder, name))
    .replace(/dateline-[\d-]+\.db/g, 'dateline-$(date +%F).db');
}

function runBlock(script: string) {
  const env = {
    ...process.env,
    PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(':'),
    DATABASE_URL: `sqlite:${join(folder, 'lib', 'dateline.db')}`,
  };
  return run('sh', ['-ec', here(script)], { env, cwd: resolve('.') });
}

describe('the commands of docs/operating.md work, in the order of the page', () => {
  test.each(blocks)('$page:$line', async ({ script }) => {
    if (script.includes('OLD.db')) cpSync(join(folder, 'lib', 'dateline.db'), join(folder, 'OLD.db'));
    const { stdout } = await runBlock(script);
    if (/main\.js|npm run/.test(script)) expect(stdout).not.toBe('');
  });

  test('and leave what they say', async () => {
    expect(existsSync(join(folder, 'NEW.db'))).toBe(true);
    const exported = readFileSync(join(folder, 'archive.ndjson'), 'utf8');
    for (const headline of ['Ferry delayed', 'Bridge closed']) expect(exported).toContain(headline);
  });
});

test('the page has commands for each task', () => {
  const scripts = blocks.map(({ script }) => script).join('');
  for (const command of ['import', 'backup', 'migrate', 'export', 'key create', 'key list']) {
    expect(scripts).toContain(` ${command}`);
  }
});
