export interface ArticleIdentity {
  id: string;
  slug: string;
  revision: number;
}

/** Look-ups that decide a write. An asynchronous engine loads the answers for a whole batch first. */
export interface WriteFacts<Row> {
  byId(id: string): Row | undefined;
  byContent(content: Buffer): Row | undefined;
  /** Returns the article that had the same content when a document with this id was imported, and that content. */
  alias(id: string): { article: string; content: Buffer } | undefined;
}

export type WriteDecision<Row> =
  | { kind: 'same'; article: Row }
  /** Another article has the same content: store the id as its alias. */
  | { kind: 'alias'; article: Row }
  /** `staleAlias` is true if the id was an alias and the document has other content now. */
  | { kind: 'new'; staleAlias: boolean }
  | { kind: 'changed'; before: Row };

/** Decides how to write an article with this id and digest of its content. */
export function decideWrite<Row extends ArticleIdentity & { content: Buffer }>(
  facts: WriteFacts<Row>,
  id: string,
  content: Buffer,
): WriteDecision<Row> {
  const own = facts.byId(id);
  if (own)
    return own.content.equals(content) ? { kind: 'same', article: own } : { kind: 'changed', before: own };
  const alias = facts.alias(id);
  const original = alias?.content.equals(content) ? facts.byId(alias.article) : undefined;
  if (original) return { kind: 'same', article: original };
  const equal = facts.byContent(content);
  return equal ? { kind: 'alias', article: equal } : { kind: 'new', staleAlias: alias !== undefined };
}
