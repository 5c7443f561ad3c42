/** Maximum number of entries that are compared with each other. More with one key say nothing. */
const MAX_BLOCK = 400;

/** Yields the pairs of entries with a key in common, a pair once for each such key. */
export function* pairs<T>(entries: T[], keys: (entry: T) => string[]): Generator<[T, T]> {
  for (const block of blocks(entries, keys)) yield* pairsOf(block);
}

/** Yields the pairs of a group. */
export function* pairsOf<T>(block: T[]): Generator<[T, T]> {
  for (const [index, one] of block.entries()) for (const other of block.slice(index + 1)) yield [one, other];
}

/** Returns groups of 2 to 400 entries with a key in common. */
export function blocks<T>(entries: T[], keys: (entry: T) => string[]): T[][] {
  const found = [...blockMap(entries, keys).values()];
  return found.filter(({ length }) => length > 1 && length <= MAX_BLOCK);
}

/** Groups entries by each of their keys. */
export function blockMap<T>(entries: T[], keys: (entry: T) => string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const entry of entries) {
    for (const key of new Set(keys(entry))) {
      const block = found.get(key);
      if (block) block.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}
