import type { SearchExpression } from '../../../model/query.ts';
import { type FormsOf, type ResolvedSearch, resolveSearch } from '../../core/words/resolve-search.ts';
import { stemOf } from '../../core/words/stems/stem-of.ts';
import type { Connection } from '../connection.ts';

/** Maximum number of forms of a word that are looked for, the most frequent ones. */
const MOST_FORMS = 14;

/** Words of the archive. */
export interface Vocabulary {
  /** Returns other forms of the same word, in any language of the archive, the most frequent first; at most 14. */
  formsOf: FormsOf;
  /** Returns the number of articles with a word in any of its languages, without reading the index. */
  articlesWith(form: string): number;
}

/** Creates a reader of the vocabulary. */
export function createVocabulary(connection: Connection): Vocabulary {
  // One look-up for each language, however large the table is.
  const languages = connection
    .prepare<[], string>(
      `WITH RECURSIVE each (language) AS (
         SELECT min(language) FROM vocabulary WHERE stem IS NOT NULL
         UNION ALL
         SELECT (SELECT min(language) FROM vocabulary WHERE stem IS NOT NULL AND language > each.language)
         FROM each WHERE each.language IS NOT NULL
       )
       SELECT language FROM each WHERE language IS NOT NULL`,
    )
    .pluck();
  const withStem = connection.prepare<{ language: string; stem: string }, { form: string; articles: number }>(
    `SELECT form, articles FROM vocabulary WHERE language = :language AND stem = :stem
     UNION ALL
     SELECT form, articles FROM vocabulary WHERE form = :stem AND language = :language AND stem IS NULL`,
  );
  const counts = connection
    .prepare<{ form: string }, number | null>('SELECT sum(articles) FROM vocabulary WHERE form = :form')
    .pluck();

  return {
    formsOf(form) {
      const articles = new Map<string, number>();
      for (const language of languages.all()) {
        for (const row of withStem.all({ language, stem: stemOf(form, language) })) {
          articles.set(row.form, (articles.get(row.form) ?? 0) + row.articles);
        }
      }
      articles.delete(form);
      const forms = [...articles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return forms.slice(0, MOST_FORMS - 1).map(([each]) => each);
    },
    articlesWith: (form) => counts.get({ form }) ?? 0,
  };
}

/** Creates a function that resolves a search against the vocabulary of an archive. */
export function createSearchResolver(connection: Connection): (search: SearchExpression) => ResolvedSearch {
  const { formsOf } = createVocabulary(connection);
  return (search) => resolveSearch(search, formsOf);
}
