import type { Archive } from '../../src/archive/archive.ts';
import type { ArticleQuery } from '../../src/archive/queries.ts';
import type { Page } from '../../src/archive/results.ts';
import type { Position } from '../../src/model/query.ts';

/** The headlines of a page of articles. */
export function headlines({ items }: Pick<Page, 'items'>): string[] {
  return items.map((item) => JSON.parse(item).headline);
}

/** All pages from a position on, following `next`. Stops after 1,000, which no test reaches. */
export async function pagesFrom(
  ask: (position: Position | undefined) => Page | Promise<Page>,
  position?: Position,
): Promise<Page[]> {
  const pages: Page[] = [];
  let at = position;
  do {
    const page = await ask(at);
    pages.push(page);
    at = page.next;
  } while (at && pages.length < 1_000);
  return pages;
}

/** The headlines of a whole list of articles, read page by page. */
export async function allHeadlines(archive: Archive, query: Partial<ArticleQuery> = {}): Promise<string[]> {
  const pages = await pagesFrom((position) =>
    archive.reads.articles({
      filter: {},
      sort: 'newest',
      form: 'card',
      limit: 100,
      count: 'none',
      ...query,
      ...(position ? { position } : {}),
    }),
  );
  return pages.flatMap(headlines);
}
