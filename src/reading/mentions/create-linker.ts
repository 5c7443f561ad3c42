import type { AuthorityEntry } from '../../model/authority.ts';
import type { Draft } from '../../model/draft.ts';
import type { Mention } from '../../model/mention.ts';
import { createTitleSpeller } from './create-title-speller.ts';
import { discoverPeople } from './discover-people.ts';
import { fieldTextsOf } from './field-text.ts';
import { findSharedHeads } from './find-shared-heads.ts';
import { linkGivenNames } from './link-given-names.ts';
import { linkMatches } from './link-matches.ts';
import { linkShortNames } from './link-short-names.ts';
import { linkTitles } from './link-titles.ts';
import { matchNames, type NameTarget } from './match-names.ts';
import { spellingsOf } from './name-variants.ts';
import { createPhraseMatcher, type Phrase } from './phrase-matcher.ts';
import { type NameRecogniser, recognisedPeople } from './recognised-people.ts';
import { indexByToken } from './token-index.ts';
import { type LinkedSpan, type TokenSpan, textOf } from './token-span.ts';
import { withRoles } from './with-roles.ts';

export interface FoundMentions {
  /** In reading order: headline, standfirst, body, captions; by offset within each. */
  mentions: Mention[];
  /** People who are not in the authority. */
  discovered: AuthorityEntry[];
}

/**
 * Prepares a function that finds people, organizations and places of an authority in a draft. `recognise` finds the
 * names of other people. Preparation is linear in the size of the authority, finding in the length of the text.
 *
 * Only listed names match: "Russian" means Russia only if it is an alias. Mentions of one type do not overlap, but a
 * person's title may contain an organization ("EU High Representative").
 */
export function createLinker(
  authority: AuthorityEntry[],
  recognise: NameRecogniser,
): (draft: Draft) => FoundMentions {
  const things = authority.filter(({ type }) => type !== 'topic');
  const names = createPhraseMatcher(namePhrases(things));
  const titles = createPhraseMatcher(titlePhrases(things));
  const known = new Map(things.map((entry) => [entry.id, entry]));

  return (draft) => {
    const fields = fieldTextsOf(draft);
    const people = recognisedPeople(fields, recognise, draft.language);
    const peopleAt = indexByToken(people);
    const matches = fields.flatMap((field) => matchNames(field, names, peopleAt));
    const { certain, singleWords } = linkMatches(matches, people);
    const linked = [...certain, ...findSharedHeads(certain, names)];
    const discovered = discoverPeople(people, indexByToken(linked), known);
    const inFull = [...linked, ...discovered.mentions].filter(({ entry }) => entry.type === 'person');
    const nameAt = indexByToken<TokenSpan>([...people, ...inFull]);
    const named = withRoles(inFull, nameAt);
    const others = linked.filter(({ entry }) => entry.type !== 'person');
    const bearers = [...named, ...discovered.eponyms];
    const short = linkShortNames(fields, bearers, peopleAt, others);
    const given = linkGivenNames(
      people,
      indexByToken([...bearers, ...others, ...short.linked]),
      bearers,
      short.forms,
    );
    const persons = [...named, ...withRoles([...short.linked, ...given], nameAt)];
    const alone = withRoles(linkSingleWords(singleWords, persons, short), nameAt);
    const everyone = indexByToken<TokenSpan>([...people, ...persons, ...alone]);
    const byTitle = fields.flatMap((field) => linkTitles(field, titles, everyone, draft.publishedAt));
    const all = [...persons, ...alone, ...byTitle, ...others.filter((other) => !short.displaced.has(other))];
    return {
      mentions: all.toSorted(inReadingOrder(fields)).map(mentionOf),
      discovered: [...new Map(all.map(({ entry }) => [entry.id, entry])).values()].filter(
        ({ id }) => !known.has(id),
      ),
    };
  };
}

function* namePhrases(things: AuthorityEntry[]): Generator<Phrase<NameTarget>> {
  for (const entry of things) {
    for (const { text, method } of spellingsOf(entry)) yield { text, target: { entry, method } };
  }
}

function* titlePhrases(things: AuthorityEntry[]): Generator<Phrase<AuthorityEntry>> {
  const spell = createTitleSpeller(things);
  for (const entry of things) {
    for (const title of new Set(entry.titles.flatMap(spell)))
      yield { text: title, target: entry, anyCase: true };
  }
}

/** Links single-word aliases, unless they are the surname of somebody else in the article. */
function linkSingleWords(
  singleWords: LinkedSpan[],
  persons: LinkedSpan[],
  { contested, forms }: { contested: Set<string>; forms: Set<string> },
): LinkedSpan[] {
  const taken = indexByToken(persons);
  return singleWords.filter((name) => {
    const key = name.in.tokens[name.from]?.key ?? '';
    return !contested.has(key) && !forms.has(key) && !taken.overlapping(name);
  });
}

function inReadingOrder(fields: LinkedSpan['in'][]): (one: LinkedSpan, other: LinkedSpan) => number {
  return (one, other) =>
    fields.indexOf(one.in) - fields.indexOf(other.in) ||
    one.from - other.from ||
    other.to - one.to ||
    (one.entry.id < other.entry.id ? -1 : 1);
}

function mentionOf(linked: LinkedSpan): Mention {
  const { tokens, field, image } = linked.in;
  return {
    tag: linked.entry.id,
    name: linked.entry.name,
    field,
    image,
    start: tokens[linked.from]?.start ?? 0,
    end: tokens[linked.to - 1]?.end ?? 0,
    exact: textOf(linked),
    role: linked.role,
    method: linked.method,
    confidence: linked.confidence,
  };
}
