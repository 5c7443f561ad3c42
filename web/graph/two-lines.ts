/** Maximum length of a line in characters. */
const longest = 17;

/** Splits a name into at most two lines; a longer name is truncated. */
// "European External Action Service" → ["European", "External Action…"]
export function twoLines(name: string): string[] {
  if (name.length <= longest - 3) return [name];
  const words = name.split(' ');
  const breaks = words.slice(1).map((_, index) => index + 1);
  const halves = breaks
    .map((at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')])
    .sort((a, b) => widest(a) - widest(b));
  return (halves[0] ?? [name]).map((line) =>
    line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line,
  );
}

function widest(lines: string[]): number {
  return Math.max(...lines.map(({ length }) => length));
}
