import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The functions that were called, by the path of their file. A function without a name is listed by its line. */
export type CallsByFile = Map<string, string[]>;

const Targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }));
const Reply = z.object({ id: z.number().optional(), result: z.unknown(), error: z.unknown().optional() });
const CalledFunction = z.object({
  functionName: z.string(),
  /** Without block coverage, one range that is the whole function. */
  ranges: z.array(z.object({ startOffset: z.int(), count: z.int() })),
});
type CalledFunction = z.infer<typeof CalledFunction>;
const Coverage = z.object({
  result: z.array(z.object({ url: z.string(), functions: z.array(CalledFunction) })),
});

/** Counts the function calls of another process through its inspector. */
export interface CallCounter {
  /** Returns the functions called since the last take, by file, for files below `folder`. */
  take(folder: string): Promise<CallsByFile>;
  close(): void;
}

/**
 * Connects to the inspector at a port (Node's `--inspect`) and starts V8's precise coverage there.
 * Throws an Error if the inspector refuses a command.
 */
export async function openCallCounter(port: number): Promise<CallCounter> {
  const targets = Targets.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json());
  const [target] = targets;
  if (target === undefined) throw new Error(`no inspector target at port ${port}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  const waiting = new Map<number, (reply: z.infer<typeof Reply>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const reply = Reply.parse(JSON.parse(String(data)));
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const post = async (method: string, params: object = {}): Promise<unknown> => {
    last += 1;
    const id = last;
    const { promise, resolve } = Promise.withResolvers<z.infer<typeof Reply>>();
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await promise;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  await post('Profiler.enable');
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    async take(folder) {
      const { result } = Coverage.parse(await post('Profiler.takePreciseCoverage'));
      const files: CallsByFile = new Map();
      for (const { url, functions } of result) {
        const path = url.startsWith('file://') ? fileURLToPath(url) : url;
        if (!path.startsWith(folder)) continue;
        const called = functions.filter(({ ranges: [range] }) => range !== undefined && range.count > 0);
        if (called.length > 0) files.set(path, namesOf(called, readFileSync(path, 'utf8')));
      }
      return files;
    },
    close: () => socket.close(),
  };
}

/** Type stripping keeps offsets, so the source file has the lines. */
function namesOf(functions: CalledFunction[], source: string): string[] {
  return functions.map(({ functionName, ranges: [range] }) => {
    const line = source.slice(0, range?.startOffset).split('\n').length;
    return functionName || `line ${line}`;
  });
}
