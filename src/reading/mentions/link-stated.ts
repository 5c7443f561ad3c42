import { type AuthorityEntry, authorityEntry } from '../../model/authority.ts';
import type { Annotations, Draft, StatedEntity } from '../../model/draft.ts';
import { fold } from '../../model/fold.ts';
import { mediaTopic, mediaTopicEntry } from '../../model/media-topics.ts';
import { type Mention, statedMethod } from '../../model/mention.ts';
import { slugOf } from '../../model/slug.ts';
import { TagId } from '../../model/tag.ts';
import type { FoundMentions } from './create-linker.ts';
import { withoutInitial } from './discover-people.ts';
import { type FieldText, fieldTextsOf } from './field-text.ts';
import { isNewspaper, isPartOfOtherPlace, isPartOfThing } from './name-context.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import { type TokenSpan, textOf } from './token-span.ts';

/** Mentions of an article with those of its stated entities, and the stated entities that no span names. */
export interface LinkedEntities extends FoundMentions {
  inferred: Annotations['inferredTopics'];
}

/**
 * Prepares a function that makes tags of the entities that a draft states. An authority entry with the same id or name
 * stands for the entity. Spans that name an entity are linked to its tag, unless something else is found there. Subjects
 * without a Media Topic or an authority entry are left out: they are keywords.
 */
export function createStatedLinker(
  authority: AuthorityEntry[],
): (draft: Draft, found: FoundMentions) => LinkedEntities {
  const resolve = createResolver(authority);
  const known = new Set(authority.map(({ id }) => id));
  return (draft, { mentions, discovered }) => {
    const entries = new Map((draft.stated ?? []).flatMap(resolve).map((entry) => [entry.id, entry]));
    if (entries.size === 0) return { mentions, discovered, inferred: [] };
    const named = mentions.map((mention) => ({
      ...mention,
      name: entries.get(mention.tag)?.name ?? mention.name,
    }));
    const unknown = [...entries.values()].filter(({ id, type }) => type !== 'topic' && !known.has(id));
    const linked = unknown.length > 0 ? findNames(fieldTextsOf(draft), unknown, mentions) : [];
    const all = [...named, ...linked];
    const mentioned = new Set(all.map(({ tag }) => tag));
    return {
      mentions: all,
      discovered: [...discovered.filter(({ id }) => !entries.has(id)), ...unknown],
      inferred: [...entries.values()]
        .filter(({ id }) => !mentioned.has(id))
        .map(({ id, name }) => ({ tag: id, name, method: statedMethod, confidence: 1 })),
    };
  };
}

/** Prepares a function that returns the entry of an entity, if it has one. */
function createResolver(authority: AuthorityEntry[]): (stated: StatedEntity) => AuthorityEntry[] {
  const byId = new Map<string, AuthorityEntry>();
  /** Null if several entries of the type have the name. */
  const byName = new Map<string, AuthorityEntry | null>();
  for (const entry of authority) {
    const { wikidata, mediatopic } = entry.externalIds;
    for (const id of [entry.id, mediatopic, wikidata && `${entry.type} ${wikidata}`])
      if (id) byId.set(id, entry);
    for (const name of new Set([entry.name, ...entry.aliases].map(fold))) {
      const key = `${entry.type} ${name}`;
      byName.set(key, byName.has(key) && byName.get(key) !== entry ? null : entry);
    }
  }
  return ({ type, name: printed, id, codes }) => {
    const name = type === 'person' ? withoutHonorifics(printed) : printed;
    const row = codes.mediatopic === null ? undefined : mediaTopic(codes.mediatopic);
    const entry =
      byId.get(id?.startsWith(`${type}/`) ? id : '') ??
      byId.get(`${type} ${codes.wikidata}`) ??
      (type === 'topic' && row ? byId.get(row.code) : undefined) ??
      byName.get(`${type} ${fold(name)}`);
    if (entry) return [entry];
    if (type === 'topic') return row ? [mediaTopicEntry(row)] : [];
    // Tags of the archive keep their slug, whatever their name.
    const own = TagId.safeParse(id);
    const slug = own.success
      ? own.data.slice(own.data.indexOf('/') + 1)
      : slugOf(type === 'person' ? withoutInitial(name) : name);
    if (slug === '') return [];
    const externalIds = { wikidata: codes.wikidata, mediatopic: null };
    return [
      byId.get(`${type}/${slug}`) ?? authorityEntry({ type, slug, name }, { externalIds, discovered: true }),
    ];
  };
}

/** `The Rt Hon Theresa May MP` → `Theresa May` */
function withoutHonorifics(name: string): string {
  const short = name
    .replace(/^(?:The\s+)?(?:Rt\.?\s+Hon\.?|Right Honourable)\s+/i, '')
    .replace(/^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor)\.?\s+)+(?=\S+\s)/i, '')
    .replace(/(?:,?\s+(?:MP|MSP|QC|KC|CBE|OBE|MBE|KCB|CB|DBE|GCMG|KCMG|CMG))+$/, '');
  return short === '' ? name : short;
}

/** Finds the names of entries in an article, outside the mentions. */
function findNames(fields: FieldText[], entries: AuthorityEntry[], mentions: Mention[]): Mention[] {
  const match = createPhraseMatcher(entries.map((entry) => ({ text: entry.name, target: entry })));
  return fields.flatMap((field) => {
    // One byte per code unit: comparing all pairs would take the square of their number.
    const taken = new Uint8Array(field.text.length);
    for (const mention of mentions)
      if (mention.field === field.field && mention.image === field.image)
        taken.fill(1, mention.start, mention.end);
    return [...namesIn(field, match)].filter(({ start, end }) => !taken.subarray(start, end).includes(1));
  });
}

function* namesIn(field: FieldText, match: PhraseMatcher<AuthorityEntry>): Generator<Mention> {
  const { tokens } = field;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = match(tokens, at);
    const entry = found?.targets[0];
    if (!found || !entry) continue;
    const span: TokenSpan = { in: field, from: found.from, to: found.to };
    at = found.to - 1;
    if (isPartOfOther(span, entry)) continue;
    yield {
      ...{ tag: entry.id, name: entry.name, field: field.field, image: field.image },
      ...{ start: tokens[found.from]?.start ?? 0, end: tokens[at]?.end ?? 0, exact: textOf(span) },
      ...{ role: null, method: statedMethod, confidence: 0.95 },
    };
  }
}

function isPartOfOther(span: TokenSpan, { type }: AuthorityEntry): boolean {
  if (type === 'person') return isPartOfThing(span);
  return type === 'place' && (isNewspaper(span) || isPartOfOtherPlace(span));
}
