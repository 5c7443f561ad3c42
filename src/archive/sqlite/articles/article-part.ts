import type { ArticleBody } from '../../core/article-json/article-document.ts';
import { unpackBytes } from '../../core/article-json/packed-document.ts';
import { type ArticlePart, fullPageBytes, type Window } from '../../queries.ts';
import type { ArticlePartPage, Found, Page } from '../../results.ts';
import type { Bounded } from '../budget.ts';
import type { ArticleLookup } from './article-lookup.ts';

/** Size in bytes of a packed article that takes a few milliseconds to parse. A bounded read leaves larger ones out. */
const quicklyParsed = 64 * 1024;

/** Creates a function that returns a page of the mentions or quotes of an article. */
export function createArticlePart(lookup: ArticleLookup, isBounded: boolean) {
  return (
    reference: string,
    part: ArticlePart,
    window: Omit<Window, 'count'>,
  ): Found<ArticlePartPage> & Bounded => {
    const found = lookup.row(reference);
    if (found.kind !== 'found') return found;
    const { id, slug, storedAt, card, body } = found.value;
    const about = { id, slug, storedAt };
    if (isBounded && body.length > quicklyParsed) {
      return { kind: 'found', value: { ...about, items: [] }, partial: true };
    }
    const whole: ArticleBody = JSON.parse(unpackBytes(body, card).toString());
    return { kind: 'found', value: { ...about, ...pageOf(whole[part], window, id) } };
  };
}

/** Returns as many items as a page may have, from one of its ends. */
function pageOf(all: unknown[], { limit, position }: Omit<Window, 'count'>, id: string): Page {
  const isBefore = position?.direction === 'before';
  const edge = Math.min(Math.max(0, Number(position?.rank ?? 0)), all.length);
  const candidates = isBefore
    ? all.slice(Math.max(0, edge - limit), edge).reverse()
    : all.slice(edge, edge + limit);
  const items: string[] = [];
  let bytes = 0;
  for (const candidate of candidates) {
    const item = JSON.stringify(candidate);
    bytes += Buffer.byteLength(item);
    if (bytes > fullPageBytes && items.length > 0) break;
    items.push(item);
  }
  if (isBefore) items.reverse();
  const start = isBefore ? edge - items.length : edge;
  const end = start + items.length;
  return {
    items,
    ...(start > 0 && { previous: { direction: 'before', rank: start, id } }),
    ...(end < all.length && { next: { direction: 'after', rank: end, id } }),
    total: { value: all.length, relation: 'eq' },
  };
}
