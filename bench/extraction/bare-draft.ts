import type { Body } from '../../src/model/article.ts';
import type { Draft } from '../../src/model/draft.ts';

function bodyOf(text: string): Body {
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    kind: 'paragraph' as const,
    level: null,
    start: index,
    end: index + line.length,
  }));
  return { text, blocks };
}

/** Returns a draft with nothing but an English text, one paragraph per line. */
export function bareDraft(id: string, text: string): Draft {
  return {
    sourceKey: id,
    origin: { path: id, line: null, format: 'text' },
    url: null,
    source: null,
    headline: '',
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
    body: bodyOf(text),
    summaryOnly: false,
    warnings: [],
  };
}
