import { z } from 'zod';
import { ArticleCard } from '../model/article.ts';
import { articleAddress } from './addresses.ts';
import { shortField } from './limits.ts';
import type { ToolResult } from './tool.ts';

const Card = ArticleCard.extend({
  highlights: z.array(z.object({ field: z.string(), text: z.string() })).optional(),
});

/** Maximum number of tags and fragments of an article in a list. */
const maxTags = 8;
const maxFragments = 3;

/** Formats an article of a list: headline, time, source, standfirst, tags, and fragments that match a search. */
export function articleItem(item: unknown): ToolResult {
  const card = Card.parse(item);
  const head = headOf(card);
  const tags = card.tags.slice(0, maxTags).map(({ id, name }) => ({ id, name: shortField(name, 100) }));
  const highlights = card.highlights
    ?.slice(0, maxFragments)
    .map(({ field, text }) => ({ field, text: shortField(text.replace(/\s+/g, ' '), 400) }));
  return {
    data: { ...head, tags, ...(highlights && { highlights }) },
    text: [
      headText(head),
      ...(head.standfirst ? [head.standfirst] : []),
      ...(highlights ?? []).map(({ field, text }) => `In ${field}: ${text}`),
      ...(tags.length > 0 ? [`Tags: ${tags.map(({ id }) => id).join(', ')}`] : []),
    ].join('\n'),
  };
}

/** Returns the fields of an article that identify and cite it. */
export function headOf(card: ArticleCard) {
  const { id, slug, headline, standfirst, byline, publishedAt, source, language } = card;
  return {
    id,
    slug,
    headline: shortField(headline),
    standfirst: standfirst && shortField(standfirst, 1_000),
    byline: byline && shortField(byline, 200),
    publishedAt,
    source,
    language,
  };
}

/** Formats the headline and the imprint of an article. */
// → "EU's Borrell vows …\n2024-11-03T11:59:00Z · Yonhap · The Korea Herald · dateline://articles/eu-borrell-vows"
export function headText({
  headline,
  publishedAt,
  byline,
  source,
  slug,
}: Omit<ReturnType<typeof headOf>, 'standfirst'>): string {
  const imprint = [publishedAt ?? 'undated', byline, source?.name, articleAddress(slug)];
  return `${headline}\n${imprint.filter(Boolean).join(' · ')}`;
}
