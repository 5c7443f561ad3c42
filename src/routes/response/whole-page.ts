import { type ArticleQuery, fullPageBytes } from '../../archive/queries.ts';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Page, Rendered } from '../../archive/results.ts';

/** A page of whole articles as they are written. */
interface WrittenPage<Item> extends Omit<Page, 'items'> {
  items: Item[];
}

/**
 * Returns a page of whole articles, written by `write`. It ends at `fullPageBytes` of what is written, with at least one
 * article. The archive counts what it reads, so it is asked again while texts that are left out made its pages short.
 */
export async function wholePage<Item extends { text: string }>(
  archive: ArchiveReads,
  query: ArticleQuery,
  write: (articles: Rendered[]) => Promise<Item[]>,
): Promise<WrittenPage<Item>> {
  const isBefore = query.position?.direction === 'before';
  const onward = isBefore ? 'previous' : 'next';
  const first = await archive.articles(query);
  const items: Item[] = [];
  let read = first;
  /** Query of `read`. */
  let asked = query;
  let bytes = 0;
  let end = first[onward];
  for (;;) {
    const written = await write(read.items);
    let fitting = 0;
    for (const item of isBefore ? written.reverse() : written) {
      bytes += Buffer.byteLength(item.text);
      if (bytes > fullPageBytes && items.length > 0) break;
      items.push(item);
      fitting += 1;
    }
    if (fitting === 0) break;
    if (fitting < read.items.length) {
      // The link of a shorter page is that after its last article.
      read = await archive.articles({ ...asked, limit: fitting, form: 'card' });
    }
    end = read[onward];
    if (bytes > fullPageBytes || !end || items.length >= query.limit) break;
    asked = { ...query, position: end, count: 'none', limit: query.limit - items.length };
    read = await archive.articles(asked);
  }
  if (isBefore) items.reverse();
  const { items: _items, [onward]: _onward, ...links } = first;
  return { ...links, items, ...(end && { [onward]: end }) };
}
