import { z } from 'zod';
import { AuthorityEntry } from '../../../model/authority.ts';
import { ArticleCorrection, type KeptCorrection, TagCorrection } from '../../../model/correction.ts';
import type { KeptReading } from '../../../model/draft.ts';
import { instantOf } from '../../../model/instant.ts';
import type { TagId } from '../../../model/tag.ts';
import { packDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';

/** What editors set right, and what it was set right from. */
export interface CorrectionRows {
  /** Whether there are any of this article, or for all. */
  concern(article: string): boolean;
  /** Of one article, in the order they were made. */
  of(article: string): KeptCorrection<ArticleCorrection>[];
  /** For all articles, in the order they were made; remembered until `forget()`. */
  forAll(): KeptCorrection<TagCorrection>[];
  /** `article` null: for all articles. */
  add(
    article: string | null,
    correction: ArticleCorrection | TagCorrection,
    editor: string,
    now: number,
    undo?: RuleUndo,
  ): void;
  /** What a rule changed beside articles; undefined for one of an older version or another archive. */
  undoOf(number: number): RuleUndo | undefined;
  setUndo(number: number, undo: RuleUndo): void;
  /** The corrected articles that carried a tag as they were read. */
  uncorrectedWith(tag: TagId): string[];
  /** Whether there was such a correction of that article, or of all. */
  withdraw(article: string | null, number: number): boolean;
  /** A corrected article as it was read; undefined for one without corrections. */
  uncorrected(article: string): KeptReading | undefined;
  keepUncorrected(article: string, reading: KeptReading): void;
  dropUncorrected(article: string): void;
  /** To be called when a transaction begins: others may have written since the last. */
  forget(): void;
}

/** What a rule over a tag changed beside articles. */
export const RuleUndo = z.object({
  /** The tag as it was. */
  entry: AuthorityEntry,
  formerSlugs: z.array(z.string()),
  /** What a merged tag was called that the other was not. */
  aliasesAdded: z.array(z.string()),
});
export type RuleUndo = z.infer<typeof RuleUndo>;

interface Row {
  number: number;
  json: string;
  editor: string;
  at: number;
}

/** Gives the rows of corrections in one connection. */
export function correctionRows(connection: Connection): CorrectionRows {
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
  const selectReadings = connection.prepare<[], { article: string; reading: Uint8Array }>(
    'SELECT article, reading FROM uncorrected_articles ORDER BY article',
  );
  const remove = connection.prepare<{ article: string | null; number: number }>(
    'DELETE FROM corrections WHERE number = :number AND article IS :article',
  );
  const removeEqual = connection.prepare<{ article: string | null; json: string }>(
    'DELETE FROM corrections WHERE article IS :article AND json = :json',
  );
  const selectReading = connection
    .prepare<{ article: string }, Uint8Array>(
      'SELECT reading FROM uncorrected_articles WHERE article = :article',
    )
    .pluck();
  const putReading = connection.prepare<{ article: string; reading: Uint8Array }>(
    'INSERT OR REPLACE INTO uncorrected_articles (article, reading) VALUES (:article, :reading)',
  );
  const deleteReading = connection.prepare<{ article: string }>(
    'DELETE FROM uncorrected_articles WHERE article = :article',
  );
  const selectAny = connection.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM corrections)').pluck();
  let forAll: KeptCorrection<TagCorrection>[] | undefined;
  let any: boolean | undefined;
  const forget = () => {
    forAll = undefined;
    any = undefined;
  };
  const kept = ({ number, editor, at }: Row) => ({ number, editor, at: instantOf(at) });
  const readForAll = (): KeptCorrection<TagCorrection>[] =>
    selectForAll
      .all()
      .map((row) => ({ ...kept(row), correction: TagCorrection.parse(JSON.parse(row.json)) }));

  return {
    concern(article) {
      any ??= selectAny.get() === 1;
      if (!any) return false;
      forAll ??= readForAll();
      return forAll.length > 0 || selectOf.get({ article }) !== undefined;
    },
    of: (article) =>
      selectOf
        .all({ article })
        .map((row) => ({ ...kept(row), correction: ArticleCorrection.parse(JSON.parse(row.json)) })),
    forAll() {
      forAll ??= readForAll();
      return forAll;
    },
    add(article, correction, editor, now, undo) {
      const json = JSON.stringify(correction);
      // Said again, it is the latest word, and still one.
      removeEqual.run({ article, json });
      insert.run({ article, json, editor, at: now, undo: undo ? JSON.stringify(undo) : null });
      forget();
    },
    undoOf(number) {
      const undo = selectUndo.get({ number });
      return undo ? RuleUndo.parse(JSON.parse(undo)) : undefined;
    },
    setUndo(number, undo) {
      updateUndo.run({ number, undo: JSON.stringify(undo) });
    },
    uncorrectedWith(tag) {
      const carrying: string[] = [];
      for (const { article, reading } of selectReadings.iterate()) {
        if (unpackDocument(reading).includes(JSON.stringify(tag))) carrying.push(article);
      }
      return carrying;
    },
    withdraw(article, number) {
      forget();
      return remove.run({ article, number }).changes > 0;
    },
    uncorrected(article) {
      const reading = selectReading.get({ article });
      return reading && JSON.parse(unpackDocument(reading));
    },
    keepUncorrected(article, reading) {
      putReading.run({ article, reading: packDocument(JSON.stringify(reading)) });
    },
    dropUncorrected(article) {
      deleteReading.run({ article });
    },
    forget,
  };
}
