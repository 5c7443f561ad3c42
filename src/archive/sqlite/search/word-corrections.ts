import { editDistance } from '../../../model/edit-distance.ts';
import { type Candidate, chooseCorrection, leastArticles } from '../../core/words/choose-correction.ts';
import { likelyBeginnings, nearWords } from '../../core/words/near-words.ts';
import type { Correction } from '../../core/words/relax-search.ts';
import { splitTerms } from '../../core/words/split-terms.ts';
import type { Connection } from '../connection.ts';
import { createSearchResolver, createVocabulary } from './vocabulary.ts';

/** Shortest word that may have two slips. */
const LONG = 8;

/** Number of first letters that a word with two slips has right, but for doubled ones. */
const RIGHT = 3;

/** Maximum number of words with the same first letters that are compared: about 5 ms. */
const MOST_COMPARED = 10_000;

/** Maximum number of letters in an acronym, which is not corrected if it is typed in capitals. */
const ACRONYM = 4;

/** Returns the folded form of a word that is one term, without the genitive; undefined if it is more. */
function formOf(word: string): string | undefined {
  const [first, ...others] = splitTerms(word.replace(/['’ʼ]s$/i, ''));
  return first?.kind === 'word' && others.length === 0 ? first.form : undefined;
}

/**
 * Creates corrections of misspelt words from the words of the archive. All words one slip away are looked up, a few µs
 * each, whatever the size of the archive. If there are none, a long word is compared with those that begin alike.
 */
export function createWordCorrections(connection: Connection): (word: string) => Correction | undefined {
  const { articlesWith } = createVocabulary(connection);
  const resolve = createSearchResolver(connection);
  const selectName = connection
    .prepare<{ word: string }, number>('SELECT 1 FROM tag_words WHERE word = :word LIMIT 1')
    .pluck();
  const articlesOfArchive = connection.prepare<[], number>('SELECT articles FROM archive').pluck();
  const beginning = connection
    .prepare<{ low: string; high: string; shortest: number; longest: number }, string>(
      `SELECT w.form
       FROM (SELECT form FROM vocabulary WHERE form >= :low AND form < :high LIMIT ${MOST_COMPARED}) w
       WHERE length(w.form) BETWEEN :shortest AND :longest`,
    )
    .pluck();
  const isName = (word: string): boolean => selectName.get({ word }) !== undefined;
  const candidatesOf = (words: string[], least: number): Candidate[] =>
    words
      .map((word) => ({ word, articles: articlesWith(word) }))
      .filter(({ articles }) => articles >= least)
      .map((each) => ({ ...each, isName: isName(each.word) }));

  /** Returns the number of articles with a word or a form of it; too large if an article has several. */
  const articlesOf = (word: string): number => {
    const resolved = resolve({ kind: 'words', words: [word], match: 'forms', field: null });
    const ways = resolved.kind === 'phrase' ? resolved.phrases : [];
    return ways.reduce(
      (sum, [form = '', ...others]) => sum + (others.length > 0 ? 0 : articlesWith(form)),
      0,
    );
  };

  const twoSlipsAway = (form: string): string[] => {
    if (form.length < LONG) return [];
    const lengths = { shortest: form.length - 2, longest: form.length + 2 };
    const found = likelyBeginnings(form, RIGHT).flatMap((low) =>
      beginning.all({ low, high: `${low}\u{10ffff}`, ...lengths }),
    );
    // A word of several languages has as many rows.
    const words = new Set(found);
    return [...words].filter((word) => editDistance(form, word) === 2);
  };

  return (word) => {
    const form = formOf(word);
    if (form === undefined || new RegExp(`^\\p{Lu}{1,${ACRONYM}}$`, 'u').test(word)) return undefined;
    const known = { form, articles: articlesOf(form), isName: isName(form) };
    const least = leastArticles(known);
    if (least === Number.POSITIVE_INFINITY) return undefined;
    const typed = { ...known, ofArticles: articlesOfArchive.get() ?? 0 };
    const to =
      chooseCorrection(typed, candidatesOf(nearWords(form), least)) ??
      chooseCorrection(typed, candidatesOf(twoSlipsAway(form), least));
    return to === undefined ? undefined : { to, occurs: typed.articles > 0 };
  };
}
