import { ArticleCard } from '../model/article.ts';
import { rightsLines } from '../model/rights.ts';
import { articleAddress } from './addresses.ts';
import { type ArticlePart, shortField } from './article-part.ts';
import { quoteWords } from './quote-text.ts';

/** Formats an article of a list: headline, time, source, standfirst and tags. */
export function cardText(item: unknown): string {
  const card = ArticleCard.parse(item);
  const tags = card.tags.slice(0, 8).map(({ id }) => id);
  return [
    shortField(card.headline),
    imprint(card),
    ...(card.standfirst ? [shortField(card.standfirst)] : []),
    ...(tags.length > 0 ? [`Tags: ${tags.join(', ')}`] : []),
  ].join('\n');
}

/** Formats an article, or a part of one with notes on the rest. */
export function articleText({ article, notes }: ArticlePart): string {
  const tags = article.tags.map(({ id, name, role }) => `- ${name} (${id})${role ? `: ${role}` : ''}`);
  const quotes = article.quotes.map((quote) => `- ${quoteWords(quote)}`);
  return [
    [shortField(article.headline), imprint(article)].join('\n'),
    ...notes.map((note) => `Note: ${note}`),
    ...(article.standfirst ? [shortField(article.standfirst)] : []),
    article.body.text,
    ...article.images.flatMap(({ caption, alt }) => {
      const text = caption ?? alt;
      return text ? [`Picture: ${shortField(text)}`] : [];
    }),
    ...(article.location ? [`Location: ${shortField(article.location)}`] : []),
    ...(article.editorsNote ? [`Note to editors: ${shortField(article.editorsNote)}`] : []),
    ...rightsLines(article.rights).map((text) => `Rights: ${shortField(text)}`),
    ...(tags.length > 0 ? [['In this article:', ...tags].join('\n')] : []),
    ...(quotes.length > 0 ? [['Quotes:', ...quotes].join('\n')] : []),
  ].join('\n\n');
}

// → "2024-11-03T11:59:00Z · Yonhap · The Korea Herald · dateline://articles/eu-borrell-vows"
function imprint({ publishedAt, byline, source, slug }: ArticleCard): string {
  return [publishedAt ?? 'undated', byline, source?.name, articleAddress(slug)].filter(Boolean).join(' · ');
}
