import { apiKeys } from './api-keys.ts';
import { articleLookup } from './articles/one-article.ts';
import { articleVersions } from './articles/versions.ts';
import { boundedEffort, type Effort } from './budget.ts';
import { changeLog, lastChange } from './changes.ts';
import type { Connection } from './connection.ts';
import { correctedLookup } from './corrections/corrected.ts';
import { correctionRows } from './corrections/correction-rows.ts';
import { uncorrectedArticles } from './corrections/uncorrected.ts';
import { articleHistories } from './exports/article-histories.ts';
import { keptBeside } from './exports/kept-beside.ts';
import { articleFacets } from './facets/facets.ts';
import { archiveMonths } from './facets/month-counts.ts';
import { articleTimeline } from './facets/timeline.ts';
import { importMemory } from './imports.ts';
import { articleLists } from './lists/article-lists.ts';
import { filterPlan } from './lists/filter-plan.ts';
import { matchingCards } from './lists/matching-cards.ts';
import { articleNeighbours } from './lists/neighbours.ts';
import { quoteLists } from './quotes/quote-lists.ts';
import { relatedArticles } from './related/related.ts';
import { archiveRevision } from './revision.ts';
import { searchHighlights } from './search/highlights.ts';
import { searchSuggestions } from './search/suggestions.ts';
import type { Turn } from './snapshot.ts';
import { sourceList } from './sources.ts';
import { archiveIdentity, archiveSummary } from './summary.ts';
import { authorityEntries } from './tags/authority.ts';
import { oneTag } from './tags/one-tag.ts';
import { tagAddresses } from './tags/tag-addresses.ts';
import { tagLists } from './tags/tag-lists.ts';
import { tagLookup } from './tags/tag-lookup.ts';
import { tagsTogether } from './tags/together.ts';
import { unknownTagNames } from './tags/unknown-tags.ts';

/** Everything that reads in one connection, its statements prepared: for `openSqliteArchive` alone. */
export function sqliteReading(connection: Connection, settings: Effort, turn: Turn) {
  const effort = boundedEffort(connection, settings);
  const revision = archiveRevision(connection, turn);
  const findTag = tagLookup(connection, revision);
  const plan = filterPlan(findTag);
  const articles = articleLists(connection, effort, revision, plan);
  return {
    identity: archiveIdentity(connection),
    revision,
    summary: archiveSummary(connection),
    months: archiveMonths(connection),
    addresses: tagAddresses(connection),
    articles,
    neighbours: articleNeighbours(connection, articles.each),
    facets: articleFacets(connection, effort, plan),
    timeline: articleTimeline(connection, effort, plan),
    article: articleLookup(connection),
    related: relatedArticles(connection),
    highlight: searchHighlights(connection),
    suggest: searchSuggestions(connection),
    unknownTags: unknownTagNames(connection, findTag),
    tags: tagLists(connection),
    tag: oneTag(connection),
    together: tagsTogether(connection),
    sources: sourceList(connection),
    quotes: quoteLists(connection, effort),
    authority: authorityEntries(connection),
    changes: changeLog(connection),
    lastChange: lastChange(connection),
    matchingCards: matchingCards(connection, findTag),
    imports: importMemory(connection),
    versions: articleVersions(connection),
    corrected: correctedLookup(connection),
    uncorrected: uncorrectedArticles(connection),
    corrections: correctionRows(connection),
    keys: apiKeys(connection),
    kept: keptBeside(connection),
    histories: articleHistories(connection),
  };
}
