import type { Awaitable } from '../awaitable.ts';
import type { ArchiveReads } from '../reads.ts';
import { createArticleLookup } from './articles/article-lookup.ts';
import { createArticlePart } from './articles/article-part.ts';
import { createGoneArticles } from './articles/gone-articles.ts';
import { createLastWithdrawals } from './articles/last-withdrawals.ts';
import { createRevisionLookup } from './articles/revisions.ts';
import { createArticleVersions } from './articles/versions.ts';
import type { Budget } from './budget.ts';
import type { Connection } from './connection.ts';
import { createCorrectedLookup } from './corrections/corrected.ts';
import { createCorrectionRows } from './corrections/correction-rows.ts';
import { createUncorrectedArticles } from './corrections/uncorrected.ts';
import { createFacets } from './facets/facets.ts';
import { createMonths } from './facets/month-counts.ts';
import { createTimeline } from './facets/timeline.ts';
import { createArticleLists } from './lists/article-lists.ts';
import { createFilterKeys, createReferenceCheck } from './lists/filter-keys.ts';
import { createFilterPlanner } from './lists/filter-plan.ts';
import { createMatchingCards } from './lists/matching-cards.ts';
import { createNeighbours } from './lists/neighbours.ts';
import { createRangeScanner } from './lists/range-scanner.ts';
import { once } from './once.ts';
import { createQuoteLists } from './quotes/quote-lists.ts';
import { createRelatedArticles } from './related/related.ts';
import { createHighlights } from './search/highlights.ts';
import { createRelaxedSearch } from './search/relaxed-search.ts';
import { createSuggestions } from './search/suggestions.ts';
import { createSearchResolver } from './search/vocabulary.ts';
import type { CurrentState } from './state.ts';
import { createSummary } from './summary.ts';
import { createAuthorityReader } from './tags/authority.ts';
import { createMergeProposals } from './tags/merge-proposals.ts';
import { createTagBySlug } from './tags/one-tag.ts';
import { createTagAddresses } from './tags/tag-addresses.ts';
import { createTagLists } from './tags/tag-lists.ts';
import { createTagLookup } from './tags/tag-lookup.ts';
import { createTagsTogether } from './tags/together.ts';
import { createUnknownTagFinder } from './tags/unknown-tags.ts';
import { checkTexts } from './whole-text.ts';

export type ReadName = keyof ArchiveReads;

/** Result of a read, without the promise. */
export type ReadResult<Name extends ReadName> = Awaited<ReturnType<ArchiveReads[Name]>>;

export type ReadContext = ReturnType<typeof createReadContext>;

/** Creates the state that the reads of one connection share; each part is prepared when it is first used. */
export function createReadContext(connection: Connection, budget: Budget, state: CurrentState) {
  const scanner = once(() => createRangeScanner(connection, budget));
  const findTag = once(() => createTagLookup(connection));
  const resolve = once(() => createSearchResolver(connection));
  const plan = once(() => createFilterPlanner(findTag(), createFilterKeys(connection), resolve()));
  return {
    connection,
    scanner,
    findTag,
    plan,
    resolve,
    lists: once(() => createArticleLists(connection, scanner(), state, plan())),
    article: once(() => createArticleLookup(connection)),
    versions: once(() => createArticleVersions(connection)),
    addresses: once(() => createTagAddresses(connection)),
    corrections: once(() => createCorrectionRows(connection)),
  };
}

/** Prepares each read in a connection. A read that the role names and that is missing here is a type error. */
const makers: {
  [Name in ReadName]: (
    context: ReadContext,
  ) => (...given: Parameters<ArchiveReads[Name]>) => ReadResult<Name>;
} = {
  summary: ({ connection }) => createSummary(connection),
  months: ({ connection }) => createMonths(connection),
  articles: ({ lists }) => lists().each,
  joinedCards: ({ lists }) => lists().joined,
  article: ({ article }) => article().full,
  wholeArticle: ({ article }) => article().whole,
  gone: ({ connection }) => createGoneArticles(connection),
  withdrawals: ({ connection }) => createLastWithdrawals(connection),
  articlePart: ({ article, scanner }) => createArticlePart(article(), scanner().bounded),
  related: ({ connection, resolve }) => createRelatedArticles(connection, resolve()),
  neighbours: ({ connection, lists }) => createNeighbours(connection, lists().each),
  facets: ({ connection, scanner, plan }) => createFacets(connection, scanner(), plan()),
  timeline: ({ connection, scanner, plan }) => createTimeline(connection, scanner(), plan()),
  highlight: ({ connection, resolve }) => createHighlights(connection, resolve()),
  suggest: ({ connection }) => createSuggestions(connection),
  relaxed: ({ connection, scanner, plan }) => createRelaxedSearch(connection, scanner(), plan()),
  knownArticles: ({ connection }) => createReferenceCheck(connection),
  unknownTags: ({ connection, findTag }) => createUnknownTagFinder(connection, findTag()),
  tags: ({ connection, scanner, plan }) => createTagLists(connection, scanner(), plan()),
  tagAddresses: ({ addresses }) => addresses().after,
  lastTagNumber: ({ addresses }) => addresses().last,
  tag: ({ connection }) => createTagBySlug(connection),
  together: ({ connection }) => createTagsTogether(connection),
  mergeProposals: ({ connection, corrections }) => createMergeProposals(connection, corrections()),
  quotes: ({ connection, scanner, plan, resolve }) =>
    createQuoteLists(connection, scanner(), plan(), resolve()),
  authority: ({ connection }) => createAuthorityReader(connection),
  revisions: ({ versions }) => versions().revisions,
  revision: ({ connection }) => createRevisionLookup(connection),
  story: ({ versions }) => versions().story,
  corrected: ({ connection }) => createCorrectedLookup(connection),
  tagCorrections({ corrections }) {
    const { forget, forAll } = corrections();
    return () => {
      forget();
      return forAll();
    };
  },
  uncorrected: ({ connection }) => createUncorrectedArticles(connection),
  matchingCards: ({ connection, plan }) => createMatchingCards(connection, plan()),
};

const readNames = Object.keys(makers) as ReadName[];

/** Creates the reads of one connection. `run` runs each of them: in a transaction, with failures translated. */
export function createReads(context: () => ReadContext, run: <T>(work: () => T) => T): ArchiveReads {
  return mapReads((name) => {
    const read = once(() => makers[name](context()));
    return (...given) => run(() => checkTexts(read()(...given)));
  });
}

/** Creates all reads alike, by their names. */
export function mapReads(
  make: <Name extends ReadName>(
    name: Name,
  ) => (...given: Parameters<ArchiveReads[Name]>) => Awaitable<ReadResult<Name>>,
): ArchiveReads {
  const reads: Partial<ArchiveReads> = {};
  const add = <Name extends ReadName>(name: Name): void => {
    reads[name] = make(name) as ArchiveReads[Name];
  };
  for (const name of readNames) add(name);
  return reads as ArchiveReads;
}
