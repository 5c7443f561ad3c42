import type { ArticleCard } from '../../../model/article.ts';
import type { ArticleBody } from './article-document.ts';
import type { TagLabel } from './article-tags.ts';

/** Returns a stored article with the new labels of renamed tags. */
export function renamedArticle(
  card: ArticleCard,
  body: ArticleBody,
  renamed: ReadonlyMap<string, TagLabel>,
): { card: ArticleCard; body: ArticleBody } {
  return {
    card: {
      ...card,
      tags: card.tags.map((tag) => {
        const label = renamed.get(tag.id);
        return label ? { ...tag, slug: label.slug, name: label.name } : tag;
      }),
    },
    body: {
      ...body,
      mentions: body.mentions.map((mention) => ({
        ...mention,
        name: renamed.get(mention.tag)?.name ?? mention.name,
      })),
      quotes: body.quotes.map((quote) => {
        const label = quote.speaker?.tag ? renamed.get(quote.speaker.tag) : undefined;
        return quote.speaker && label ? { ...quote, speaker: { ...quote.speaker, name: label.name } } : quote;
      }),
    },
  };
}
