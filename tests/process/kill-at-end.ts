import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll } from 'vitest';

const running = new Set<ChildProcess>();

/** Kills a program, if it still runs, when the test file ends: also after a test that failed or timed out. */
export function killAtEnd<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

afterAll(async () => {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }),
  );
});

// When vitest ends the worker before that.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
