import { instantOf } from '../../../model/instant.ts';
import type { MergeProposal } from '../../../model/merge-proposal.ts';
import { findNameVariants, type NameReason, type NameVariant } from '../../../model/name-variants.ts';
import type { Total } from '../../../model/query.ts';
import type { TagId } from '../../../model/tag.ts';
import { strengthOf } from '../../core/judge-variant.ts';
import type { MergeProposals } from '../../results.ts';
import type { Connection } from '../connection.ts';
import type { CorrectionRows } from '../corrections/correction-rows.ts';
import { createAuthorFacts } from './author-facts.ts';

/** Maximum number of pairs of names that are looked at more closely, those with the most articles. */
const MAX_PAIRS = 20_000;

/** Maximum number of sources and years in the evidence. */
const MOST = 10;

/** Minimum number of letters of keywords that differ in blanks only. */
const MIN_LETTERS = 6;

interface Row {
  key: number;
  id: TagId;
  slug: string;
  name: string;
  sortName: string;
  articleCount: number;
  firstSeenAt: number | null;
  lastSeenAt: number | null;
  isAgency: number;
}

interface Pair extends NameVariant {
  one: Row;
  other: Row;
}

type Proposal = MergeProposal;

/** Creates a read that finds tags of authors and keywords that may be one, surest first. */
export function createMergeProposals(
  connection: Connection,
  corrections: CorrectionRows,
): (limit: number) => MergeProposals {
  const select = connection.prepare<{ type: string }, Row>(
    `SELECT key, id, slug, name, sort_name AS sortName, article_count AS articleCount,
            first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt,
            coalesce(json ->> '$.kind' = 'agency', 0) AS isAgency
     FROM tags
     WHERE type = :type AND article_count > 0`,
  );

  return (limit) => {
    corrections.forget();
    const apart = new Set<string>();
    for (const { correction } of corrections.forAll()) {
      if (correction.do === 'keep-apart') apart.add(pairKey(correction.tag, correction.from));
    }
    const authors = new Map(select.all({ type: 'author' }).map((row) => [row.key, row]));
    const names = [...authors.values()].map(({ key, name, isAgency }) => ({
      ...{ id: key, name, isAgency: isAgency === 1 },
    }));
    const pairs = findNameVariants(names).flatMap((variant): Pair[] => {
      const [one, other] = [authors.get(variant.ids[0]), authors.get(variant.ids[1])];
      return one && other ? [{ ...variant, one, other }] : [];
    });
    const articles = ({ one, other }: Pair): number => one.articleCount + other.articleCount;
    pairs.sort((a, b) => articles(b) - articles(a) || (a.one.id < b.one.id ? -1 : 1));
    const judged = judge(pairs.slice(0, MAX_PAIRS), createAuthorFacts(connection));
    const keywords = respelt(select.all({ type: 'keyword' }).sort(byArticles));
    const proposals = withoutChains(
      [...judged, ...keywords].filter(({ tag, into }) => !apart.has(pairKey(tag.id, into.id))),
    );
    const total: Total = {
      value: proposals.length,
      relation: pairs.length > MAX_PAIRS ? 'gte' : 'eq',
    };
    return { items: proposals.slice(0, limit), total };
  };
}

/** Returns proposals for those pairs whose articles speak for it. */
function judge(pairs: Pair[], facts: ReturnType<typeof createAuthorFacts>): Proposal[] {
  const fits = new Map<Row, Pair[]>();
  for (const pair of pairs) {
    if (pair.reason !== 'handle' && pair.reason !== 'part-of-name') continue;
    const account = accountOf(pair);
    fits.set(account, [...(fits.get(account) ?? []), pair]);
  }
  const mentionsOf = (pair: Pair): number => {
    const account = accountOf(pair);
    return facts.mentions(account.key, (account === pair.one ? pair.other : pair.one).sortName);
  };
  const commonOutlets = ({ one, other }: Pair): string[] => {
    const others = facts.outlets(other.key);
    return facts.outlets(one.key).filter((slug) => others.includes(slug));
  };
  /** True if no other author fits an account as well: is named by it, or wrote for the same outlet. */
  const isOnlyFit = (pair: Pair): boolean => {
    const others = (fits.get(accountOf(pair)) ?? []).filter((each) => each !== pair);
    if (mentionsOf(pair) > 0) return others.every((each) => mentionsOf(each) === 0);
    const isSame = commonOutlets(pair).length > 0;
    return others.every((each) => mentionsOf(each) === 0 && isSame && commonOutlets(each).length === 0);
  };
  return pairs.flatMap((pair): Proposal[] => {
    const { one, other, reason } = pair;
    const isAccount = fits.has(accountOf(pair)) && (reason === 'handle' || reason === 'part-of-name');
    const [few, many] = [one, other].toSorted((a, b) => a.articleCount - b.articleCount);
    if (few === undefined || many === undefined) return [];
    const [first, second] = [facts.years(one.key), facts.years(other.key)];
    const years = first.filter((year) => second.includes(year)).map(String);
    const outlets = commonOutlets(pair);
    const mentions = isAccount ? mentionsOf(pair) : 0;
    const strength = strengthOf({
      ...{ reason, outlets, years, mentions },
      articles: [few.articleCount, many.articleCount],
      isWithoutOutlets: facts.outlets(one.key).length + facts.outlets(other.key).length === 0,
      gap: gapOf(first, second),
      isOnlyFit: isAccount && isOnlyFit(pair),
    });
    // Who signs together is not one author.
    if (strength === undefined || facts.shared(few.key, many.key) > 0) return [];
    const evidence: Proposal['evidence'] = [
      ...(outlets.length > 0 ? [{ kind: 'outlet' as const, sources: outlets.slice(0, MOST) }] : []),
      ...(years.length > 0 ? [{ kind: 'years' as const, years: years.slice(-MOST) }] : []),
      ...(mentions > 0 ? [{ kind: 'mention' as const, articleCount: mentions }] : []),
    ];
    return [proposalOf(pair, isAccount ? accountOf(pair) : mergedOf(pair), strength, evidence)];
  });
}

/** Returns proposals for keywords that differ only in blanks and hyphens: `open-data` and `opendata`. */
function respelt(keywords: Row[]): Proposal[] {
  const byLetters = new Map<string, Row>();
  return keywords.flatMap((row) => {
    const letters = row.slug.replaceAll('-', '');
    if (letters.length < MIN_LETTERS || !/^[a-z]+$/.test(letters)) return [];
    const first = byLetters.get(letters);
    if (first === undefined) {
      byLetters.set(letters, row);
      return [];
    }
    const pair = { ids: [first.key, row.key], one: first, other: row } satisfies Omit<
      Pair,
      'reason' | 'words'
    >;
    const words: [string, string] = [first.name, row.name];
    return [proposalOf({ ...pair, reason: 'spacing', words }, row, 'strong', [])];
  });
}

function byArticles(a: Row, b: Row): number {
  return b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1);
}

/** Returns the tag to merge: the one with fewer articles, or the shorter of two names. */
function mergedOf({ one, other }: Pair): Row {
  if (one.articleCount !== other.articleCount) return one.articleCount < other.articleCount ? one : other;
  return one.name.length < other.name.length ? one : other;
}

/** Returns the name of one word of a pair. */
function accountOf({ one, other }: Pair): Row {
  return /\s/.test(one.name.trim()) ? other : one;
}

function proposalOf(
  { one, other, reason, words }: Omit<Pair, 'reason'> & { reason: NameReason },
  merged: Row,
  strength: Proposal['strength'],
  evidence: Proposal['evidence'],
): Proposal {
  const kept = merged === one ? other : one;
  const [first, second] = words;
  return {
    tag: tagOf(merged),
    into: tagOf(kept),
    strength,
    evidence: [{ kind: reason, words: merged === one ? [first, second] : [second, first] }, ...evidence],
    accept: { do: 'merge-tags', tag: merged.id, into: kept.id },
    reject: { do: 'keep-apart', tag: merged.id, from: kept.id },
  };
}

function tagOf({ id, slug, name, articleCount, firstSeenAt, lastSeenAt }: Row): Proposal['tag'] {
  const seen = (at: number | null) => (at === null ? null : instantOf(at));
  return { id, slug, name, articleCount, firstSeenAt: seen(firstSeenAt), lastSeenAt: seen(lastSeenAt) };
}

/**
 * Returns the proposals, strong ones first, then those with the most articles. A tag is merged once, and none is merged
 * into a tag that is itself merged, so that an editor can accept all of them in any order.
 */
function withoutChains(proposals: Proposal[]): Proposal[] {
  const rank = ({ strength }: Proposal) => (strength === 'strong' ? 0 : 1);
  const articles = ({ tag, into }: Proposal) => tag.articleCount + into.articleCount;
  const merged = new Set<TagId>();
  const kept = new Set<TagId>();
  return proposals
    .toSorted((a, b) => rank(a) - rank(b) || articles(b) - articles(a) || (a.tag.id < b.tag.id ? -1 : 1))
    .filter(({ tag, into }) => {
      if (merged.has(tag.id) || kept.has(tag.id) || merged.has(into.id)) return false;
      merged.add(tag.id);
      kept.add(into.id);
      return true;
    });
}

function gapOf(one: readonly number[], other: readonly number[]): number {
  const [first = 0, last = 0] = [one[0], one.at(-1)];
  const [otherFirst = 0, otherLast = 0] = [other[0], other.at(-1)];
  return Math.max(0, otherFirst - last, first - otherLast);
}

function pairKey(one: TagId, other: TagId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
