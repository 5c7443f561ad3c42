import type { ArticleCard } from '../../../model/article.ts';
import type { ArticleRest } from './article-document.ts';

/** The texts of an article that a search looks through. */
export interface SearchableText {
  headline: string;
  standfirst: string;
  body: string;
  caption: string;
}

/** What the search index holds of an article. */
export function searchableText(
  card: Pick<ArticleCard, 'headline' | 'standfirst' | 'images'>,
  rest: ArticleRest,
): SearchableText {
  return {
    headline: card.headline,
    standfirst: card.standfirst ?? '',
    body: rest.body.text,
    caption: card.images.map(({ caption }) => caption ?? '').join('\n\n'),
  };
}
