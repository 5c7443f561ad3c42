import type { TagId } from '../../../model/tag.ts';
import type { Connection } from '../connection.ts';
import type { ArticleParts } from './article-parts.ts';
import { contentsOf } from './withdraw-article.ts';

/** Erases articles in any state. */
export interface ArticlePurger {
  /**
   * Erases the text, earlier revisions, corrections, aliases and former slugs of an article. Keyed hashes of its id, slugs
   * and contents remain, so that no document brings it back. `now` is in seconds since 1970.
   */
  erase(id: string, now: number): void;
  /** Erases what sources stated of tags that are unused now. Must be called after unused tags were deleted. */
  finish(): void;
}

/** Creates the purger of a connection. */
export function createArticlePurger(connection: Connection, parts: ArticleParts): ArticlePurger {
  const { known, former, store, corrections, unpublished, withdrawn, purged } = parts;
  const selectAliases = connection
    .prepare<[string], Buffer>('SELECT content FROM article_aliases WHERE article = ?')
    .pluck();
  const selectCopies = connection
    .prepare<[Buffer], string>('SELECT id FROM unpublished_articles WHERE content = ?')
    .pluck();
  const erasures = [
    ...['article_revisions', 'former_article_slugs', 'article_aliases', 'former_article_keys', 'corrections'],
    ...['uncorrected_articles', 'article_stories'],
  ].map((table) => connection.prepare<[string]>(`DELETE FROM ${table} WHERE article = ?`));
  const eraseAlias = connection.prepare<[string]>('DELETE FROM article_aliases WHERE id = ?');

  const eraseTagIds = connection.prepare<[string]>(
    'DELETE FROM tag_ids WHERE tag = ? AND NOT EXISTS (SELECT 1 FROM tags WHERE id = tag_ids.tag)',
  );
  let carried = new Set<TagId>();

  const erase = (id: string, now: number): void => {
    const row = known.byId(id);
    const waiting = unpublished.find(id);
    const gone = withdrawn.find(id);
    // Now all that is known of it is in the tables of what is past.
    if (row) store.remove(row, now);
    const contents = [
      ...contentsOf(parts, id),
      ...withdrawn.contents(id),
      ...selectAliases.all(id),
      ...[row?.content, waiting?.content].filter((content) => content !== undefined),
    ];
    const slugs = [row?.slug, gone?.slug, ...former.slugs(id)].filter((slug) => slug);
    const references = new Set([id, ...slugs.map(String)]);
    purged.put({ references, contents, wasPublic: ((row ?? gone)?.revision ?? 0) > 0 });
    for (const { tags } of former.revisions(id)) for (const tag of tags) carried.add(tag.id);
    for (const erasure of erasures) erasure.run(id);
    eraseAlias.run(id);
    for (const content of contents) for (const copy of selectCopies.all(content)) unpublished.remove(copy);
    unpublished.remove(id);
    withdrawn.remove(id);
    withdrawn.dropLifted(id);
    corrections.forget();
  };

  return {
    erase,
    finish() {
      // The identifiers of a merged tag are needed as long as editors have a rule for it.
      const ruled = new Set(corrections.forAll().map(({ correction }) => correction.tag));
      for (const tag of carried) if (!ruled.has(tag)) eraseTagIds.run(tag);
      carried = new Set();
    },
  };
}
