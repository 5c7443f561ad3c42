import { createContext, Script } from 'node:vm';

const script = new Script('work()');
// Made once: it takes as long as reading five articles.
const sandbox: { work?: () => void } = {};
const context = createContext(sandbox);

/**
 * Does work in this thread and gives what came of it, or undefined when it took longer than `limit` milliseconds: then
 * it was stopped wherever it was, so what it works with may be in any state. Throws what the work throws.
 */
export function withinTime<Result>(work: () => Result, limit: number): Result | undefined {
  let result: Result | undefined;
  sandbox.work = () => {
    result = work();
  };
  try {
    // This is no fence around what is read: only V8 can stop what is under way, and so it is asked to.
    script.runInContext(context, { timeout: limit });
  } catch (cause) {
    if (isTimeout(cause)) return undefined;
    throw cause;
  } finally {
    delete sandbox.work;
  }
  return result;
}

/** V8 makes the error in the context that was stopped: it is no `Error` of this one. */
function isTimeout(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
