import { nearest } from '../../model/nearest.ts';

/** Names of other APIs for parameters of this one. Each maps to the names that it may mean, the likeliest first. */
const otherNames: Record<string, string[]> = {
  cursor: ['page', 'offset', 'skip', 'start', 'pagetoken', 'nexttoken', 'startat', 'startindex', 'p'],
  limit: ['perpage', 'pagesize', 'size', 'rows', 'take', 'max', 'maxresults', 'num', 'n', 'results'],
  q: ['query', 'search', 'keyword', 'keywords', 'term', 'terms', 'text', 's', 'qs', 'words'],
  sort: ['order', 'orderby', 'sortby', 'sortorder', 'ordering'],
  from: ['since', 'after', 'startdate', 'fromdate', 'datefrom', 'begin', 'publishedafter', 'begindate'],
  to: ['until', 'before', 'enddate', 'todate', 'dateto', 'end', 'publishedbefore'],
  date: ['day', 'year', 'month'],
  tz: ['timezone', 'zone'],
  tag: ['section', 'category', 'categories', 'subject'],
  language: ['locale', 'lng'],
  fields: ['select', 'showfields', 'only', 'columns'],
  include: ['expand', 'embed', 'with'],
  highlight: ['hl'],
  facets: ['facet', 'aggs', 'aggregations'],
};

/** Returns the parameter that an unknown name probably means: by its name in other APIs, else by its spelling. */
export function nearestParameter(name: string, names: readonly string[]): string | undefined {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '');
  const meant = names.find((each) => otherNames[each]?.includes(bare));
  return meant ?? nearest(name, names);
}
