import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { untilAborted } from '../../src/importing/until-aborted.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number++) yield number;
}

test('a stream ends after its last item', async () => {
  expect(await Array.fromAsync(untilAborted(numbers(3), new AbortController().signal))).toEqual([0, 1, 2]);
});

test('a stream ends when the signal is aborted, while it waits as well', async () => {
  const stop = new AbortController();
  async function* endless(): AsyncGenerator<number> {
    yield* numbers(2);
    stop.abort();
    await new Promise(() => undefined);
  }
  expect(await Array.fromAsync(untilAborted(endless(), stop.signal))).toEqual([0, 1]);
  expect(await Array.fromAsync(untilAborted(numbers(2), stop.signal))).toEqual([]);
});

test('items that were handled are not kept in memory', async () => {
  const module = new URL('../../src/importing/until-aborted.ts', import.meta.url).href;
  const script = `
    import { untilAborted } from '${module}';
    async function* items() {
      for (let number = 0; number < 100; number++) yield { number };
    }
    const seen = [];
    const stream = untilAborted(items(), new AbortController().signal);
    for (let next = await stream.next(); seen.length < 90; next = await stream.next()) seen.push(new WeakRef(next.value));
    await new Promise(setImmediate);
    globalThis.gc();
    console.log(seen.filter((item) => item.deref() !== undefined).length);
    await stream.return();`;
  const args = ['--expose-gc', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(Number(stdout)).toBeLessThan(10);
});
