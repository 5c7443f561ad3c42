import type { ArticleCard } from '../../../model/article.ts';
import type { ArticleRest } from './article-document.ts';
import type { TagLabel } from './article-tags.ts';

/** A stored article with the present names of the renamed tags: the same facts, other labels. */
export function renamedArticle(
  card: ArticleCard,
  rest: ArticleRest,
  renamed: ReadonlyMap<string, TagLabel>,
): { card: ArticleCard; rest: ArticleRest } {
  return {
    card: {
      ...card,
      tags: card.tags.map((tag) => {
        const label = renamed.get(tag.id);
        return label ? { ...tag, slug: label.slug, name: label.name } : tag;
      }),
    },
    rest: {
      ...rest,
      mentions: rest.mentions.map((mention) => ({
        ...mention,
        name: renamed.get(mention.tag)?.name ?? mention.name,
      })),
      quotes: rest.quotes.map((quote) => {
        const label = quote.speaker?.tag ? renamed.get(quote.speaker.tag) : undefined;
        return quote.speaker && label ? { ...quote, speaker: { ...quote.speaker, name: label.name } } : quote;
      }),
    },
  };
}
