import type { GoldDocument } from './gold-names.ts';

/** Right, missed and wrong finds, by mention and by person. */
export interface NameCounts {
  right: number;
  missed: number;
  wrong: number;
}

interface FoundSpan {
  start: number;
  end: number;
}

/** The document as its README advises to score it and no step further: the names that it counts, nothing excluded. */
export function asAdvised(document: GoldDocument): GoldDocument {
  return { ...document, names: document.names.filter((name) => name.advised), excluded: [] };
}

/** Counts the mentions: a find is right when it is one of the gold's accepted spans. */
export function countMentions(document: GoldDocument, found: readonly FoundSpan[]): NameCounts {
  const rest = new Set(found);
  let right = 0;
  let missed = 0;
  for (const name of document.names) {
    const hit = [...rest].find((one) =>
      name.accepted.some((span) => span.start === one.start && span.end === one.end),
    );
    if (hit && !isOpen(document, name)) right++;
    else if (!hit && !isOpen(document, name)) missed++;
    if (hit) rest.delete(hit);
  }
  const wrong = [...rest].filter((one) => !isOpen(document, one)).length;
  return { right, missed, wrong };
}

/**
 * Counts the persons: a gold person is found when one of its mentions is, a found name (its longest form in the
 * document; short forms that are a word of a longer found name go with it) is wrong when none of its spans is right.
 */
export function countPersons(document: GoldDocument, found: readonly FoundSpan[]): NameCounts {
  const accepted = new Map<string, string>();
  for (const name of document.names)
    for (const { start, end } of name.accepted) accepted.set(`${start}-${end}`, name.person);
  const people = new Set(document.names.filter((name) => !isOpen(document, name)).map((name) => name.person));
  const hit = new Set<string>();
  const groups = new Map<string, boolean>();
  const texts = found.map(({ start, end }) => document.text.slice(start, end));
  found.forEach((one, i) => {
    const person = accepted.get(`${one.start}-${one.end}`);
    if (person !== undefined && people.has(person)) hit.add(person);
    const text = texts[i] ?? '';
    const longest =
      texts.find((other) => other.length > text.length && other.split(/\s/).includes(text)) ?? text;
    groups.set(longest, (groups.get(longest) ?? false) || person !== undefined || isOpen(document, one));
  });
  const wrong = [...groups.values()].filter((right) => !right).length;
  return { right: hit.size, missed: people.size - hit.size, wrong };
}

/** Precision, recall and their harmonic mean over documents; 0 where undefined. */
export function rate(counts: readonly NameCounts[]): { precision: number; recall: number; f1: number } {
  const sum = (key: keyof NameCounts) => counts.reduce((total, each) => total + each[key], 0);
  const [right, missed, wrong] = [sum('right'), sum('missed'), sum('wrong')];
  return {
    precision: right / (right + wrong || 1),
    recall: right / (right + missed || 1),
    f1: (2 * right) / (2 * right + missed + wrong || 1),
  };
}

function isOpen(document: GoldDocument, one: FoundSpan): boolean {
  return [...document.undecided, ...document.excluded].some(
    ({ start, end }) => start < one.end && end > one.start,
  );
}
