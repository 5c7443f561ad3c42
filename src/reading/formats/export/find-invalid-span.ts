import type { Article } from '../../../model/article.ts';
import type { Field, Span } from '../../../model/mention.ts';

/**
 * Says which mention or quote of an article does not stand where it says; undefined where all do. Whoever reads the
 * archive trusts that `text.slice(start, end)` is the span's text.
 */
export function findInvalidSpan(article: Article): string | undefined {
  const matches = ({ start, end, exact }: Span, text: string): boolean => text.slice(start, end) === exact;
  const mention = article.mentions.find((each) => !matches(each, textOf(article, each.field, each.image)));
  if (mention)
    return `the mention of ${mention.tag} at offset ${mention.start} of the ${mention.field} does not match the text`;
  const quote = article.quotes.find((each) =>
    [each, ...each.segments].some((span) => !matches(span, article.body.text)),
  );
  return quote && `the quote at offset ${quote.start} of the body does not match the text`;
}

function textOf({ images, ...article }: Article, field: Field, image: number | null): string {
  if (field === 'body') return article.body.text;
  if (field === 'caption') return images[image ?? -1]?.caption ?? '';
  if (field === 'credit') return (image === null ? article.credit : images[image]?.credit) ?? '';
  return article[field] ?? '';
}
