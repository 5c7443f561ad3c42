import { apiKeys } from './api-keys.ts';
import type { Connection } from './connection.ts';
import { importMemory } from './imports.ts';
import { articleLists } from './read/article-lists.ts';
import { authorityEntries } from './read/authority.ts';
import { boundedEffort, type Effort } from './read/bounded-effort.ts';
import { changeLog, lastChange } from './read/changes.ts';
import { correctedLookup } from './read/corrected.ts';
import { articleFacets } from './read/facets.ts';
import { filterPlan } from './read/filter-plan.ts';
import { searchHighlights } from './read/highlights.ts';
import { keptBeside } from './read/kept-beside.ts';
import { matchingCards } from './read/matching-cards.ts';
import { archiveMonths } from './read/month-counts.ts';
import { articleNeighbours } from './read/neighbours.ts';
import { articleLookup } from './read/one-article.ts';
import { oneTag } from './read/one-tag.ts';
import { quoteLists } from './read/quote-lists.ts';
import { relatedArticles } from './read/related.ts';
import { sourceList } from './read/sources.ts';
import { searchSuggestions } from './read/suggestions.ts';
import { archiveIdentity, archiveSummary } from './read/summary.ts';
import { tagAddresses } from './read/tag-addresses.ts';
import { tagLists } from './read/tag-lists.ts';
import { tagLookup } from './read/tag-lookup.ts';
import { articleTimeline } from './read/timeline.ts';
import { tagsTogether } from './read/together.ts';
import { uncorrectedArticles } from './read/uncorrected.ts';
import { unknownTagNames } from './read/unknown-tags.ts';
import { articleVersions } from './read/versions.ts';
import { archiveRevision } from './revision.ts';
import type { Turn } from './turn.ts';
import { articleHistories } from './write/article-histories.ts';
import { correctionRows } from './write/correction-rows.ts';

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
