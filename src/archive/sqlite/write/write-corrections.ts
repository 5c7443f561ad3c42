import { AuthorityEntry } from '../../../news/authority.ts';
import type { ArticleCorrection, TagCorrection } from '../../../news/correction.ts';
import { slugOf } from '../../../news/slug.ts';
import type { TagId } from '../../../news/tag.ts';
import type { Connection } from '../connection.ts';
import { correctionRows } from './correction-rows.ts';
import { tagRows } from './tag-rows.ts';
import { unconfirmedTag } from './unconfirmed-tag.ts';
import type { ArticleWriting } from './write-articles.ts';

/** Writing what editors set right, inside the caller's transaction. */
export interface CorrectionWriting {
  correct(id: string, corrections: ArticleCorrection[], editor: string): void;
  /** Whether there was such a correction. */
  withdraw(id: string, number: number): boolean;
  correctTags(corrections: TagCorrection[], editor: string): void;
}

/** What it takes from its surroundings. */
export interface CorrectionParts {
  articles: ArticleWriting;
  writeTags: (entries: AuthorityEntry[]) => boolean;
}

/** Gives the writing of corrections in one connection. */
export function correctionWriting(
  connection: Connection,
  { articles, writeTags }: CorrectionParts,
): CorrectionWriting {
  const corrections = correctionRows(connection);
  const tags = tagRows(connection);
  const selectCarriers = connection
    .prepare<{ tag: number }, string>(
      `SELECT id FROM articles
       WHERE key IN (SELECT article FROM article_tags WHERE tag = :tag
                     UNION
                     SELECT key >> 12 FROM quotes WHERE speaker = :tag)
       ORDER BY key`,
    )
    .pluck();
  const selectEntry = connection
    .prepare<{ id: string }, string | null>('SELECT entry FROM tags WHERE id = :id')
    .pluck();
  const unconfirm = connection.prepare<{ id: string }>(
    'UPDATE tags SET discovered = 1, entry = NULL WHERE id = :id',
  );
  const moveFormerSlugs = connection.prepare<{ from: number; to: number }>(
    'UPDATE former_tag_slugs SET tag = :to WHERE tag = :from',
  );
  const keepSlug = connection.prepare<{ type: string; slug: string; tag: number }>(
    'INSERT OR REPLACE INTO former_tag_slugs (type, slug, tag) VALUES (:type, :slug, :tag)',
  );
  const deleteTag = connection.prepare<{ id: string }>(
    'DELETE FROM tags WHERE id = :id AND article_count = 0 AND quote_count = 0',
  );
  const uncountTag = connection.prepare<{ type: string }>(
    'UPDATE tag_types SET tags = tags - 1 WHERE type = :type',
  );

  const entryOf = (id: TagId): AuthorityEntry => {
    const entry = selectEntry.get({ id });
    return entry ? AuthorityEntry.parse(JSON.parse(entry)) : unconfirmedTag(id, tags.find(id)?.name);
  };
  /** Writes the articles of a tag again, under the corrections as they are now, and lets go of the tag. */
  const retire = (id: TagId, before: (key: number) => void): void => {
    const row = tags.find(id);
    if (row === undefined) return;
    const carriers = selectCarriers.all({ tag: row.key });
    before(row.key);
    unconfirm.run({ id });
    articles.rewrite(carriers.map((article) => ({ id: article })));
    if (deleteTag.run({ id }).changes > 0) uncountTag.run({ type: row.type });
    tags.forget();
  };
  const merge = (from: TagId, into: TagId): void => {
    // Who merges into a tag that was merged or dropped before wants that tag back.
    for (const { number, correction } of corrections.forAll()) {
      if (correction.tag === into && correction.do !== 'rename-tag') corrections.withdraw(null, number);
    }
    const old = tags.find(from);
    if (old && selectEntry.get({ id: from })) {
      // Of two described tags the one that stays takes over how else the other was written.
      const { name, aliases } = entryOf(from);
      const entry = entryOf(into);
      writeTags([
        { ...entry, discovered: false, aliases: [...new Set([...entry.aliases, name, ...aliases])] },
      ]);
      tags.forget();
    }
    const target = tags.find(into) ?? tags.put(unconfirmedTag(into, undefined));
    retire(from, (key) => moveFormerSlugs.run({ from: key, to: target.key }));
    const [type = '', slug = ''] = from.split('/');
    for (const former of new Set([slug, old?.slug ?? slug]))
      keepSlug.run({ type, slug: former, tag: target.key });
  };
  const rename = (id: TagId, name: string): void => {
    const entry = entryOf(id);
    const slug = tags.find(id)?.slug ?? entry.slug;
    const aliases = [...new Set([...entry.aliases, entry.name])].filter((alias) => alias !== name);
    writeTags([{ ...entry, name, aliases, slug: slugOf(name) || slug, discovered: false }]);
    tags.forget();
  };

  return {
    correct(id, made, editor) {
      const now = Math.floor(Date.now() / 1000);
      for (const correction of made) corrections.add(id, correction, editor, now);
      articles.rewrite([{ id }]);
    },
    withdraw(id, number) {
      if (!corrections.withdraw(id, number)) return false;
      articles.rewrite([{ id }]);
      return true;
    },
    correctTags(made, editor) {
      const now = Math.floor(Date.now() / 1000);
      tags.forget();
      for (const correction of made) {
        corrections.add(null, correction, editor, now);
        if (correction.do === 'merge-tags') merge(correction.tag, correction.into);
        else if (correction.do === 'drop-tag') retire(correction.tag, () => undefined);
        else rename(correction.tag, correction.name);
      }
    },
  };
}
