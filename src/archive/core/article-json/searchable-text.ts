import type { ArticleCard } from '../../../model/article.ts';
import type { ArticleBody } from './article-document.ts';

/** Texts of an article in the search index. */
export interface SearchableText {
  headline: string;
  standfirst: string;
  body: string;
  captions: string[];
}

/** Returns the texts of an article for the search index. */
export function searchableText(
  card: Pick<ArticleCard, 'headline' | 'standfirst' | 'images'>,
  { body }: ArticleBody,
): SearchableText {
  return {
    headline: card.headline,
    standfirst: card.standfirst ?? '',
    body: body.text,
    captions: card.images.flatMap(({ caption }) => caption ?? []),
  };
}
