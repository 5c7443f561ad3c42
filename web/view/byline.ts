import type { Article, Mention } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';
import { fieldText } from './article-text.ts';

/** Renders the byline with links on its authors, and on what else it mentions. */
export function bylineText(
  byline: string,
  { authors, mentions }: Pick<Article, 'authors' | 'mentions'>,
): View {
  const named = authors.flatMap(({ name }) => authorIn(byline, name));
  const others = mentions.filter(
    ({ field, start, end }) =>
      field === 'byline' && !named.some((author) => author.start < end && start < author.end),
  );
  return fieldText(byline, [...named, ...others]);
}

/** Returns an author as a mention, if the byline has the name. The page of an author is found by the printed name. */
function authorIn(byline: string, name: string): Mention[] {
  const start = byline.toLowerCase().indexOf(name.toLowerCase());
  if (start < 0 || name === '') return [];
  const end = start + name.length;
  const span = { field: 'byline', image: null, start, end, exact: byline.slice(start, end) } as const;
  return [{ tag: `author/${name}`, name, ...span, role: null, method: 'byline', confidence: 1 }];
}
