/**
 * Compares a JSON answer that a page shows with the real one. Returns a sentence for each difference.
 *
 * Pages show what matters: members that they leave out are not compared. `"…"` stands for any value (ids, times), and
 * a text may end in `…`. A list is shown whole, unless it ends in `"…"`.
 */
export function differences(shown: unknown, real: unknown, path = '$'): string[] {
  if (shown === '…') return real === undefined ? [`${path} is missing`] : [];
  const different = () => [`${path} is ${JSON.stringify(real)}, but the page shows ${JSON.stringify(shown)}`];
  if (typeof shown === 'string' && shown.endsWith('…')) {
    return typeof real === 'string' && real.startsWith(shown.slice(0, -1)) ? [] : different();
  }
  if (Array.isArray(shown)) {
    if (!Array.isArray(real)) return [`${path} is not a list`];
    const open = shown.at(-1) === '…';
    const items = open ? shown.slice(0, -1) : shown;
    const length =
      open || real.length === shown.length ? [] : [`${path} has ${real.length} items, not ${shown.length}`];
    return [
      ...items.flatMap((item, index) => differences(item, real[index], `${path}[${index}]`)),
      ...length,
    ];
  }
  if (shown !== null && typeof shown === 'object') {
    if (real === null || typeof real !== 'object') return [`${path} is not an object`];
    const members: Record<string, unknown> = { ...real };
    return Object.entries(shown).flatMap(([name, value]) =>
      differences(value, members[name], `${path}.${name}`),
    );
  }
  return Object.is(shown, real) ? [] : different();
}

/** Returns a text as a pattern that matches it. */
export const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Compares a text that a page shows (headers, a feed, a stream) with the real one. Returns the shown lines that the
 * real text lacks. The real text has all shown lines in the order of the page, and may have others between them;
 * `…` stands for anything within a line, and a line of `…` alone for any lines.
 */
export function missingLines(shown: string, real: string): string[] {
  const rest = real.split(/\r?\n/);
  return shown.split('\n').filter((line) => {
    if (line.trim() === '' || line.trim() === '…') return false;
    const pattern = new RegExp(`^${line.split('…').map(escapePattern).join('.*')}$`, 'i');
    const found = rest.findIndex((one) => pattern.test(one));
    rest.splice(0, found + 1);
    return found === -1;
  });
}
