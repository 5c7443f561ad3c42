import type { AuthorityEntry } from '../../../model/authority.ts';
import type { TagId } from '../../../model/tag.ts';
import type { TagLabel } from '../../core/article-json/article-tags.ts';
import { renderStored } from '../../core/article-json/prepared-article.ts';
import { renamedArticle } from '../../core/article-json/renamed-article.ts';
import { createArticleRows } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { correctedEntry } from '../corrections/corrected-entry.ts';
import { createCorrectionRows } from '../corrections/correction-rows.ts';
import { createTagRows } from './tag-rows.ts';

/**
 * Creates a function that stores authority entries, with the corrections of editors, inside the caller's transaction.
 * It renders the articles with renamed tags again, and returns true if an entry changed.
 */
export function createTagWriter(connection: Connection): (entries: AuthorityEntry[]) => boolean {
  const tags = createTagRows(connection);
  const rows = createArticleRows(connection);
  const corrections = createCorrectionRows(connection);
  const selectEntry = connection
    .prepare<{ id: string }, string | null>('SELECT entry FROM tags WHERE id = :id')
    .pluck();
  const selectArticles = connection
    .prepare<{ tag: number }, number>('SELECT article FROM article_tags WHERE tag = :tag ORDER BY article')
    .pluck();
  const selectQuoted = connection
    .prepare<{ tag: number }, number>('SELECT key >> 12 FROM quotes WHERE speaker = :tag ORDER BY key')
    .pluck();
  const selectArticle = connection.prepare<{ key: number }, { id: string; revision: number }>(
    'SELECT id, revision FROM articles WHERE key = :key',
  );
  const insertChange = connection.prepare<{ article: string; revision: number; at: number }>(
    "INSERT INTO changes (article, kind, revision, at) VALUES (:article, 'changed', :revision, :at)",
  );

  return (entries) => {
    const renamed = new Map<string, TagLabel & { key: number }>();
    tags.forget();
    let changed = false;
    corrections.forget();
    for (const given of entries) {
      const entry = correctedEntry(given, corrections.forAll());
      if (entry === undefined) continue;
      if (selectEntry.get({ id: entry.id }) === JSON.stringify(entry)) continue;
      const before = tags.find(entry.id);
      const after = tags.put(entry);
      changed = true;
      if (before && (before.name !== after.name || before.slug !== after.slug)) renamed.set(after.id, after);
      if (after.displaced) renamed.set(after.displaced.id, after.displaced);
    }
    const articles = new Set<number>();
    for (const { key } of renamed.values()) {
      for (const article of selectArticles.all({ tag: key })) articles.add(article);
      for (const article of selectQuoted.all({ tag: key })) articles.add(article);
    }
    const at = Math.floor(Date.now() / 1000);
    for (const key of [...articles].sort((a, b) => a - b)) {
      const stored = rows.read(key);
      const { card, body } = renamedArticle(stored.card, stored.body, renamed);
      const json = JSON.stringify(card);
      const label = (id: TagId) => {
        const tag = tags.find(id);
        if (tag === undefined) throw new Error(`article ${key} names the unknown tag ${id}`);
        return tag;
      };
      const rendered = renderStored(card, json, body, label);
      rows.remove(key);
      rows.write(
        key,
        json,
        rendered,
        rendered.quotes.map(({ speaker }) => speaker && label(speaker.id).key),
      );
      const article = selectArticle.get({ key });
      if (article) insertChange.run({ article: article.id, revision: article.revision, at });
    }
    return changed;
  };
}
