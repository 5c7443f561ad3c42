import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './start-server.ts';

/** Asks from several connections, without pause, until told to stop; gives how often, and what went wrong. */
function askWithoutPause(url: string, connections: number) {
  const agent = new Agent({ connections, pipelining: 1 });
  const state = { answered: 0, failures: [] as string[], stopped: false };
  const paths = ['/v1/articles', '/v1/articles?q=borrell', '/v1/people', '/healthz'];
  const one = async (offset: number) => {
    for (let turn = offset; !state.stopped; turn += 1) {
      try {
        const path = paths[turn % paths.length];
        const { statusCode, body } = await request(`${url}${path}`, { dispatcher: agent });
        await body.dump();
        if (statusCode === 200) state.answered += 1;
        else state.failures.push(`${path} ${statusCode}`);
      } catch (error) {
        state.failures.push(String(error));
      }
    }
  };
  const running = Promise.all(Array.from({ length: connections }, (_, index) => one(index)));
  return {
    state,
    async stop() {
      state.stopped = true;
      await running;
      await agent.close();
      return state;
    },
  };
}

/** The messages that a server has logged so far, requests left out. */
function messages(log: string[]): string[] {
  return log.map((line) => JSON.parse(line).msg).filter((message) => message !== undefined);
}

async function untilLogged(log: string[], pattern: RegExp): Promise<void> {
  const deadline = Date.now() + 25_000;
  while (!messages(log).some((message) => pattern.test(message))) {
    if (Date.now() > deadline) throw new Error(`never logged ${pattern}: ${messages(log).join('\n')}`);
    await pause(20);
  }
}

/** The processes that answered, by what they logged. */
function pids(log: string[]): Set<number> {
  return new Set(
    log.flatMap((line) => {
      const { pid, reqId } = JSON.parse(line);
      return reqId ? [pid] : [];
    }),
  );
}

test('several processes serve one port, and the start says so in one line', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  onTestFinished(() => void server.stop());
  expect(messages(server.log)).toEqual([
    `Dateline 0.1.0 serves 1 article on ${server.url} (docs: ${server.url}/docs) from 2 processes`,
  ]);
  const load = askWithoutPause(server.url, 8);
  await pause(500);
  const { failures } = await load.stop();
  expect(failures).toEqual([]);
  await expect.poll(() => pids(server.log).size, { timeout: 10_000 }).toBe(2);
});

test('SIGHUP replaces all processes without a failed request', { timeout: 60_000 }, async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  onTestFinished(() => void server.stop());
  const load = askWithoutPause(server.url, 8);
  await pause(300);
  server.process.kill('SIGHUP');
  await untilLogged(server.log, /all processes are replaced/);
  await pause(300);
  const { answered, failures } = await load.stop();
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(100);
  await expect.poll(() => pids(server.log).size, { timeout: 10_000 }).toBe(4);
});

test('a process that is killed is replaced', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  onTestFinished(() => void server.stop());
  const load = askWithoutPause(server.url, 4);
  await expect.poll(() => pids(server.log).size, { timeout: 10_000 }).toBeGreaterThan(0);
  const [victim] = pids(server.log);
  process.kill(Number(victim), 'SIGKILL');
  await load.stop();
  await untilLogged(server.log, /ended with SIGKILL/);
  await untilLogged(server.log, /another process serves/);
  const after = askWithoutPause(server.url, 8);
  await pause(500);
  expect((await after.stop()).failures).toEqual([]);
  await expect.poll(() => pids(server.log).size, { timeout: 10_000 }).toBe(3);
});

test('SIGTERM ends all processes after what they have in flight', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  await (await fetch(`${server.url}/v1/articles`)).text();
  expect(await server.stop('SIGTERM')).toBe(0);
  await expect(fetch(server.url)).rejects.toThrow();
});
