import type { AuthorityEntry } from '../../model/authority.ts';
import type { Draft } from '../../model/draft.ts';
import type { Mention } from '../../model/mention.ts';
import { discoverPeople } from './discover-people.ts';
import { fieldTextsOf } from './field-text.ts';
import { linkGivenNames } from './link-given-names.ts';
import { linkMatches } from './link-matches.ts';
import { linkShortNames } from './link-short-names.ts';
import { linkTitles } from './link-titles.ts';
import { type Linked, type TokenSpan, textOf } from './linked.ts';
import { matchNames, type NameTarget } from './match-names.ts';
import { spellingsOf } from './name-variants.ts';
import { createPhraseMatcher, type Phrase } from './phrase-matcher.ts';
import { type NameRecogniser, recognisedPeople } from './recognised-people.ts';
import { findSharedHeads } from './shared-heads.ts';
import { createTitleSpeller } from './title-spellings.ts';
import { indexByToken } from './token-index.ts';
import { withRoles } from './with-roles.ts';

/** What linking found: where known and newly discovered tags are named. */
export interface FoundMentions {
  /** Headline, standfirst, body, captions; ascending offsets within each. */
  mentions: Mention[];
  /** People of whom the authority knows nothing yet. */
  discovered: AuthorityEntry[];
}

/**
 * Prepares linking against an authority: people, organizations and places (topics are found elsewhere). The
 * preparation is linear in the authority; finding is linear in the text, whatever the size of the authority.
 * `recognise` sees names of people that the authority does not know.
 *
 * Names mean what the authority says: "Russian" is Russia only where it is listed as an alias, and "the two Koreas"
 * is neither. One stretch of text has one mention of a type; an organization inside a person's title ("EU High
 * Representative") is mentioned as well.
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
    const { sure, brief } = linkMatches(matches, people);
    const shared = findSharedHeads(sure, names);
    const linked = [...sure, ...shared];
    const discovered = discoverPeople(people, indexByToken(linked), known);
    const inFull = [...linked, ...discovered.mentions].filter(({ entry }) => entry.type === 'person');
    const nameAt = indexByToken<TokenSpan>([...people, ...inFull]);
    const named = withRoles(inFull, nameAt);
    const others = linked.filter(({ entry }) => entry.type !== 'person');
    const borne = [...named, ...discovered.namesakes];
    const short = linkShortNames(fields, borne, peopleAt, others);
    const given = linkGivenNames(
      people,
      indexByToken([...borne, ...others, ...short.linked]),
      borne,
      short.forms,
    );
    const persons = [...named, ...withRoles([...short.linked, ...given], nameAt)];
    const alone = withRoles(linkBriefNames(brief, persons, short), nameAt);
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

/** Authority aliases of one word, where nobody in the article bears that name. */
function linkBriefNames(
  brief: Linked[],
  persons: Linked[],
  { contested, forms }: { contested: Set<string>; forms: Set<string> },
): Linked[] {
  const taken = indexByToken(persons);
  return brief.filter((name) => {
    const key = name.in.tokens[name.from]?.key ?? '';
    return !contested.has(key) && !forms.has(key) && !taken.overlapping(name);
  });
}

function inReadingOrder(fields: Linked['in'][]): (one: Linked, other: Linked) => number {
  return (one, other) =>
    fields.indexOf(one.in) - fields.indexOf(other.in) ||
    one.from - other.from ||
    other.to - one.to ||
    (one.entry.id < other.entry.id ? -1 : 1);
}

function mentionOf(linked: Linked): Mention {
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
