import type { ArchiveReads } from '../../reads.ts';
import type { ReadName, ReadResult } from '../reads.ts';

export type SendRead = <Name extends ReadName>(
  read: Name,
  ...given: Parameters<ArchiveReads[Name]>
) => Promise<ReadResult<Name>>;

/**
 * Creates reads that run in this process if they are short, else in a reader process. Reads that rank, count or search
 * texts always run there. A list runs there if the bounded reads of this process (`here`) spent their budget.
 */
export function createPooledReads(here: ArchiveReads, send: SendRead): ArchiveReads {
  // Inherits the other reads, because copying them for each request takes as long as a short read.
  const reads: ArchiveReads = Object.create(here);
  return Object.assign(reads, {
    async articles(query) {
      if (query.sort === 'relevance' && query.filter.search) return send('articles', query);
      const page = await here.articles(query);
      return wasCutShort(page) ? send('articles', query) : page;
    },
    async joinedCards(query) {
      if (query.sort === 'relevance' && query.filter.search) return send('joinedCards', query);
      const page = await here.joinedCards(query);
      return wasCutShort(page) ? send('joinedCards', query) : page;
    },
    async articlePart(reference, part, window) {
      const found = await here.articlePart(reference, part, window);
      return wasCutShort(found) ? send('articlePart', reference, part, window) : found;
    },
    async quotes(query) {
      const page = await here.quotes(query);
      return wasCutShort(page) ? send('quotes', query) : page;
    },
    tags(query) {
      const isCounted = query.from ?? query.before ?? query.articles;
      return isCounted === undefined ? here.tags(query) : send('tags', query);
    },
    async neighbours(id, filter, sort) {
      const found = await here.neighbours(id, filter, sort);
      return wasCutShort(found) ? send('neighbours', id, filter, sort) : found;
    },
    facets(filter, names, limit, tz) {
      // The whole archive has counters.
      const counted = Object.keys(filter).length === 0;
      return counted ? here.facets(filter, names, limit, tz) : send('facets', filter, names, limit, tz);
    },
    async timeline(filter, edges) {
      // One tag has counters, but very many days take too long.
      const counted = filter.search === undefined && (filter.tags?.kind ?? 'tag') === 'tag';
      const timeline = counted ? await here.timeline(filter, edges) : undefined;
      return timeline?.complete ? timeline : send('timeline', filter, edges);
    },
    highlight: (search, ids) => send('highlight', search, ids),
    suggest: (search) => send('suggest', search),
    relaxed: (filter) => send('relaxed', filter),
    related: (id, limit) => send('related', id, limit),
    mergeProposals: (limit) => send('mergeProposals', limit),
    together: (tag, type, limit) => send('together', tag, type, limit),
  } satisfies Partial<ArchiveReads>);
}

/** True if a bounded read spent its budget before it was complete. */
function wasCutShort(result: object): boolean {
  return 'partial' in result && result.partial === true;
}
