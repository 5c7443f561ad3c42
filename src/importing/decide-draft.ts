import type { ArticleArrival, Draft, ReadArticle, WithdrawalNotice } from '../model/draft.ts';
import { type Release, type ReleaseStatement, statesPublic, withdrawingStatement } from '../model/release.ts';
import type { Outcome } from './read-articles.ts';
import type { ReleaseNotice } from './report.ts';

/** Returns the notice of a document that takes its article back. */
export function withdrawalOf(draft: Draft): WithdrawalNotice | undefined {
  const statement = withdrawingStatement(draft.release ?? []);
  if (!statement) return undefined;
  const { sourceKey, source, origin, version = null, updatedAt } = draft;
  const { field, value } = statement;
  const modified = draft.modifiedAt ?? updatedAt;
  return {
    kind: 'withdrawal',
    sourceKey,
    source,
    origin,
    field,
    value,
    version,
    updatedAt: modified,
    note: null,
  };
}

/** Returns an article with the decision of the gate, and its warnings. */
export function withDecision(article: ReadArticle, release: Release): ReadArticle {
  const warnings = 'warnings' in release ? release.warnings : [];
  return {
    ...article,
    warnings: [...article.warnings, ...warnings],
    arrival: arrivalOf(release, article.release ?? []),
  };
}

function arrivalOf(release: Release, statements: readonly ReleaseStatement[]): ArticleArrival {
  return {
    release: release.kind === 'reject' ? 'draft' : release.kind,
    dueAt: release.kind === 'hold' ? release.until : null,
    statesPublic: statesPublic(statements),
  };
}

/** Returns what a report says about a document that is not published now; undefined for one that is. */
// "held until 2030-01-01T00:00:00Z (embargoedUntil)"
export function releaseNotice(
  outcome: Extract<Outcome, { kind: 'article' | 'withdrawal' }>,
): ReleaseNotice | undefined {
  const { path, line } = outcome.origin;
  const place = { path, line, until: null };
  if (outcome.kind === 'withdrawal') {
    const reason = `withdraws an article (${outcome.field} is ${JSON.stringify(outcome.value)})`;
    return { ...place, outcome: 'withdrawn', reason };
  }
  const { release } = outcome;
  switch (release.kind) {
    case 'publish':
      return undefined;
    case 'hold': {
      const { until, field } = release;
      return { ...place, outcome: 'held', until, reason: `held until ${until} (${field})` };
    }
    case 'reject':
      return { ...place, outcome: 'draft', reason: `stored as a draft (${release.reason})` };
    case 'withdraw':
      return { ...place, outcome: 'withdrawn', reason: `withdraws an article (${release.reason})` };
  }
}
