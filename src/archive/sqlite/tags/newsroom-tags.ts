import type { TagCorrection } from '../../../model/correction.ts';
import { type NewsroomWord, ruledTag } from '../../../model/newsroom-words.ts';
import { otherNumbers } from '../../../model/plurals.ts';
import { isNewsroomTag, newsroomTagTypes, type TagId } from '../../../model/tag.ts';
import type { Connection } from '../connection.ts';
import { candidateTag } from './candidate-tag.ts';
import { createFormerTagSlugs } from './former-tag-slugs.ts';
import { createTagForms } from './tag-forms.ts';
import type { TagRow, TagRows } from './tag-rows.ts';

/** Tags of the keywords, sections and authors of articles. */
export interface NewsroomTags {
  /** Finds or stores the tags of an article's words, counts their forms and returns their keys. */
  add(words: NewsroomWord[]): number[];
  /** Uncounts the forms of an article's words. Returns the keys of those carried tags that are newsroom tags. */
  remove(carried: number[], words: NewsroomWord[]): number[];
  /** Clears caches and drops counts of a transaction that failed. Must be called when a transaction begins. */
  begin(): void;
  /** Writes the counts and names tags by their most frequent forms. Must be called before unused tags are deleted. */
  finish(): void;
}

/** Creates the newsroom tags of a connection. `rules` returns the corrections of tags by editors. */
export function createNewsroomTags(
  connection: Connection,
  tags: TagRows,
  rules: () => TagCorrection[],
): NewsroomTags {
  const formerSlugs = createFormerTagSlugs(connection);
  const forms = createTagForms(connection, tags);
  const selectNewsroom = connection
    .prepare<{ keys: string; types: string }, number>(
      `SELECT t.key FROM json_each(:keys) k CROSS JOIN tags t ON t.key = k.value
       WHERE t.type IN (SELECT value FROM json_each(:types))`,
    )
    .pluck();
  let applied: TagCorrection[] | undefined;
  let known = new Map<TagId, TagRow>();
  let agencies = new Set<number>();

  const bySlug = (type: string, slug: string): TagRow | undefined => {
    const id = tags.holder(type, slug) ?? formerSlugs.holder(type, slug);
    return id === undefined ? undefined : tags.find(id);
  };
  /** Finds the tag of the plural or singular of a keyword, and redirects the keyword to it from now on. */
  const byOtherNumber = (type: string, slug: string): TagRow | undefined => {
    if (type !== 'keyword') return undefined;
    for (const other of otherNumbers(slug)) {
      const tag = tags.find(`${type}/${other}`) ?? bySlug(type, other);
      if (tag === undefined) continue;
      formerSlugs.put(type, slug, tag.key);
      return tag;
    }
    return undefined;
  };
  const find = (id: TagId, printed: string): TagRow => {
    const [type = '', slug = ''] = id.split('/');
    return (
      tags.find(id) ?? bySlug(type, slug) ?? byOtherNumber(type, slug) ?? tags.put(candidateTag(id, printed))
    );
  };

  return {
    add(words) {
      applied ??= rules().filter(({ tag }) => isNewsroomTag(tag));
      const keys = new Set<number>();
      for (const { id: word, printed, isAgency } of words) {
        const id = ruledTag(word, applied);
        if (id === undefined) continue;
        const tag = known.get(id) ?? find(id, printed);
        known.set(id, tag);
        keys.add(tag.key);
        // The words of a merged tag do not name the tag that it was merged into.
        if (id !== word) continue;
        forms.count(1, tag.key, printed);
        if (!isAgency || agencies.has(tag.key)) continue;
        tags.markAgency(tag.key);
        agencies.add(tag.key);
      }
      return [...keys];
    },
    remove(carried, words) {
      const keys = selectNewsroom.all({
        keys: JSON.stringify(carried),
        types: JSON.stringify(newsroomTagTypes),
      });
      forms.uncount(keys, words);
      return keys;
    },
    begin() {
      applied = undefined;
      known = new Map();
      agencies = new Set();
      forms.clear();
    },
    finish: forms.flush,
  };
}
