import { Agent, request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './start-server.ts';

/** Sends requests over several connections, without a pause, until it is stopped; counts answers and failures. */
function askWithoutPause(url: string, connections: number) {
  // A connection that was passed to a process just before it was killed never gets a response.
  const agent = new Agent({ connections, pipelining: 1, headersTimeout: 20_000 });
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

/** Messages that a server has logged so far, without those of requests. */
function messages(log: string[]): string[] {
  return log.map((line) => JSON.parse(line).msg).filter((message) => message !== undefined);
}

/** Process ids that have logged a request. */
function pids(log: string[]): Set<number> {
  return new Set(
    log.flatMap((line) => {
      const { pid, reqId } = JSON.parse(line);
      return reqId ? [pid] : [];
    }),
  );
}

/** Waits until so many processes have answered a request. */
const untilAnsweredBy = (log: string[], processes: number) =>
  expect.poll(() => pids(log).size).toBe(processes);

test('several processes serve one port, and the start says so in one line', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  onTestFinished(async () => {
    await server.stop();
  });
  expect(messages(server.log)).toEqual([
    `Dateline 0.1.0 serves 1 article on ${server.url} (docs: ${server.url}/docs) from 2 processes`,
  ]);
  const load = askWithoutPause(server.url, 8);
  await untilAnsweredBy(server.log, 2);
  expect((await load.stop()).failures).toEqual([]);
});

test('SIGHUP replaces all processes without a failed request', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  onTestFinished(async () => {
    await server.stop();
  });
  const load = askWithoutPause(server.url, 8);
  await untilAnsweredBy(server.log, 2);
  server.process.kill('SIGHUP');
  await server.logged(/replaced all processes/);
  await untilAnsweredBy(server.log, 4);
  const { answered, failures } = await load.stop();
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(0);
});

test('a process that is killed is replaced', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  onTestFinished(async () => {
    await server.stop();
  });
  const load = askWithoutPause(server.url, 8);
  await untilAnsweredBy(server.log, 2);
  const [victim] = pids(server.log);
  process.kill(Number(victim), 'SIGKILL');
  await load.stop();
  await server.logged(/server process exited \(SIGKILL\)/);
  await server.logged(/replacement server process started/);
  const after = askWithoutPause(server.url, 8);
  await untilAnsweredBy(server.log, 3);
  expect((await after.stop()).failures).toEqual([]);
});

test('SIGTERM during a reload ends the process that was being started too', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  server.process.kill('SIGHUP');
  await server.logged(/replacing all processes/);
  expect(await server.stop('SIGTERM')).toBe(0);
});

test('SIGTERM ends all processes after what they have in flight', async () => {
  const server = await startServer({ WEB_CONCURRENCY: '2' });
  await (await fetch(`${server.url}/v1/articles`)).text();
  expect(await server.stop('SIGTERM')).toBe(0);
  await expect(fetch(server.url)).rejects.toThrow();
});
