import { flushCompileCache } from 'node:module';

/** Ends this process. Saves what it compiled, for the next start. */
export function endProcess(code: number): never {
  flushCompileCache();
  process.exit(code);
}

/**
 * Executes the program on disk in this process, which keeps its id, so that its supervisor notices nothing. Ends the
 * process on systems without `execve`.
 */
export function restartProcess(): void {
  if (process.execve === undefined) endProcess(0);
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)]);
}
