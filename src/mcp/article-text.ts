import { Article, ArticleCard } from '../model/article.ts';
import { articleAddress } from './addresses.ts';
import { quoteWords } from './quote-text.ts';

/** Formats an article of a list: headline, time, source, standfirst and tags. */
export function cardText(item: unknown): string {
  const card = ArticleCard.parse(item);
  const tags = card.tags.slice(0, 8).map(({ id }) => id);
  return [
    card.headline,
    imprint(card),
    ...(card.standfirst ? [card.standfirst] : []),
    ...(tags.length > 0 ? [`Tags: ${tags.join(', ')}`] : []),
  ].join('\n');
}

/** Formats a whole article. */
export function articleText(item: unknown): string {
  const article = Article.parse(item);
  const tags = article.tags.map(({ id, name, role }) => `- ${name} (${id})${role ? `: ${role}` : ''}`);
  const quotes = article.quotes.map((quote) => `- ${quoteWords(quote)}`);
  return [
    [article.headline, imprint(article)].join('\n'),
    ...(article.standfirst ? [article.standfirst] : []),
    article.body.text,
    ...article.images.flatMap(({ caption }) => (caption ? [`Picture: ${caption}`] : [])),
    ...(tags.length > 0 ? [['In this article:', ...tags].join('\n')] : []),
    ...(quotes.length > 0 ? [['Quotes:', ...quotes].join('\n')] : []),
  ].join('\n\n');
}

// → "2024-11-03T11:59:00Z · Yonhap · The Korea Herald · dateline://articles/eu-borrell-vows"
function imprint({ publishedAt, byline, source, slug }: ArticleCard): string {
  return [publishedAt, byline, source?.name, articleAddress(slug)].filter(Boolean).join(' · ');
}
