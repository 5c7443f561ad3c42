import type { Article } from '../model/article.ts';

/** Returns the standfirst, else the first paragraph, cut between words at about `length` characters. */
export function summaryOf({ standfirst, body }: Article, length = 300): string {
  const first = body.blocks.find(({ kind }) => kind === 'paragraph');
  const text = (standfirst ?? (first ? body.text.slice(first.start, first.end) : ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length).toWellFormed();
  return `${cut.replace(/\s+\S*$/, '')} …`;
}
