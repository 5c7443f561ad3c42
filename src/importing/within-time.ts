import { createContext, Script } from 'node:vm';

const script = new Script('work()');
// Created once, because that takes as long as parsing five articles.
const sandbox: { work?: () => void } = {};
const context = createContext(sandbox);

/**
 * Runs `work` on this thread with a time limit in milliseconds. Returns its result, or undefined if it was
 * interrupted; its data may then be in any state. Throws what `work` throws.
 */
export function withinTime<Result>(work: () => Result, limit: number): Result | undefined {
  let result: Result | undefined;
  sandbox.work = () => {
    result = work();
  };
  try {
    // The context is not a sandbox: a script is the only code that V8 can interrupt on the same thread.
    script.runInContext(context, { timeout: limit });
  } catch (cause) {
    if (isTimeout(cause)) return undefined;
    throw cause;
  } finally {
    delete sandbox.work;
  }
  return result;
}

/** True for the error of a timeout. It was created in the other context, so `instanceof Error` is false. */
function isTimeout(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
