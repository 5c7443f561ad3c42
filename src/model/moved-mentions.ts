import type { ReadArticle } from './draft.ts';
import type { Image } from './image.ts';
import type { Mention } from './mention.ts';
import { occurrencesOf } from './occurrences.ts';

/** Texts of an article that mentions refer to, and the mentions. */
export type Mentioning = Pick<
  ReadArticle,
  'headline' | 'standfirst' | 'byline' | 'credit' | 'images' | 'body' | 'mentions'
>;

/** Moves the mentions of an article to the same words in its corrected texts. Returns a new corrected article. */
export function withMovedMentions<A extends Mentioning>(article: A, corrected: A): A {
  return {
    ...corrected,
    mentions: article.mentions.flatMap((mention) => moved(mention, article, corrected)),
  };
}

/** Returns the text that the mention's offsets refer to. */
export function textOf(article: Mentioning, { field, image }: Pick<Mention, 'field' | 'image'>): string {
  const picture: Image | undefined = image === null ? undefined : article.images[image];
  switch (field) {
    case 'body':
      return article.body.text;
    case 'caption':
      return picture?.caption ?? '';
    case 'credit':
      return (image === null ? article.credit : picture?.credit) ?? '';
    default:
      return article[field] ?? '';
  }
}

/** Moves a mention to the same words in the corrected text; returns none if they are gone. */
function moved(mention: Mention, before: Mentioning, after: Mentioning): Mention[] {
  const old = textOf(before, mention);
  const text = textOf(after, mention);
  if (old === text) return [mention];
  const ordinal = occurrencesOf(mention.exact, old).indexOf(mention.start);
  const start = occurrencesOf(mention.exact, text)[Math.max(0, ordinal)];
  return start === undefined ? [] : [{ ...mention, start, end: start + mention.exact.length }];
}
