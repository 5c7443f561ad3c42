/**
 * Maps a stream with up to `width()` calls under way at once and gives the results in the order of the input.
 * The input is not read further ahead than that, so memory stays bounded. The first fault ends it.
 */
export async function* mapInOrder<In, Out>(
  input: AsyncIterable<In>,
  width: () => number,
  map: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const underWay: Promise<Out>[] = [];
  for await (const item of input) {
    const result = map(item);
    // Its fault is met when its turn comes; until then it must not count as unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    while (underWay.length >= width()) {
      const first = underWay.shift();
      if (first) yield await first;
    }
  }
  for (const result of underWay) yield await result;
}
