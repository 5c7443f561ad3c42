import type { AuthorityEntry } from '../../../model/authority.ts';
import type { ArticleCorrection, StoredCorrection, TagCorrection } from '../../../model/correction.ts';
import type { ArticleWriter } from '../articles/write-articles.ts';
import type { Connection } from '../connection.ts';
import { createCorrectionRows } from './correction-rows.ts';
import { createTagRules } from './tag-rules.ts';

/** Writes corrections inside the caller's transaction. */
export interface CorrectionWriter {
  correct(id: string, corrections: ArticleCorrection[], editor: string): void;
  /** Withdraws a correction of an article. Returns true if there was one. */
  withdraw(id: string, number: number): boolean;
  /** Returns the corrections of tags, oldest first. */
  ofTags(): StoredCorrection<TagCorrection>[];
  correctTags(corrections: TagCorrection[], editor: string): void;
  /** Withdraws a correction of a tag. Returns true if there was one. */
  withdrawTagRule(number: number): boolean;
}

/** Creates the writer of a connection. */
export function createCorrectionWriter(
  connection: Connection,
  parts: { articles: ArticleWriter; writeTags: (entries: AuthorityEntry[]) => boolean },
): CorrectionWriter {
  const { articles } = parts;
  const corrections = createCorrectionRows(connection);
  const rules = createTagRules(connection, { corrections, ...parts });
  const now = () => Math.floor(Date.now() / 1000);
  return {
    correct(id, made, editor) {
      const at = now();
      for (const correction of made) corrections.add(id, correction, editor, at);
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
    correctTags(made, editor) {
      corrections.forget();
      const at = now();
      for (const correction of made) rules.add(correction, editor, at);
    },
    withdrawTagRule(number) {
      corrections.forget();
      return rules.withdraw(number);
    },
  };
}
