import type { ArticleParts } from './article-parts.ts';
import { readBody, readTail } from './read-body.ts';
import { readHead } from './read-head.ts';
import type { Part, PartSettings } from './recognise-part.ts';

/**
 * The grammar of an article: a head (metadata, sections, headline, standfirst, byline, dates, captions), a body
 * from the first paragraph that none of these takes, and a tail (credit, copyright, addresses, keywords). What
 * pages print around articles is left out wherever it stands.
 */
export function readArticleParts(parts: Part[], settings: PartSettings): ArticleParts {
  const article: ArticleParts = {
    line: parts[0]?.line ?? 1,
    headline: null,
    standfirst: null,
    bylines: [],
    dateline: null,
    published: undefined,
    updated: undefined,
    crawledAt: null,
    url: null,
    language: null,
    keywords: [],
    sections: [],
    credit: null,
    release: parts.flatMap((part) => (part.kind === 'release' ? [part.release] : [])),
    images: [],
    paragraphs: [],
  };
  const bodyStart = readHead(parts, article, settings);
  const bodyEnd = readTail(parts, bodyStart, article, settings);
  readBody(parts.slice(bodyStart, bodyEnd), article, settings);
  return article;
}
