import { z } from 'zod';
import {
  offices,
  organizationEnds,
  particles,
  placeWords,
  titles,
} from '../../src/reading/mentions/discovery/lexicon.ts';
import { readRows } from '../corpus/read-rows.ts';
import type { TrainingDocument } from './training-document.ts';

/** A personal name that a gold set marks, and the spans that count as found. */
interface GoldName {
  start: number;
  end: number;
  /** The bare name's span first; each longer one takes in another title word before it, up to the gold's own. */
  accepted: Span[];
  /** Who it is within the document. */
  person: string;
  /** False where the set's README would not count it: GUM's names after a common noun ("creator Mark Zuckerberg"). */
  advised: boolean;
}

/** A document with its gold names. */
export interface GoldDocument {
  id: string;
  text: string;
  genre: string;
  names: GoldName[];
  /** Spans that the annotators left undecided; what is found there is neither right nor wrong. */
  undecided: Span[];
  /** Spans that this project leaves out besides: groups, names inside organizations, phrases that end otherwise. */
  excluded: Span[];
}

interface Span {
  start: number;
  end: number;
}

const GumRow = z.object({
  id: z.string(),
  genre: z.string(),
  text: z.string(),
  persons: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      named: z.boolean(),
      plural: z.boolean(),
      pronoun: z.boolean(),
      head_end: z.int(),
      entity: z.string(),
      name_start: z.int().nullish(),
      name_end: z.int().nullish(),
    }),
  ),
});

const Re3dRow = z.object({
  id: z.string(),
  source: z.string(),
  text: z.string(),
  persons: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      entity: z.union([z.string(), z.number()]).nullish(),
      confidence: z.number(),
    }),
  ),
});

const files = {
  'gum-news': 'gum-persons/gum-news.jsonl',
  'gum-other': 'gum-persons/gum-other.jsonl',
  're3d-open': 're3d-persons/re3d-open.jsonl',
  're3d-wikipedia': 're3d-persons/re3d-wikipedia.jsonl',
  're3d-bbc': 're3d-persons/re3d-bbc-noncommercial.jsonl',
};

/**
 * The document as training takes it: names inside those of organizations are no names, and sentences with spans that
 * are left undecided are not learned from.
 */
export function toTrainingDocument({ text, names, undecided, excluded }: GoldDocument): TrainingDocument {
  const isExcluded = (name: Span) => excluded.some(({ start, end }) => start < name.end && end > name.start);
  const isName = (span: Span) => names.some(({ start, end }) => start === span.start && end === span.end);
  return {
    text,
    names: names.filter((name) => !isExcluded(name)),
    undecided: [...undecided, ...excluded.filter((span) => !isName(span))],
  };
}

/** The gold files of persons, by the name that rows and folds call them. */
export type GoldSet = keyof typeof files;

/**
 * Reads a gold set as its README advises (GUM: named and singular; re3d: confidence from 0.9) and reduces each
 * mention to the bare name. Returns no documents if the corpus does not have the set.
 */
export function readGold(corpus: string, set: GoldSet): GoldDocument[] {
  return set === 'gum-news' || set === 'gum-other'
    ? readRows(corpus, files[set], GumRow).map(readGum)
    : readRows(corpus, files[set], Re3dRow).map(readRe3d);
}

/**
 * GUM marks whole phrases, and a phrase is `named` when its head is a proper noun. In "Facebook creator Mark
 * Zuckerberg" the head is "creator", so the name after it is taken from the phrase. Left undecided are groups ("the
 * Sams"), what else stands in such phrases, and names inside those of organizations, which this project does not
 * take for people.
 */
function readGum({ id, text, genre, persons }: z.infer<typeof GumRow>): GoldDocument {
  const names: GoldName[] = [];
  const excluded: Span[] = [];
  for (const person of persons) {
    const { named, plural, pronoun, entity, start, end, head_end: headEnd } = person;
    if (pronoun) continue;
    if (named && !plural) {
      if (person.name_start == null || person.name_end == null) continue;
      const name = bareName(text, person.name_start, wholeName(text, person.name_end, end), entity);
      if (name) names.push(name);
    } else if (named) excluded.push({ start, end });
    else if (!plural) {
      const name = nameAfterNoun(text, headEnd, end, entity);
      if (name) names.push(name);
      else if (/\p{Lu}/u.test(text.slice(headEnd, end))) excluded.push({ start: headEnd, end });
    }
  }
  const single = withoutRepeats(names);
  const nested = single.filter((name) => insideOrganization(text, name.end));
  return { id, text, genre, names: single, undecided: [], excluded: [...excluded, ...nested] };
}

function readRe3d({ id, text, source, persons }: z.infer<typeof Re3dRow>): GoldDocument {
  const names: GoldName[] = [];
  const undecided: Span[] = [];
  for (const { start, end, entity, confidence } of persons) {
    if (confidence < 0.9) {
      undecided.push({ start, end });
      continue;
    }
    const name = nameInPhrase(text, start, end);
    const bare = name && bareName(text, name.start, name.end, '');
    if (bare) names.push({ ...bare, person: String(entity ?? text.slice(bare.start, bare.end)) });
  }
  return { id, text, genre: source, names: withoutRepeats(names), undecided, excluded: [] };
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu;

/** GUM's converter cut names at hyphens ("Mohamed El" of "Mohamed El-Hassan Mohamed"): a name ends where its words do. */
function wholeName(text: string, nameEnd: number, phraseEnd: number): number {
  const rest = /^[-‐]\p{L}+(?:[ -]\p{Lu}[\p{L}.]*)*/u.exec(text.slice(nameEnd, phraseEnd));
  return nameEnd + (rest?.[0].length ?? 0);
}

function nameAfterNoun(text: string, from: number, end: number, person: string): GoldName | undefined {
  const name =
    /^ (\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|(?:al|bin|de|der|von|van|la)\b[\p{L}-]*))*)(?!\p{L})/u.exec(
      text.slice(from, end),
    )?.[1];
  if (!name) return undefined;
  const bare = name.replace(/['’]s?$|\.$/, '');
  const found = bareName(text, from + 1, from + 1 + bare.length, person);
  return found && { ...found, advised: false };
}

function insideOrganization(text: string, end: number): boolean {
  const next = /^(?: &)?((?: \p{Lu}[\p{L}]+)+)/u.exec(text.slice(end))?.[1] ?? '';
  return next
    .split(' ')
    .some((each) => organizationEnds.has(each.toLowerCase()) || placeWords.has(each.toLowerCase()));
}

/** A span without the title words before the name; absent when nothing but titles or small words is left. */
function bareName(text: string, start: number, end: number, person: string): GoldName | undefined {
  const words = [...text.slice(start, end).matchAll(word)].map(({ 0: exact, index }) => ({
    lower: exact.toLowerCase().replace(/\.$/, ''),
    capital:
      /^(?:\p{Ll}{2,3}[-‐])?\p{Lu}/u.test(exact) && !/^(?:the|an?|s?he|his|her|its?|my|i)$/i.test(exact),
    start: start + index,
    end: start + index + exact.length,
  }));
  const isTitle = ({ lower }: { lower: string }) => titles.has(lower) || offices.has(lower);
  if (words.every((each) => isTitle(each) || !each.capital)) return undefined;
  if (
    /^(?:secretary|minister|president|commander|spokesman|department|sheriff)$/.test(
      words.at(-1)?.lower ?? '',
    )
  )
    return undefined;
  const last = words.findLastIndex((each, at) => isTitle(each) && at < words.length - 1);
  const accepted = words.slice(0, last + 2).map((each) => ({ start: each.start, end }));
  const bare = accepted.at(-1);
  const suffix =
    /[ ,]+(?:FRS|PhD|MD|QC|KC|SC|OBE|CBE|MBE|MP|Esq\.?|Jr\.?|Sr\.?)$/.exec(text.slice(start, end))?.[0]
      .length ?? 0;
  const shorter = suffix > 0 ? accepted.map((span) => ({ ...span, end: end - suffix })) : [];
  return bare && { ...bare, accepted: [...accepted.reverse(), ...shorter], person, advised: true };
}

/**
 * The name at the end of a phrase, before any apposition: re3d marks "the Swedish citizen Mohamed Moumou" as a
 * whole. Absent when the phrase ends in no capitals or they belong to "of …", "for …".
 */
function nameInPhrase(text: string, start: number, end: number): Span | undefined {
  const phrase = text.slice(start, end).split(/,\s/)[0] ?? '';
  const words = [...phrase.matchAll(word)];
  let from = words.length;
  while (from > 0) {
    const exact = words[from - 1]?.[0] ?? '';
    if (!/^\p{Lu}/u.test(exact) && !particles.has(exact.toLowerCase().replace(/-.*/, ''))) break;
    from--;
  }
  if (words[from - 1]?.[0] === 'of' && words[from]?.[0] === 'State' && from + 1 < words.length) from++;
  const [first, before] = [words[from], words[from - 1]];
  if (!first || first[0] === 'I' || /^(?:of|for|to|in|and|the)$/i.test(before?.[0] ?? '')) return undefined;
  const last = words.at(-1);
  if (
    !last ||
    (from > 0 &&
      /^the$/i.test(words[0]?.[0] ?? '') &&
      words.length - from === 1 &&
      titles.has(first[0].toLowerCase()))
  )
    return undefined;
  return { start: start + first.index, end: start + last.index + last[0].length };
}

/** One name a place: of nested marks that reduce to spans ending alike, the shortest is the bare name. */
function withoutRepeats(names: readonly GoldName[]): GoldName[] {
  const byEnd = new Map<number, GoldName>();
  for (const name of names) {
    const other = byEnd.get(name.end);
    if (!other) byEnd.set(name.end, name);
    else {
      const [short, long] = name.start >= other.start ? [name, other] : [other, name];
      const accepted = [...short.accepted, ...long.accepted];
      byEnd.set(name.end, { ...short, accepted, advised: short.advised || long.advised });
    }
  }
  return [...byEnd.values()].sort((a, b) => a.start - b.start);
}
