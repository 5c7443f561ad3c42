import { spawn } from 'node:child_process';
import { killAtEnd } from './kill-at-end.ts';

/** Result of a call of the command line. */
export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `dateline` in a process of its own, with `input` as standard input, and waits for its end. */
export async function runDateline(
  args: string[],
  environment: Record<string, string> = {},
  input = '',
): Promise<Outcome> {
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', ...args], {
      env: { ...process.env, LOG_FORMAT: 'json', ...environment },
    }),
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}
