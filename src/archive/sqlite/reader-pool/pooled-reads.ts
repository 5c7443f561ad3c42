import type { Archive } from '../../archive.ts';
import type { Readers } from './open-reader-pool.ts';

/**
 * An archive whose long reads go to other processes, so that the rest never waits for them: whatever ranks, counts
 * or looks through texts, and what `here`, which is hasty, has not finished by itself. Answers are the same, only
 * complete; they throw QueryCutOff when they take too long.
 */
export function readApart(here: Archive, apart: Readers): Archive {
  return {
    ...here,
    async articles(query) {
      if (query.sort === 'relevance' && query.filter.search) return apart.ask('articles', query);
      const page = await here.articles(query);
      return page.partial ? apart.ask('articles', query) : page;
    },
    async joinedCards(query) {
      if (query.sort === 'relevance' && query.filter.search) return apart.ask('joinedCards', query);
      const page = await here.joinedCards(query);
      return page.partial ? apart.ask('joinedCards', query) : page;
    },
    async quotes(query) {
      const page = await here.quotes(query);
      return page.partial ? apart.ask('quotes', query) : page;
    },
    async neighbours(id, filter, sort) {
      const found = await here.neighbours(id, filter, sort);
      return found.partial ? apart.ask('neighbours', id, filter, sort) : found;
    },
    facets(filter, names, limit) {
      // Counters answer for the whole archive.
      const counted = Object.keys(filter).length === 0;
      return counted ? here.facets(filter, names, limit) : apart.ask('facets', filter, names, limit);
    },
    async timeline(filter, edges) {
      // Counters answer for one tag, if not for each of very many days.
      const counted = filter.search === undefined && (filter.tags?.kind ?? 'tag') === 'tag';
      const timeline = counted ? await here.timeline(filter, edges) : undefined;
      return timeline?.complete ? timeline : apart.ask('timeline', filter, edges);
    },
    highlight: (search, ids) => apart.ask('highlight', search, ids),
    suggest: (search) => apart.ask('suggest', search),
    related: (id, limit) => apart.ask('related', id, limit),
    together: (tag, type, limit) => apart.ask('together', tag, type, limit),
    async close() {
      await apart.close();
      await here.close();
    },
  };
}
