import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs, promisify } from 'node:util';
import { abuse } from './abuse.ts';
import { reportText } from './report-text.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    raw: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    /** Address of a running server; a new one with the seed archive if absent. */
    url: { type: 'string' },
    key: { type: 'string', default: '' },
  },
});
const settings = { requests: Number(values.requests), raw: Number(values.raw), seed: Number(values.seed) };
console.log(`seed ${settings.seed}: ${settings.requests} requests, ${settings.raw} raw cases`);
const server = values.url ? undefined : await startServer();
try {
  const report = await abuse(new URL(values.url ?? server?.url ?? ''), {
    ...settings,
    key: server?.key ?? values.key,
    progress: (done) => console.log(`${done} sent`),
  });
  console.log(reportText(report));
  process.exitCode = report.faults.size === 0 ? 0 : 1;
} finally {
  await server?.stop();
}

/** Starts a server with the seed archive, and creates a key that may edit. */
async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-abuse-'));
  const env = {
    ...process.env,
    PORT: '0',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'info',
    DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`,
  };
  const child = spawn(process.execPath, ['src/main.js', 'serve', '--seed'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server did not start.')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /serves \d+ articles? on (http:[^\s"]+)/.exec(line) ?? [];
      if (address) resolve(address);
      if (/"level":[56]0/.test(line)) console.error(line.slice(0, 2000));
    });
  });
  const { stdout } = await promisify(execFile)(process.execPath, ['src/main.js', 'key', 'create', 'abuse'], {
    env,
  });
  return {
    url,
    key: stdout.trim(),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
