import type { Draft } from '../../../src/model/draft.ts';
import type { Mention } from '../../../src/model/mention.ts';

/** A draft of which only what topics are found in matters. */
export function draft(parts: Partial<Omit<Draft, 'body'>> & { body?: string }): Draft {
  return {
    sourceKey: 'a.txt#1',
    origin: { path: 'a.txt', line: 1, format: 'text' },
    url: null,
    source: null,
    headline: 'A headline',
    standfirst: null,
    byline: null,
    authors: [],
    dateline: null,
    credit: null,
    language: 'en',
    publishedAt: null,
    publication: null,
    updatedAt: null,
    crawledAt: null,
    images: [],
    keywords: [],
    sections: [],
    summaryOnly: false,
    warnings: [],
    ...parts,
    body: { text: parts.body ?? '', blocks: [] },
  };
}

/** Mentions of tags in a draft's body and headline, wherever the words given stand. */
export function mentionsIn(article: Draft, names: Record<string, string[]>): Mention[] {
  const texts = [
    { field: 'headline' as const, text: article.headline },
    { field: 'body' as const, text: article.body.text },
  ];
  return texts.flatMap(({ field, text }) =>
    Object.entries(names).flatMap(([tag, words]) =>
      words.flatMap((exact) =>
        [...text.matchAll(new RegExp(`\\b${exact.replaceAll('.', '\\.')}\\b`, 'g'))].map(
          ({ index: start }) => ({
            ...{ tag, name: tag, field, image: null, start, end: start + exact.length, exact },
            ...{ role: null, method: 'test', confidence: 1 },
          }),
        ),
      ),
    ),
  );
}
