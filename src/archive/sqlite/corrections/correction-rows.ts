import { z } from 'zod';
import { applyCorrections } from '../../../model/apply-corrections.ts';
import { AuthorityEntry } from '../../../model/authority.ts';
import {
  ArticleCorrection,
  isTagCorrection,
  type StoredCorrection,
  TagCorrection,
} from '../../../model/correction.ts';
import type { StoredReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import { isSameTag, newsroomWords, ruledTags } from '../../../model/newsroom-words.ts';
import { isNewsroomTag, type TagId } from '../../../model/tag.ts';
import { packDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import type { Connection } from '../connection.ts';
import { rulesConcern } from './rules-concern.ts';

/** Corrections, and the readings of corrected articles before them. */
export interface CorrectionRows {
  /** True if corrections may change an article, its own or those for all articles. */
  concern(article: string, rendered: RenderedArticle): boolean;
  /** Deletes the uncorrected reading of an article that no correction changes any more. */
  dropReading(article: string): void;
  /** Returns the corrections of one article, oldest first. */
  of(article: string): StoredCorrection<ArticleCorrection>[];
  /** Returns the corrections for all articles, oldest first. Cached until `forget()`. */
  forAll(): StoredCorrection<TagCorrection>[];
  /** Adds a correction of one article, or of all if `article` is null. An equal one is replaced. */
  add(
    article: string | null,
    correction: ArticleCorrection | TagCorrection,
    editor: string,
    now: number,
    undo?: RuleUndo,
  ): void;
  /** Returns the changes of a rule besides articles. Undefined if it came from another archive. */
  undoOf(number: number): RuleUndo | undefined;
  setUndo(number: number, undo: RuleUndo): void;
  /** Returns the ids of the corrected articles whose uncorrected reading has a tag, or to which an editor added it. */
  uncorrectedWith(tag: TagId): string[];
  /** Withdraws a correction of an article, or of all if null. Returns true if there was one. */
  withdraw(article: string | null, number: number): boolean;
  /** Returns a corrected article as it was read. Undefined if it has no corrections. */
  uncorrected(article: string): StoredReading | undefined;
  /** Applies the corrections to a reading. If there are any, stores the reading, so that they can be withdrawn. */
  apply(article: string, reading: StoredReading): StoredReading;
  /** Clears the cache. Must be called when a transaction begins, since others may have written. */
  forget(): void;
}

/** Changes of a rule over a tag besides articles, so that it can be withdrawn. */
export const RuleUndo = z.object({
  /** The tag before the rule. */
  entry: AuthorityEntry,
  formerSlugs: z.array(z.string()),
  /** Names of the merged tag that the other tag did not have. */
  aliasesAdded: z.array(z.string()),
});
export type RuleUndo = z.infer<typeof RuleUndo>;

interface Row {
  number: number;
  json: string;
  editor: string;
  at: number;
}

/** Creates the rows of a connection. */
export function createCorrectionRows(connection: Connection): CorrectionRows {
  const columns = 'number, json, editor, at';
  const selectOf = connection.prepare<{ article: string }, Row>(
    `SELECT ${columns} FROM corrections WHERE article = :article ORDER BY number`,
  );
  const selectForAll = connection.prepare<[], Row>(
    `SELECT ${columns} FROM corrections WHERE article IS NULL ORDER BY number`,
  );
  const insert = connection.prepare<{
    article: string | null;
    json: string;
    editor: string;
    at: number;
    undo: string | null;
  }>(
    'INSERT INTO corrections (article, json, editor, at, undo) VALUES (:article, :json, :editor, :at, :undo)',
  );
  const selectUndo = connection
    .prepare<{ number: number }, string | null>('SELECT undo FROM corrections WHERE number = :number')
    .pluck();
  const updateUndo = connection.prepare<{ number: number; undo: string }>(
    'UPDATE corrections SET undo = :undo WHERE number = :number',
  );
  const remove = connection.prepare<{ article: string | null; number: number }>(
    'DELETE FROM corrections WHERE number = :number AND article IS :article',
  );
  const removeEqual = connection.prepare<{ article: string | null; json: string }>(
    'DELETE FROM corrections WHERE article IS :article AND json = :json',
  );
  const readings = createUncorrectedReadings(connection);
  const selectAny = connection.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM corrections)').pluck();
  let forAll: StoredCorrection<TagCorrection>[] | undefined;
  let any: boolean | undefined;
  const forget = () => {
    forAll = undefined;
    any = undefined;
  };
  const kept = ({ number, editor, at }: Row) => ({ number, editor, at: instantOf(at) });
  const all = (): StoredCorrection<TagCorrection>[] => {
    forAll ??= selectForAll
      .all()
      .map((row) => ({ ...kept(row), correction: TagCorrection.parse(JSON.parse(row.json)) }));
    return forAll;
  };
  const of = (article: string): StoredCorrection<ArticleCorrection>[] =>
    selectOf
      .all({ article })
      .map((row) => ({ ...kept(row), correction: ArticleCorrection.parse(JSON.parse(row.json)) }));

  const isAny = (): boolean => {
    any ??= selectAny.get() === 1;
    return any;
  };

  return {
    concern(article, rendered) {
      if (!isAny()) return false;
      return (
        selectOf.get({ article }) !== undefined ||
        rulesConcern(
          all().map(({ correction }) => correction),
          rendered,
        )
      );
    },
    dropReading(article) {
      if (isAny()) readings.remove(article);
    },
    of,
    forAll: all,
    add(article, correction, editor, now, undo) {
      const json = JSON.stringify(correction);
      const isRepeated = removeEqual.run({ article, json }).changes > 0;
      const row = { article, json, editor, at: now, undo: undo ? JSON.stringify(undo) : null };
      const number = Number(insert.run(row).lastInsertRowid);
      any = true;
      if (isRepeated) forAll = undefined;
      // A table has thousands of rules: parsing all of them again for each takes minutes.
      if (article === null && isTagCorrection(correction))
        forAll?.push({ ...kept({ number, json, editor, at: now }), correction });
    },
    undoOf(number) {
      const undo = selectUndo.get({ number });
      return undo ? RuleUndo.parse(JSON.parse(undo)) : undefined;
    },
    setUndo(number, undo) {
      updateUndo.run({ number, undo: JSON.stringify(undo) });
    },
    uncorrectedWith(tag) {
      const rules = all().map(({ correction }) => correction);
      const isMeant = (id: TagId) =>
        isNewsroomTag(tag) ? ruledTags(id, rules).some((each) => isSameTag(each, tag)) : id === tag;
      const prints = (json: string) =>
        isNewsroomTag(tag)
          ? newsroomWords(JSON.parse(json)).some(({ id }) => isMeant(id))
          : json.includes(JSON.stringify(tag));
      const adds = ({ correction }: StoredCorrection<ArticleCorrection>) =>
        correction.do === 'add-tag' && isMeant(correction.tag);
      return readings.where((article, json) => prints(json) || of(article).some(adds));
    },
    withdraw(article, number) {
      forget();
      return remove.run({ article, number }).changes > 0;
    },
    uncorrected: readings.find,
    apply(article, reading) {
      const own = of(article);
      const corrected = applyCorrections(
        reading,
        [...own, ...all()].map(({ correction }) => correction),
      );
      // A rule that changes an article can be withdrawn only as long as the original reading is stored.
      if (own.length > 0 || corrected !== reading) readings.put(article, reading);
      else readings.remove(article);
      return corrected;
    },
    forget,
  };
}

/** Readings of corrected articles before their corrections. */
function createUncorrectedReadings(connection: Connection) {
  const selectAll = connection.prepare<[], { article: string; reading: Uint8Array }>(
    'SELECT article, reading FROM uncorrected_articles ORDER BY article',
  );
  const select = connection
    .prepare<[string], Uint8Array>('SELECT reading FROM uncorrected_articles WHERE article = ?')
    .pluck();
  const put = connection.prepare<[string, Uint8Array]>(
    'INSERT OR REPLACE INTO uncorrected_articles (article, reading) VALUES (?, ?)',
  );
  const remove = connection.prepare<[string]>('DELETE FROM uncorrected_articles WHERE article = ?');
  return {
    /** Returns the ids of articles that meet a condition on the id and the reading as JSON. */
    where(isMeant: (article: string, json: string) => boolean): string[] {
      const ids: string[] = [];
      for (const { article, reading } of selectAll.iterate()) {
        if (isMeant(article, unpackDocument(reading))) ids.push(article);
      }
      return ids;
    },
    find(article: string): StoredReading | undefined {
      const reading = select.get(article);
      // Readings of earlier versions have no sections.
      return reading && { sections: [], ...JSON.parse(unpackDocument(reading)) };
    },
    put: (article: string, reading: StoredReading) => put.run(article, packDocument(JSON.stringify(reading))),
    remove: (article: string) => remove.run(article),
  };
}
