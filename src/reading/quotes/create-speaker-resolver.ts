import type { Mention, Span } from '../../model/mention.ts';
import type { Speaker } from '../../model/quote.ts';
import type { Attribution } from './attribution.ts';
import { canSpeak, runsOver } from './can-speak.ts';
import type { Passage } from './find-passages.ts';
import { pronounOfGivenName } from './given-names.ts';
import type { Token } from './paragraph-tokens.ts';
import { prepositions } from './word-classes.ts';

/** Finds the speaker of an attribution. Null for `we`, `you` and subjects that cannot speak. */
export type SpeakerResolver = (attribution: Attribution) => Speaker | null;

type Pronoun = 'he' | 'she';

/**
 * Creates the speaker resolver of an article. A name resolves to the mention it overlaps, a pronoun to the nearest
 * earlier person outside quotation marks that fits, a description to the nearest person with that role, and `I` to the
 * `author`.
 */
export function createSpeakerResolver(
  text: string,
  mentions: readonly Mention[],
  passages: readonly Passage[],
  author: string | null,
): SpeakerResolver {
  const inBody = mentions
    .filter((mention) => mention.field === 'body' && /^(?:person|organization)\//.test(mention.tag))
    .filter((mention) => text.slice(mention.start, mention.end) === mention.exact)
    .sort((a, b) => a.start - b.start);
  const outsideQuotes = withoutQuoted(inBody, passages);
  const longest = inBody.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  /** Returns the mentions that begin or end within a span. An article may have thousands, and as many quotes. */
  const around = (start: number, end: number) =>
    inBody
      .slice(firstFrom(inBody, start - longest), firstFrom(inBody, end))
      .filter((mention) => mention.end > start);
  const candidates = antecedentsOf(outsideQuotes, pronounsOf(text, inBody));
  const holders = lazily(() => mentionsByRole(outsideQuotes));
  const bySurname = lazily(() => personsBySurname(inBody));

  // A word that is capitalised inside a sentence, too, is a name.
  const names = lazily(
    () =>
      new Set([
        ...inBody.flatMap(({ exact }) => exact.split(' ')),
        ...text.matchAll(/(?<=\p{Ll},? )\p{Lu}[\p{L}-]+/gu).map(([word]) => word),
      ]),
  );
  const isName = (word: string) => names().has(word);
  const authorSpeaker = author === null ? null : { name: author, tag: tagOf(mentions, author) };

  return (attribution) => {
    const { tokens, subject } = attribution;
    if (!subject) return null;
    const first = tokens[subject.from];
    const last = tokens[subject.to - 1];
    if (!first || !last) return null;
    const start = first.start;
    const end = last.end - (/['’]s?$/.exec(last.text)?.[0].length ?? 0);
    const phrase = { start, end, exact: text.slice(start, end) };
    const person = subject.to - subject.from === 1 ? grammaticalPerson(first.lower) : 'third';
    if (person !== 'third') return person === 'i' && authorSpeaker ? { ...authorSpeaker, ...phrase } : null;
    const pronoun = first.lower.replace(/['’](?:s|d|ll)$/, '');
    if (subject.kind === 'pronoun' || (subject.to - subject.from === 1 && /^(?:he|she)$/.test(pronoun))) {
      const antecedent = antecedentOf(text, candidates, start, pronoun);
      return { tag: antecedent?.tag ?? null, name: antecedent?.name ?? phrase.exact, ...phrase };
    }
    const named =
      mentionIn(around(start, end), start, end, subject.kind === 'name') ??
      (subject.kind === 'name' ? bySurname().get(lastWord(phrase.exact)) : undefined);
    if (named && subject.kind === 'name') {
      const overlaps = named.start < end && named.end > start;
      const span = overlaps ? { start: named.start, end: named.end, exact: named.exact } : phrase;
      return { tag: named.tag, name: named.name, ...span };
    }
    const holder =
      named ??
      apposedPerson(inBody, tokens, subject.to) ??
      describedPerson(around(start, end), phrase) ??
      (/^the\s/i.test(phrase.exact) ? roleHolder(holders(), start, phrase.exact) : undefined);
    if (runsOver(attribution)) {
      const named = leadingPerson(text, around(start, end), start, end);
      return named
        ? { tag: named.tag, name: named.name, start: named.start, end: named.end, exact: named.exact }
        : null;
    }
    if (!holder && !canSpeak(attribution, isName)) return null;
    return { tag: holder?.tag ?? null, name: holder?.name ?? phrase.exact, ...phrase };
  };
}

/** Returns the grammatical person of a pronoun; `third` for other words. */
function grammaticalPerson(word: string): 'i' | 'we-or-you' | 'third' {
  if (/^(?:i(?:['’](?:ve|d|m|ll))?|my)$/.test(word)) return 'i';
  return /^(?:we|you)(?:['’](?:ve|d|re|ll))?$|^(?:our|your)$/.test(word) ? 'we-or-you' : 'third';
}

/** Finds the person in a subject that runs over a verb: `Clinton aide Brian Fallon issues a statement`. */
function leadingPerson(text: string, mentions: Mention[], start: number, end: number): Mention | undefined {
  const person = mentions.find(
    (mention) =>
      mention.tag.startsWith('person/') &&
      mention.start >= start &&
      mention.end <= end &&
      /^ \p{Ll}/u.test(text.slice(mention.end)),
  );
  const before = person && text.slice(start, person.start);
  return before !== undefined && /^(?:[\p{Lu}\p{Ll}.-]+ ){0,4}$/u.test(before) ? person : undefined;
}

function tagOf(mentions: readonly Mention[], name: string): string | null {
  const known = mentions.find((mention) => mention.tag.startsWith('person/') && mention.name === name);
  return known?.tag ?? null;
}

function withoutQuoted(mentions: Mention[], passages: readonly Passage[]): Mention[] {
  let index = 0;
  return mentions.filter((mention) => {
    while ((passages[index]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) index += 1;
    const passage = passages[index];
    return !passage || mention.start < passage.start;
  });
}

/** Finds the mention at the end of a name, people first. A description must be an organization (`the EU`). */
function mentionIn(mentions: Mention[], start: number, end: number, isName: boolean): Mention | undefined {
  if (!isName) {
    return mentions.find(
      (mention) =>
        mention.tag.startsWith('organization/') && mention.end === end && mention.start - start <= 4,
    );
  }
  const covering = mentions.filter((mention) => mention.end >= end);
  return covering.find((mention) => mention.tag.startsWith('person/')) ?? covering[0];
}

/** Finds the name in apposition to a description: `Her Estonian counterpart, Vladimir Svet, said`. */
function apposedPerson(mentions: Mention[], tokens: Token[], end: number): Mention | undefined {
  const opening = tokens[end + 1];
  if (tokens[end]?.text !== ',' || !opening) return undefined;
  const person = mentions
    .slice(firstFrom(mentions, opening.start), firstFrom(mentions, opening.start + 13))
    .find(({ tag }) => tag.startsWith('person/'));
  const next = tokens.find((token) => person !== undefined && token.start >= person.end);
  return next && /^[,—–-]+$/.test(next.text) ? person : undefined;
}

/** Finds a name after adjectives: `a smiling Clinton`. */
function describedPerson(mentions: Mention[], phrase: Span): Mention | undefined {
  const person = mentions.find(
    ({ tag, start, end }) => tag.startsWith('person/') && end === phrase.end && start > phrase.start,
  );
  const before = person && phrase.exact.slice(0, person.start - phrase.start);
  if (!before || !/^(?:an?|the) (?:\p{Ll}[\p{Ll}-]+ ){1,3}$/iu.test(before)) return undefined;
  return before.split(' ').some((word) => prepositions.has(word)) ? undefined : person;
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1) ?? '';
}

/** Returns the first mention of a person of each surname. */
function personsBySurname(mentions: Mention[]): Map<string, Mention> {
  const persons = mentions.filter(({ tag }) => tag.startsWith('person/'));
  return new Map(persons.toReversed().map((mention) => [lastWord(mention.name), mention]));
}

/** Mentions that a pronoun can mean, in the order of the text. */
type Antecedents = Record<Pronoun | 'it', Mention[]>;

function antecedentsOf(mentions: Mention[], pronouns: Map<string, Pronoun>): Antecedents {
  const persons = mentions.filter(({ tag }) => tag.startsWith('person/'));
  const who = (pronoun: Pronoun) => persons.filter(({ tag }) => (pronouns.get(tag) ?? pronoun) === pronoun);
  return {
    he: who('he'),
    she: who('she'),
    it: mentions.filter(({ tag }) => tag.startsWith('organization/')),
  };
}

function antecedentOf(
  text: string,
  candidates: Antecedents,
  before: number,
  pronoun: string,
): Mention | undefined {
  const subject = /^(?:he|his)$/.test(pronoun) ? 'he' : /^(?:she|her)$/.test(pronoun) ? 'she' : 'it';
  if (subject === 'it' && !/^its?$/.test(pronoun)) return undefined;
  const mentions = candidates[subject];
  const nearest = lastBefore(mentions, before);
  if (!nearest) return undefined;
  // The first person of a sentence is usually its subject, and a pronoun usually refers to a subject.
  const first = mentions[firstFrom(mentions, sentenceStart(text, nearest.start))];
  return first && first.end <= before ? first : nearest;
}

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 500);
  const [last] = [...text.slice(from, at).matchAll(/[\p{Ll}\d)]{3}[.?!]["”’']*\s|\n/gu)].slice(-1);
  return last ? from + last.index + last[0].length : from;
}

/** Returns the mentions by the words of their roles, in the order of the text. */
function mentionsByRole(mentions: Mention[]): Map<string, Mention[]> {
  const byRole = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const word of new Set(mention.role?.toLowerCase().split(/[^\p{L}-]+/u))) {
      const holders = byRole.get(word);
      if (holders) holders.push(mention);
      else byRole.set(word, [mention]);
    }
  }
  return byRole;
}

/** Finds the nearest earlier person whose role contains the head noun: `the foreign minister`. */
function roleHolder(
  byRole: Map<string, Mention[]>,
  before: number,
  description: string,
): Mention | undefined {
  const head = lastWord(description.split(/\s(?:of|for|at|from|with|in|on)\s/)[0] ?? '').toLowerCase();
  return head === '' ? undefined : lastBefore(byRole.get(head) ?? [], before);
}

/** Returns the index of the first mention that begins at an offset or later, by binary search. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  let [from, to] = [0, mentions.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((mentions[middle]?.start ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Returns the last mention that ends at an offset or earlier. */
function lastBefore(mentions: readonly Mention[], offset: number): Mention | undefined {
  let index = firstFrom(mentions, offset) - 1;
  while ((mentions[index]?.end ?? 0) > offset) index--;
  return mentions[index];
}

/** Returns a function that computes a value when it is first called. */
function lazily<T>(compute: () => T): () => T {
  let computed: { value: T } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

/** Returns the pronouns of people (by tag), as far as honorifics and given names imply them. */
function pronounsOf(text: string, mentions: Mention[]): Map<string, Pronoun> {
  const pronouns = new Map<string, Pronoun>();
  for (const mention of mentions) {
    if (pronouns.has(mention.tag) || !mention.tag.startsWith('person/')) continue;
    const lead = text.slice(Math.max(0, mention.start - 14), mention.end);
    const pronoun = /\b(?:Mr|Sir|Lord|King|Prince|spokesman|chairman)\b/.test(lead)
      ? 'he'
      : /\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Dame|spokeswoman|chairwoman)\b/.test(lead)
        ? 'she'
        : pronounOfGivenName(mention.name.split(/[\s-]+/)[0] ?? '');
    if (pronoun) pronouns.set(mention.tag, pronoun);
  }
  return pronouns;
}
