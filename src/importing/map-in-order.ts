/**
 * Maps a stream with up to `width()` concurrent calls and yields the results in input order. Reads no further
 * ahead, so memory is bounded. The first error ends it.
 */
export async function* mapInOrder<In, Out>(
  input: AsyncIterable<In>,
  width: () => number,
  map: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const underWay: Promise<Out>[] = [];
  for await (const item of input) {
    const result = map(item);
    // The error is thrown when this result is awaited. Until then it must not count as an unhandled
    // rejection.
    result.catch(() => undefined);
    underWay.push(result);
    while (underWay.length >= width()) {
      const first = underWay.shift();
      if (first) yield await first;
    }
  }
  for (const result of underWay) yield await result;
}
