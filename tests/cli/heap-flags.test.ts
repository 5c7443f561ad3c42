import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const module = new URL('../../src/cli/heap-flags.ts', import.meta.url).href;

/** Bytes of the young generation in a new process after many short-lived objects. */
async function youngBytes(call: string): Promise<number> {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { limitYoungGeneration } from '${module}';
    ${call}
    let kept = [];
    for (let i = 0; i < 400_000; i++) {
      kept.push({ i, text: String(i) });
      if (kept.length > 20_000) kept = [];
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return Number(stdout);
}

test('the young generation grows under load unless it is limited', async () => {
  const free = await youngBytes('');
  expect(await youngBytes('limitYoungGeneration();')).toBeLessThanOrEqual(free / 4);
});
