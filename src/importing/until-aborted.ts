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
  const iterator = stream[Symbol.asyncIterator]();
  let waiting = false;
  try {
    while (!signal.aborted) {
      waiting = true;
      const next = await nextUnlessAborted(iterator, signal);
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

/** Returns the next item, or undefined if the signal is aborted before. */
async function nextUnlessAborted<T>(
  iterator: AsyncIterator<T>,
  signal: AbortSignal,
): Promise<IteratorResult<T> | undefined> {
  // One promise for each item: a promise for all would keep every item in memory, because `race` adds to its reactions.
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const stop = () => resolve(undefined);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([iterator.next(), promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
