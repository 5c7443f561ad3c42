/**
 * The stream until the signal is given: then it ends, even while the next item is still waited for (a pipe
 * that nobody writes to).
 */
export async function* untilAborted<T>(
  stream: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  if (!signal) {
    yield* stream;
    return;
  }
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const iterator = stream[Symbol.asyncIterator]();
  let waiting = false;
  try {
    for (;;) {
      waiting = true;
      const next = await Promise.race([iterator.next(), aborted]);
      if (next === undefined) return;
      waiting = false;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // A generator that still waits for its own input can't be asked to return: it would wait as well.
    const left = iterator.return?.();
    if (!waiting) await left;
  }
}
