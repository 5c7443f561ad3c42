import type { MergeProposal } from '../../model/merge-proposal.ts';
import type { NameReason } from '../../model/name-variants.ts';

/** Facts about two authors whose names are alike. */
export interface VariantFacts {
  reason: NameReason;
  /** Numbers of articles, the smaller first. */
  articles: [number, number];
  /** Slugs of the sources that both have. */
  outlets: string[];
  /** True if neither has a source. */
  isWithoutOutlets: boolean;
  /** Years in which both wrote. */
  years: string[];
  /** Years between their articles; 0 if they overlap. */
  gap: number;
  /** Number of articles by an account that name the person. */
  mentions: number;
  /** True if the account fits no other author of these outlets, and is named with no other. */
  isOnlyFit: boolean;
}

/** A slip is rare: the right name has at least this many times the articles of the other. */
const SLIP_RATIO = 5;

/** Returns how likely two authors are one, or undefined if the facts do not suffice for a proposal. */
export function strengthOf(facts: VariantFacts): MergeProposal['strength'] | undefined {
  const { reason, outlets, years, gap, mentions, isOnlyFit, isWithoutOutlets, articles } = facts;
  const shareOutlet = outlets.length > 0;
  const overlap = years.length > 0;
  switch (reason) {
    case 'spacing':
    case 'transliteration':
    case 'title':
    case 'particle':
    case 'middle-initial':
      if (shareOutlet) return 'strong';
      return overlap || isWithoutOutlets ? 'fair' : undefined;
    case 'handle':
      if (shareOutlet || mentions > 0) return 'strong';
      return gap <= 1 && isOnlyFit ? 'fair' : undefined;
    case 'part-of-name':
      if (!isOnlyFit || gap > 1) return undefined;
      if (mentions > 0) return shareOutlet ? 'strong' : 'fair';
      return shareOutlet && overlap ? 'fair' : undefined;
    case 'short-form':
      return shareOutlet && gap <= 1 ? 'strong' : undefined;
    case 'word-order':
    case 'double-surname':
    case 'initial':
      return shareOutlet && gap <= 1 ? 'fair' : undefined;
    case 'spelling':
      return shareOutlet && overlap && articles[1] >= SLIP_RATIO * articles[0] ? 'fair' : undefined;
  }
}
