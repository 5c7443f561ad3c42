import { AuthorityEntry } from '../../../model/authority.ts';
import type { ArticleCorrection, KeptCorrection, TagCorrection } from '../../../model/correction.ts';
import { slugOf } from '../../../model/slug.ts';
import type { TagId } from '../../../model/tag.ts';
import type { ArticleWriter } from '../articles/write-articles.ts';
import type { Connection } from '../connection.ts';
import { candidateTag } from '../tags/candidate-tag.ts';
import { createTagRows } from '../tags/tag-rows.ts';
import { correctedEntry } from './corrected-entry.ts';
import { createCorrectionRows, type RuleUndo } from './correction-rows.ts';

/** Writing what editors set right, inside the caller's transaction. */
export interface CorrectionWriter {
  correct(id: string, corrections: ArticleCorrection[], editor: string): void;
  /** Whether there was such a correction. */
  withdraw(id: string, number: number): boolean;
  /** Returns the corrections of tags, in the order they were made. */
  ofTags(): KeptCorrection<TagCorrection>[];
  correctTags(corrections: TagCorrection[], editor: string): void;
  /** The same for a rule over a tag: articles are as they were read, under the rules that are left. */
  withdrawTagRule(number: number): boolean;
}

/** What it takes from its surroundings. */
export interface CorrectionWriterParts {
  articles: ArticleWriter;
  writeTags: (entries: AuthorityEntry[]) => boolean;
}

/** Gives the writing of corrections in one connection. */
export function createCorrectionWriter(
  connection: Connection,
  { articles, writeTags }: CorrectionWriterParts,
): CorrectionWriter {
  const corrections = createCorrectionRows(connection);
  const tags = createTagRows(connection);
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
  const selectFormerSlugs = connection
    .prepare<{ tag: number }, string>('SELECT slug FROM former_tag_slugs WHERE tag = :tag ORDER BY slug')
    .pluck();
  const forgetSlug = connection.prepare<{ type: string; slug: string; tag: number }>(
    'DELETE FROM former_tag_slugs WHERE type = :type AND slug = :slug AND tag = :tag',
  );
  const deleteTag = connection.prepare<{ id: string }>(
    'DELETE FROM tags WHERE id = :id AND article_count = 0 AND quote_count = 0',
  );
  const uncountTag = connection.prepare<{ type: string }>(
    'UPDATE tag_types SET tags = tags - 1 WHERE type = :type',
  );

  const entryOf = (id: TagId): AuthorityEntry => {
    const entry = selectEntry.get({ id });
    return entry ? AuthorityEntry.parse(JSON.parse(entry)) : candidateTag(id, tags.find(id)?.name);
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
  /** What a rule is about to change beside articles. */
  const undoOf = (correction: TagCorrection): RuleUndo => {
    const row = tags.find(correction.tag);
    const described = entryOf(correction.tag);
    const entry = row ? { ...described, slug: row.slug, discovered: row.discovered } : described;
    const called = [entry.name, ...entry.aliases];
    const other = correction.do === 'merge-tags' ? entryOf(correction.into).aliases : [];
    return {
      entry,
      formerSlugs: row ? selectFormerSlugs.all({ tag: row.key }) : [],
      aliasesAdded: correction.do === 'merge-tags' ? called.filter((name) => !other.includes(name)) : [],
    };
  };
  /** Later renames of the tag go back to what it was before this rule. Answers whether there are any. */
  const handOn = (number: number, { entry }: RuleUndo): boolean => {
    const later = corrections
      .forAll()
      .filter(
        (kept) =>
          kept.number > number && kept.correction.do === 'rename-tag' && kept.correction.tag === entry.id,
      );
    let before = entry;
    for (const kept of later) {
      const undo = corrections.undoOf(kept.number);
      if (undo) corrections.setUndo(kept.number, { ...undo, entry: before });
      before = { ...(correctedEntry(before, [kept]) ?? before), discovered: false };
    }
    return later.length > 0;
  };
  const withdrawTagRule = (number: number): boolean => {
    const rule = corrections.forAll().find((kept) => kept.number === number)?.correction;
    if (rule === undefined) return false;
    const undo = corrections.undoOf(number);
    corrections.withdraw(null, number);
    tags.forget();
    if (rule.do === 'merge-tags' && undo && selectEntry.get({ id: rule.into })) {
      const entry = entryOf(rule.into);
      const aliases = entry.aliases.filter((alias) => !undo.aliasesAdded.includes(alias));
      writeTags([{ ...entry, aliases }]);
    }
    // What nobody described comes back with the articles that name it.
    const stillRenamed = undo !== undefined && handOn(number, undo);
    if (undo && (rule.do === 'rename-tag' || !undo.entry.discovered)) {
      writeTags([{ ...undo.entry, discovered: undo.entry.discovered && !stillRenamed }]);
    }
    if (rule.do === 'rename-tag') return true;
    articles.rewrite(corrections.uncorrectedWith(rule.tag).map((id) => ({ id })));
    tags.forget();
    const [type = '', slug = ''] = rule.tag.split('/');
    const back = tags.find(rule.tag);
    const into = rule.do === 'merge-tags' ? tags.find(rule.into) : undefined;
    for (const former of new Set([slug, ...(undo ? [undo.entry.slug, ...undo.formerSlugs] : [])])) {
      if (into) forgetSlug.run({ type, slug: former, tag: into.key });
      if (back && former !== back.slug && undo?.formerSlugs.includes(former))
        keepSlug.run({ type, slug: former, tag: back.key });
    }
    return true;
  };
  const merge = (from: TagId, into: TagId): void => {
    // Who merges into a tag that was merged or dropped before wants that tag back.
    for (const { number, correction } of corrections.forAll()) {
      if (correction.tag === into && correction.do !== 'rename-tag') withdrawTagRule(number);
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
    const target = tags.find(into) ?? tags.put(candidateTag(into, undefined));
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
    ofTags() {
      corrections.forget();
      return corrections.forAll();
    },
    withdrawTagRule(number) {
      tags.forget();
      corrections.forget();
      return withdrawTagRule(number);
    },
    correctTags(made, editor) {
      const now = Math.floor(Date.now() / 1000);
      tags.forget();
      for (const correction of made) {
        corrections.add(null, correction, editor, now, undoOf(correction));
        if (correction.do === 'merge-tags') merge(correction.tag, correction.into);
        else if (correction.do === 'drop-tag') retire(correction.tag, () => undefined);
        else rename(correction.tag, correction.name);
      }
    },
  };
}
