import type { AuthorityEntry } from '../../../model/authority.ts';
import { isNewsroomTag } from '../../../model/tag.ts';
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
      if (tags.entry(entry.id) === JSON.stringify(entry)) continue;
      const before = tags.find(entry.id);
      const after = tags.put(entry);
      changed = true;
      // Articles show keywords, sections and authors as printed.
      if (isNewsroomTag(entry.id)) continue;
      if (before && (before.name !== after.name || before.slug !== after.slug)) renamed.set(after.id, after);
      if (after.displaced) renamed.set(after.displaced.id, after.displaced);
    }
    const articles = new Map(
      [...renamed.values()].flatMap(({ key }) => tags.carriers(key)).map((article) => [article.key, article]),
    );
    if (articles.size === 0) return changed;
    rows.begin();
    const at = Math.floor(Date.now() / 1000);
    for (const { key, id, revision } of [...articles.values()].sort((a, b) => a.key - b.key)) {
      const stored = rows.read(key);
      const { card, body } = renamedArticle(stored.card, stored.body, renamed);
      const json = JSON.stringify(card);
      const rendered = renderStored(card, json, body, tags.read);
      const speakers = rendered.quotes.map(({ speaker }) => speaker && tags.read(speaker.id).key);
      rows.remove(stored);
      rows.write(key, json, rendered, speakers);
      insertChange.run({ article: id, revision, at });
    }
    rows.finish();
    return changed;
  };
}
