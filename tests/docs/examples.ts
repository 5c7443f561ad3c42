import { readFileSync } from 'node:fs';

/** A shell example of a page, and the answer that the page shows for it. */
export interface Example {
  page: string;
  /** Line of the page where it begins. */
  line: number;
  command: string;
  /** The JSON block that follows it, in which `…` stands for whatever is there; null when there is none. */
  answer: unknown;
}

/**
 * The `curl` examples of a Markdown page: each line of a `sh` block that begins with curl, continued lines
 * joined, with the `json` block right after as the answer of the last one.
 */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  const lines = readFileSync(page, 'utf8').split('\n');
  let fence: string | undefined;
  let block: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('```')) {
      if (fence !== undefined) block.push(line);
      continue;
    }
    if (fence === undefined) {
      fence = line.slice(3).trim();
      block = [];
      continue;
    }
    if (fence === 'sh') {
      for (const command of block.join('\n').replaceAll('\\\n', '').split('\n')) {
        if (/^curl\b/.test(command)) examples.push({ page, line: index + 1, command, answer: null });
      }
    }
    const last = examples.at(-1);
    if (fence === 'json' && last && last.answer === null) last.answer = JSON.parse(block.join('\n'));
    fence = undefined;
  }
  return examples;
}

/**
 * What a page shows as vitest's `toMatchObject` takes it: `"…"` matches anything; a list may end in `"…"`,
 * and then shows only its beginning.
 */
export function differences(shown: unknown, real: unknown, path = '$'): string[] {
  if (shown === '…') return [];
  if (typeof shown === 'string' && shown.endsWith('…')) {
    const begins = typeof real === 'string' && real.startsWith(shown.slice(0, -1));
    return begins ? [] : [`${path} is ${JSON.stringify(real)}, but the page shows ${JSON.stringify(shown)}`];
  }
  if (Array.isArray(shown)) {
    if (!Array.isArray(real)) return [`${path} is no list`];
    const open = shown.at(-1) === '…';
    const begun = open ? shown.slice(0, -1) : shown;
    const faults = begun.flatMap((item, index) => differences(item, real[index], `${path}[${index}]`));
    if (!open && real.length !== shown.length)
      faults.push(`${path} has ${real.length} items, not ${shown.length}`);
    return faults;
  }
  if (shown !== null && typeof shown === 'object') {
    if (real === null || typeof real !== 'object') return [`${path} is no object`];
    const members: Record<string, unknown> = { ...real };
    return Object.entries(shown).flatMap(([name, value]) =>
      name === '…' ? [] : differences(value, members[name], `${path}.${name}`),
    );
  }
  return Object.is(shown, real)
    ? []
    : [`${path} is ${JSON.stringify(real)}, but the page shows ${JSON.stringify(shown)}`];
}
