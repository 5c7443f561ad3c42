import { readByline } from '../../fields/read-byline.ts';
import { readDate } from '../../fields/read-date.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import type { ArticleParts } from './article-parts.ts';
import type { Metadata } from './metadata-line.ts';
import type { PartSettings } from './recognise-part.ts';

/** Sets the field that a line of metadata states, if it is not known yet. */
export function takeMetadata({ key, value }: Metadata, article: ArticleParts, settings: PartSettings): void {
  if (value === '') return;
  switch (key) {
    case 'headline':
      article.headline ??= value;
      break;
    case 'standfirst':
      article.standfirst ??= value;
      break;
    case 'byline': {
      const byline = readByline(value);
      if (byline) article.bylines.push(byline);
      break;
    }
    case 'published':
      article.published ??= readDate(value, { ...settings, farAhead: true });
      break;
    case 'updated':
      article.updated ??= readDate(value, { ...settings, farAhead: true });
      break;
    case 'crawled':
      article.crawledAt ??= crawlTime(value);
      break;
    case 'url':
      if (/^https?:\/\/\S+$/.test(value)) article.url ??= value;
      break;
    case 'language':
      article.language ??= value;
      break;
    case 'section':
    case 'keywords':
      if (key === 'section') article.sections = article.sections.concat(splitKeywords(value, ',;|'));
      article.keywords = article.keywords.concat(splitKeywords(value, ',;|'));
      break;
    case 'credit':
      article.credit ??= value;
      break;
  }
}

/** A day as a day, anything more exact as an instant. */
function crawlTime(value: string): string | null {
  const date = readDate(value, { timeZone: 'UTC' });
  if (!date) return null;
  return date.precision === 'day' ? date.instant.slice(0, 10) : date.instant;
}
