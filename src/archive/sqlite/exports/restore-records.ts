import type { AuthorityEntry } from '../../../model/authority.ts';
import type { ExportedDeletion, ExportedRecord } from '../../../model/exported.ts';
import { secondsOf } from '../../../model/instant.ts';
import { createPurgedArticles } from '../articles/purged-articles.ts';
import { createWithdrawnArticles } from '../articles/withdrawn-articles.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from '../corrections/correction-rows.ts';
import { createFormerTagSlugs } from '../tags/former-tag-slugs.ts';
import { createTagIds } from '../tags/tag-ids.ts';
import { createTagRows } from '../tags/tag-rows.ts';

/**
 * Creates a function that restores exported records other than articles, inside the caller's transaction. It returns
 * true if anything changed. Authority entries replace those of this archive; discovered tags are only added. A
 * withdrawal does not withdraw an article that exists.
 */
export function createRecordRestorer(
  connection: Connection,
  writeTags: (entries: AuthorityEntry[]) => boolean,
): (lines: ExportedRecord[]) => boolean {
  const tags = createTagRows(connection);
  const corrections = createCorrectionRows(connection);
  const tagIds = createTagIds(connection);
  const slugs = createFormerTagSlugs(connection);
  const withdrawn = createWithdrawnArticles(connection);
  const purged = createPurgedArticles(connection);
  // Its address responds with 410, and no other article gets it.
  const insertSlug = connection.prepare<{ id: string; slug: string }>(
    `INSERT OR IGNORE INTO former_article_slugs (slug, article)
     SELECT :slug, :id WHERE NOT EXISTS (SELECT 1 FROM articles WHERE slug = :slug)`,
  );
  const selectArticle = connection.prepare<[string]>('SELECT 1 FROM articles WHERE id = ?');
  const addWithdrawal = ({ deleted }: ExportedDeletion): boolean => {
    const { id, slug, revision, at, by = 'editor', note = null, version = null, modified } = deleted;
    if (selectArticle.get(id) || withdrawn.find(id) || purged.has(id)) return false;
    const withdrawnAt = at === undefined ? Math.floor(Date.now() / 1000) : secondsOf(at);
    const its = { version, modified: modified ? secondsOf(modified) : null };
    const row = {
      id,
      slug,
      revision,
      by,
      note,
      withdrawnAt,
      ...its,
      source: null,
      address: null,
      waiting: null,
      waitingStoredAt: null,
    };
    withdrawn.put(row, []);
    insertSlug.run({ id, slug });
    return true;
  };

  return (lines) => {
    tags.forget();
    corrections.forget();
    purged.begin();
    let changed = false;
    for (const line of lines) {
      if ('tagCorrection' in line) {
        const { correction, editor, at } = line.tagCorrection;
        const json = JSON.stringify(correction);
        if (corrections.forAll().some((known) => JSON.stringify(known.correction) === json)) continue;
        corrections.add(null, correction, editor, secondsOf(at));
        changed = true;
      }
      if ('deleted' in line) changed = addWithdrawal(line) || changed;
    }
    const exported = lines.filter((line) => 'tag' in line);
    const wanted = exported.filter(({ tag }) => !tag.discovered || tags.find(tag.id) === undefined);
    changed = writeTags(wanted.map(({ tag }) => tag)) || changed;
    tags.forget();
    for (const { tag, formerSlugs, sourceIds = [] } of exported) {
      for (const id of sourceIds) changed = tagIds.add(tag.id, id) || changed;
      const row = tags.find(tag.id);
      if (row === undefined) continue;
      for (const slug of formerSlugs) {
        changed = slugs.add(tag.type, slug, row.key) || changed;
      }
    }
    return changed;
  };
}
