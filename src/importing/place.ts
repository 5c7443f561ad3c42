/** Joins a path and a line number: `wire.ndjson:12`. */
export function placeOf(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}
