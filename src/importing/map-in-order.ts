/**
 * Maps a stream with at most `width()` concurrent calls and yields the results in input order. It reads no
 * further ahead, so memory is bounded. The first error ends it.
 */
export async function* mapInOrder<In, Out>(
  input: AsyncIterable<In>,
  width: () => number,
  map: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const pending: Promise<Out>[] = [];
  for await (const item of input) {
    const result = map(item);
    // Awaiting the result throws its error. Until then it must not be an unhandled rejection.
    result.catch(() => undefined);
    pending.push(result);
    while (pending.length >= width()) {
      const first = pending.shift();
      if (first) yield await first;
    }
  }
  for (const result of pending) yield await result;
}
