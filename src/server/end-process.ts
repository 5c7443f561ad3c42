import { flushCompileCache } from 'node:module';

/** Ends this process. Saves what it compiled, for the next start. */
export function endProcess(code: number): never {
  flushCompileCache();
  process.exit(code);
}
