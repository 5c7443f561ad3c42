/**
 * Yields the items of a stream until the signal is aborted. Ends at once, even while it waits for the next
 * item (such as a pipe without a writer).
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
    // `return` would also wait for the pending item, so it is not awaited.
    const left = iterator.return?.();
    if (!waiting) await left;
  }
}
