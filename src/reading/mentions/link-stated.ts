import type { AuthorityEntry } from '../../model/authority.ts';
import type { Annotations, Draft } from '../../model/draft.ts';
import { fold } from '../../model/fold.ts';
import { type Mention, statedMethod } from '../../model/mention.ts';
import type { TagId } from '../../model/tag.ts';
import type { TagIdentity } from '../../model/tag-identity.ts';
import type { FoundMentions } from './create-linker.ts';
import { type FieldText, fieldTextsOf } from './field-text.ts';
import { isNewspaper, isPartOfOtherPlace, isPartOfThing } from './name-context.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import { createStatedResolver, type ResolvedEntity } from './resolve-stated.ts';
import { type TokenSpan, textOf } from './token-span.ts';

/** Mentions of an article with those of its stated entities, and the stated entities that no span names. */
export interface LinkedEntities extends FoundMentions {
  inferred: Annotations['inferredTopics'];
  identities: TagIdentity[];
}

/**
 * Prepares a function that makes tags of the entities that a draft states; see `createStatedResolver`. Spans that name
 * an entity are linked to its tag, unless something else is found there.
 */
export function createStatedLinker(
  authority: AuthorityEntry[],
): (draft: Draft, found: FoundMentions) => LinkedEntities {
  const resolve = createStatedResolver(authority);
  return (draft, found) => {
    const entities = resolve(draft);
    if (entities.size === 0) return { ...found, inferred: [], identities: [] };
    const { mentions, discovered } = withStatedNamesakes(found, entities);
    const unknown = [...entities.values()].filter(({ entry, known }) => entry.type !== 'topic' && !known);
    const linked = unknown.length > 0 ? findNames(fieldTextsOf(draft), unknown, mentions) : [];
    const all = [...mentions, ...linked];
    const mentioned = new Set(all.map(({ tag }) => tag));
    return {
      mentions: all,
      discovered: [...discovered.filter(({ id }) => !entities.has(id)), ...unknown.map(({ entry }) => entry)],
      inferred: [...entities.values()]
        .filter(({ entry }) => !mentioned.has(entry.id))
        .map(({ entry: { id, name } }) => ({ tag: id, name, method: statedMethod, confidence: 1 })),
      identities: [...entities.values()].flatMap(({ identities }) => identities),
    };
  };
}

/**
 * Links the mentions of namesakes to the entity that the source states: it means no other of that name. Mentions by a
 * name that the source states have its method, so that the statement is known when the article is read again.
 */
function withStatedNamesakes(
  { mentions, discovered }: FoundMentions,
  entities: Map<TagId, ResolvedEntity>,
): FoundMentions {
  const meant = new Map<TagId, AuthorityEntry>();
  const recognised = new Set(discovered.map(({ id }) => id));
  for (const { entry, namesakes } of entities.values()) {
    for (const id of namesakes) {
      const isNamesake = recognised.has(id) || id.startsWith(`${entry.type}/`);
      if (isNamesake && !entities.has(id) && !meant.has(id)) meant.set(id, entry);
    }
  }
  return {
    mentions: mentions.map((mention) => {
      const entity = entities.get(meant.get(mention.tag)?.id ?? mention.tag);
      if (!entity) return mention;
      const { entry, known, names } = entity;
      const isStated = !known && names.some((name) => fold(name) === fold(mention.exact));
      const method = isStated ? statedMethod : mention.method;
      return { ...mention, tag: entry.id, name: entry.name, method };
    }),
    discovered: discovered.filter(({ id }) => !meant.has(id)),
  };
}

/** Finds the names of entries in an article, outside the mentions. */
function findNames(fields: FieldText[], entities: ResolvedEntity[], mentions: Mention[]): Mention[] {
  const match = createPhraseMatcher(
    entities.flatMap(({ entry, names }) => names.map((text) => ({ text, target: entry }))),
  );
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
