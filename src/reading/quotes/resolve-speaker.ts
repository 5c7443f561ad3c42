import type { Mention, Span } from '../../model/mention.ts';
import type { Speaker } from '../../model/quote.ts';
import type { Attribution } from './attribution.ts';
import { canSpeak, runsOver } from './can-speak.ts';
import { givenNameGender } from './given-names.ts';
import type { Token } from './paragraph-tokens.ts';
import type { Passage } from './quoted-passages.ts';
import { prepositions } from './word-classes.ts';

/** Resolves the words that name speakers, within one article. */
export type SpeakerResolver = (attribution: Attribution) => Speaker | null;

type Gender = 'he' | 'she';

/**
 * Builds the resolver of an article: a name goes to the mention it overlaps, a pronoun to the nearest earlier
 * person outside quotation marks that it can mean, a description to the nearest person with that role. Outside
 * quotation marks `I` is the `author`, and nobody where the author is not known; `we` and `you` are nobody.
 */
export function speakerResolver(
  text: string,
  mentions: readonly Mention[],
  passages: readonly Passage[],
  author: string | null,
): SpeakerResolver {
  const inBody = mentions
    .filter((mention) => mention.field === 'body' && /^(?:person|organization)\//.test(mention.tag))
    .filter((mention) => text.slice(mention.start, mention.end) === mention.exact)
    .sort((a, b) => a.start - b.start);
  const narrated = outside(inBody, passages);
  const genders = gendersOf(text, inBody);

  // A word that has a capital inside a sentence too is a name.
  const isName = (word: string) =>
    inBody.some(({ exact }) => exact.split(' ').includes(word)) ||
    [...text.matchAll(/(?<=\p{Ll},? )\p{Lu}[\p{L}-]+/gu)].some(([other]) => other === word);
  const writer = author === null ? null : { name: author, tag: tagOf(mentions, author) };

  return (attribution) => {
    const { tokens, subject } = attribution;
    if (!subject) return null;
    const first = tokens[subject.from];
    const last = tokens[subject.to - 1];
    if (!first || !last) return null;
    const start = first.start;
    const end = last.end - (/['’]s?$/.exec(last.text)?.[0].length ?? 0);
    const written = { start, end, exact: text.slice(start, end) };
    const person = subject.to - subject.from === 1 ? grammaticalPerson(first.lower) : 'third';
    if (person !== 'third') return person === 'i' && writer ? { ...writer, ...written } : null;
    const pronoun = first.lower.replace(/['’](?:s|d|ll)$/, '');
    if (subject.kind === 'pronoun' || (subject.to - subject.from === 1 && /^(?:he|she)$/.test(pronoun))) {
      const antecedent = antecedentOf(text, narrated, start, pronoun, genders);
      return { tag: antecedent?.tag ?? null, name: antecedent?.name ?? written.exact, ...written };
    }
    const named =
      mentionIn(inBody, start, end, subject.kind === 'name') ??
      (subject.kind === 'name' ? namesake(inBody, written.exact) : undefined);
    if (named && subject.kind === 'name') {
      const overlaps = named.start < end && named.end > start;
      const span = overlaps ? { start: named.start, end: named.end, exact: named.exact } : written;
      return { tag: named.tag, name: named.name, ...span };
    }
    const holder =
      named ??
      apposedPerson(inBody, tokens, subject.reach) ??
      describedPerson(inBody, written) ??
      (/^the\s/i.test(written.exact) ? roleHolder(narrated, start, written.exact) : undefined);
    if (runsOver(attribution)) {
      const named = leadingPerson(text, inBody, start, end);
      return named
        ? { tag: named.tag, name: named.name, start: named.start, end: named.end, exact: named.exact }
        : null;
    }
    if (!holder && !canSpeak(attribution, isName)) return null;
    return { tag: holder?.tag ?? null, name: holder?.name ?? written.exact, ...written };
  };
}

/** Whom a word outside quotation marks means: the writer alone, an unnamed `we` or `you`, or another. */
function grammaticalPerson(word: string): 'i' | 'we-or-you' | 'third' {
  if (/^(?:i(?:['’](?:ve|d|m|ll))?|my)$/.test(word)) return 'i';
  return /^(?:we|you)(?:['’](?:ve|d|re|ll))?$|^(?:our|your)$/.test(word) ? 'we-or-you' : 'third';
}

/** `Clinton aide Brian Fallon issues a statement`: the first person of words that run over a verb, no mere possessor. */
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

function outside(mentions: Mention[], passages: readonly Passage[]): Mention[] {
  let index = 0;
  return mentions.filter((mention) => {
    while ((passages[index]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) index += 1;
    const passage = passages[index];
    return !passage || mention.start < passage.start;
  });
}

/** The mention that ends a name (a person first; `Ruiz Foundation` is not Ruiz); for a description only one that ends it (`the EU`). */
function mentionIn(mentions: Mention[], start: number, end: number, isName: boolean): Mention | undefined {
  const overlapping = mentions.filter((mention) => mention.start < end && mention.end > start);
  if (!isName) {
    return overlapping.find(
      (mention) =>
        mention.tag.startsWith('organization/') && mention.end === end && mention.start - start <= 4,
    );
  }
  const covering = overlapping.filter((mention) => mention.end >= end);
  return covering.find((mention) => mention.tag.startsWith('person/')) ?? covering[0];
}

/** `Her Estonian counterpart, Vladimir Svet, said`: the name that the description is set off from. */
function apposedPerson(mentions: Mention[], tokens: Token[], reach: number): Mention | undefined {
  const opening = tokens[reach + 1];
  if (tokens[reach]?.text !== ',' || !opening) return undefined;
  const person = mentions.find(
    ({ tag, start }) => tag.startsWith('person/') && start >= opening.start && start - opening.start <= 12,
  );
  const next = tokens.find((token) => person !== undefined && token.start >= person.end);
  return next && /^[,—–-]+$/.test(next.text) ? person : undefined;
}

/** `a smiling Clinton`: a name with nothing but adjectives before it. */
function describedPerson(mentions: Mention[], written: Span): Mention | undefined {
  const person = mentions.find(
    ({ tag, start, end }) => tag.startsWith('person/') && end === written.end && start > written.start,
  );
  const before = person && written.exact.slice(0, person.start - written.start);
  if (!before || !/^(?:an?|the) (?:\p{Ll}[\p{Ll}-]+ ){1,3}$/iu.test(before)) return undefined;
  return before.split(' ').some((word) => prepositions.has(word)) ? undefined : person;
}

function namesake(mentions: Mention[], name: string): Mention | undefined {
  const surname = name.split(/\s+/).at(-1);
  return mentions.find(
    (mention) => mention.tag.startsWith('person/') && mention.name.split(/\s+/).at(-1) === surname,
  );
}

function antecedentOf(
  text: string,
  mentions: Mention[],
  before: number,
  pronoun: string,
  genders: Map<string, Gender>,
): Mention | undefined {
  const gender =
    pronoun === 'he' || pronoun === 'his' ? 'he' : pronoun === 'she' || pronoun === 'her' ? 'she' : undefined;
  const type = gender ? 'person/' : pronoun === 'it' || pronoun === 'its' ? 'organization/' : undefined;
  if (!type) return undefined;
  const canMean = (mention: Mention) => {
    const known = genders.get(mention.tag);
    return mention.end <= before && mention.tag.startsWith(type) && (!gender || !known || known === gender);
  };
  const nearest = mentions.findLast(canMean);
  if (!nearest) return undefined;
  // The first person of a sentence is mostly its subject, and a pronoun mostly keeps to the subject.
  const sentence = sentenceStart(text, nearest.start);
  return mentions.find((mention) => mention.start >= sentence && canMean(mention)) ?? nearest;
}

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 500);
  const [last] = [...text.slice(from, at).matchAll(/[\p{Ll}\d)]{3}[.?!]["”’']*\s|\n/gu)].slice(-1);
  return last ? from + last.index + last[0].length : from;
}

/** `the foreign minister` → the nearest earlier person whose role holds the last word of the description. */
function roleHolder(mentions: Mention[], before: number, description: string): Mention | undefined {
  const head = description
    .split(/\s(?:of|for|at|from|with|in|on)\s/)[0]
    ?.split(/\s+/)
    .at(-1)
    ?.toLowerCase();
  if (!head) return undefined;
  return mentions.findLast(
    (mention) =>
      mention.end <= before &&
      mention.role
        ?.toLowerCase()
        .split(/[^\p{L}-]+/u)
        .includes(head),
  );
}

/** What honorifics and given names tell of each person's pronoun. */
function gendersOf(text: string, mentions: Mention[]): Map<string, Gender> {
  const genders = new Map<string, Gender>();
  for (const mention of mentions) {
    if (genders.has(mention.tag) || !mention.tag.startsWith('person/')) continue;
    const lead = text.slice(Math.max(0, mention.start - 14), mention.end);
    const gender = /\b(?:Mr|Sir|Lord|King|Prince|spokesman|chairman)\b/.test(lead)
      ? 'he'
      : /\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Dame|spokeswoman|chairwoman)\b/.test(lead)
        ? 'she'
        : givenNameGender(mention.name.split(/[\s-]+/)[0] ?? '');
    if (gender) genders.set(mention.tag, gender);
  }
  return genders;
}
