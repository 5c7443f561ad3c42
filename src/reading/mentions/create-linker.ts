import type { AuthorityEntry } from '../../news/authority.ts';
import type { Draft } from '../../news/draft.ts';
import type { Mention } from '../../news/mention.ts';
import { certainEntries, chooseTarget } from './choose-entry.ts';
import { discoverPeople } from './discover-people.ts';
import { fieldTextsOf } from './field-text.ts';
import { linkGivenNames } from './link-given-names.ts';
import { linkShortNames } from './link-short-names.ts';
import { linkTitles } from './link-titles.ts';
import { type Linked, textOf } from './linked.ts';
import { matchNames, type NameMatch, type NameTarget } from './match-names.ts';
import { spellingsOf } from './name-variants.ts';
import { createPhraseMatcher, type Phrase } from './phrase-matcher.ts';
import { readRoleAfter, readRoleBefore } from './read-role.ts';
import { type NameRecogniser, type RecognisedSpan, recognisedPeople } from './recognised-people.ts';
import { findSharedHeads } from './shared-heads.ts';
import { createTitleSpeller } from './title-spellings.ts';
import { indexByToken } from './token-index.ts';
import { tokenize } from './tokenize.ts';

/** What linking found: where known and newly discovered tags are named. */
export interface FoundMentions {
  /** Headline, standfirst, body, captions; ascending offsets within each. */
  mentions: Mention[];
  /** People of whom the authority knows nothing yet. */
  discovered: AuthorityEntry[];
}

/** How sure each way of writing a name makes a link. */
const confidences: Record<NameTarget['method'], number> = {
  'authority-name': 0.99,
  'authority-alias': 0.95,
  'authority-initial': 0.7,
};

/**
 * Prepares linking against an authority: people, organizations and places (topics are found elsewhere). The
 * preparation is linear in the authority; finding is linear in the text, whatever the size of the authority.
 * `recognise` sees names of people that the authority does not know.
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
    const people = recognisedPeople(fields, recognise);
    const peopleAt = indexByToken(people);
    const matches = fields.flatMap((field) => matchNames(field, names, peopleAt));
    const { sure, brief } = linkMatches(matches, people);
    const shared = findSharedHeads(sure, names);
    const linked = [...sure, ...shared];
    const discovered = discoverPeople(people, indexByToken(linked), known);
    const named = withRoles(
      [...linked, ...discovered.mentions].filter(({ entry }) => entry.type === 'person'),
    );
    const others = linked.filter(({ entry }) => entry.type !== 'person');
    const borne = [...named, ...discovered.namesakes];
    const short = linkShortNames(fields, borne, peopleAt, others);
    const given = linkGivenNames(
      people,
      indexByToken([...borne, ...others, ...short.linked]),
      borne,
      short.forms,
    );
    const persons = [...named, ...withRoles([...short.linked, ...given])];
    const alone = withRoles(linkBriefNames(brief, persons, short));
    const byTitle = fields.flatMap((field) =>
      linkTitles(field, titles, [...persons, ...alone], people, draft.publishedAt),
    );
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

/**
 * Settles whom each match names. Single words for people ("Borrell" as an alias) stay `brief` until it is known
 * who is in the article.
 */
function linkMatches(matches: NameMatch[], people: RecognisedSpan[]): { sure: Linked[]; brief: Linked[] } {
  const certain = certainEntries(matches);
  const sure: Linked[] = [];
  const brief: Linked[] = [];
  for (const match of matches) {
    const target = chooseTarget(match.targets, certain);
    if (!target) continue;
    const { entry, method } = target;
    const isBrief = entry.type === 'person' && match.to - match.from === 1;
    if (method === 'authority-initial' && abbreviatesAnother(match, people)) continue;
    const confidence = isBrief ? confidences[method] - 0.2 : confidences[method];
    (isBrief ? brief : sure).push({
      in: match.in,
      from: match.from,
      to: match.to,
      entry,
      method,
      confidence,
      role: null,
    });
  }
  return { sure, brief };
}

/** "J. Borrell" where the article names a Jane Borrell in full. */
function abbreviatesAnother(match: NameMatch, people: RecognisedSpan[]): boolean {
  const { tokens } = match.in;
  return people.some((name) => {
    const first = name.in.tokens[name.from];
    return (
      first !== undefined &&
      first.shape !== 'initial' &&
      first.key[0] === tokens[match.from]?.key &&
      name.in.tokens[name.to - 1]?.key === tokens[match.to - 1]?.key &&
      !tokenize(match.targets[0]?.entry.name ?? '').some(({ key }) => key === first.key)
    );
  });
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

function withRoles(linked: Linked[]): Linked[] {
  return linked.map((name) => {
    const { tokens } = name.in;
    const role = readRoleBefore(tokens, name.from) ?? readRoleAfter(tokens, name.to);
    return role ? { ...name, role: textOf({ in: name.in, ...role }) } : name;
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
