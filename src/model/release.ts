import type { Warning } from './article.ts';
import { type Instant, secondsOf } from './instant.ts';
import { type StatusMeaning, statusMeanings } from './status-words.ts';

/** Kinds of statements that a document makes about its publication. */
export type ReleaseStatementKind =
  /** A status of the publishing system: `draft`, `usable`, `stat:canceled`. */
  | 'status'
  /** The readers it is meant for: `public`, `private`, `members`. */
  | 'visibility'
  /** True if it is not published: `draft: true`, `published: false`. */
  | 'unpublished'
  /** True if it is taken back: `deleted: true`. */
  | 'withdrawn'
  | 'password'
  /** The instant before which nobody may read it. */
  | 'embargo'
  /** The instant at which it shall be published. */
  | 'schedule'
  /** The instant after which nobody may read it. */
  | 'expiry';

/** One statement of a document about its publication. */
export interface ReleaseStatement {
  /** Name of the field, as in the document: `pubStatus`. */
  field: string;
  kind: ReleaseStatementKind;
  /** As stated, never empty. A password is replaced by `set`. */
  value: string;
  /** The value as an instant; null if it is none, or if its kind has none. */
  instant: Instant | null;
}

/** Decision of the gate about a document. */
export type Release =
  | { kind: 'publish'; warnings: Warning[] }
  /** Publish it at `until`, which `field` states. */
  | { kind: 'hold'; until: Instant; field: string; warnings: Warning[] }
  /** Do not publish it. It can be stored as a draft if `draft` is true. */
  | { kind: 'reject'; reason: string; draft: boolean }
  /** Take it back if it is stored. */
  | { kind: 'withdraw'; reason: string };

/** True if a status or visibility has a known meaning. */
export function isKnownStatus(value: string): boolean {
  return statusMeanings.has(wordsOf(value));
}

/** Returns the statement that takes a document back; undefined if there is none. */
export function withdrawingStatement(statements: readonly ReleaseStatement[]): ReleaseStatement | undefined {
  return statements.find(({ kind, value }) => kind === 'withdrawn' || means('withdrawn', kind, value));
}

/** True if a document states that it is public, as the status `usable` does. */
export function statesPublic(statements: readonly ReleaseStatement[]): boolean {
  return statements.some(({ kind, value }) => means('public', kind, value));
}

function means(meaning: StatusMeaning, kind: ReleaseStatementKind, value: string): boolean {
  return (kind === 'status' || kind === 'visibility') && statusMeanings.get(wordsOf(value)) === meaning;
}

const isYes = /^(?:true|yes|y|on|1|ja|oui|s[ií]|sim|tak|да|はい|是)$/i;

/** Days after which a publication date in the future is probably an error. */
const farAheadDays = 30;

/**
 * Decides if a document is published, held or rejected, or if it withdraws what is stored. The rules are those of
 * docs/publishing.md. The strictest statement decides: withdraw, then reject, hold, publish.
 */
export function decideRelease(
  statements: readonly ReleaseStatement[],
  publishedAt: Instant | null,
  now: Instant,
): Release {
  const due: Due[] = statements.flatMap(({ kind, field, instant }) =>
    (kind === 'embargo' || kind === 'schedule') && instant !== null ? [{ kind, field, until: instant }] : [],
  );
  if (publishedAt !== null) due.push({ kind: 'published', field: 'publishedAt', until: publishedAt });
  const decisions = statements.map((statement) => decideStatement(statement, due, now));
  const strictest =
    decisions.find(({ kind }) => kind === 'withdraw') ??
    // A document that must not even be stored as a draft decides over one that may.
    decisions.find((decision) => decision.kind === 'reject' && !decision.draft) ??
    decisions.find(({ kind }) => kind === 'reject');
  if (strictest) return strictest;

  const warnings = decisions.flatMap((decision) => ('warnings' in decision ? decision.warnings : []));
  const [last] = due.sort((a, b) => secondsOf(b.until) - secondsOf(a.until));
  if (last === undefined || last.until <= now) return { kind: 'publish', warnings };
  if (publishedAt !== null && secondsOf(publishedAt) - secondsOf(now) > farAheadDays * 86_400) {
    const message = `The publication date ${publishedAt} is more than ${farAheadDays} days ahead.`;
    warnings.push({ code: 'date-far-ahead', message });
  }
  return { kind: 'hold', until: last.until, field: last.field, warnings };
}

/** An instant before which a document is not published. */
interface Due {
  kind: 'embargo' | 'schedule' | 'published';
  field: string;
  until: Instant;
}

/** Decides by one statement. The instants at which the document is due can only delay it. */
function decideStatement(statement: ReleaseStatement, due: readonly Due[], now: Instant): Release {
  const { field, kind, value, instant } = statement;
  const stated = `${field} is ${JSON.stringify(value)}`;
  const notUnderstood = `${stated}, which is no instant such as 2024-11-03T11:59:00Z`;
  switch (kind) {
    case 'unpublished':
    case 'password':
      return { kind: 'reject', reason: stated, draft: true };
    case 'withdrawn':
      return { kind: 'withdraw', reason: stated };
    case 'embargo':
    case 'schedule':
      if (instant !== null) return publish();
      if (isYes.test(value)) return decideByEnd(stated, due);
      // An embargo that cannot be read must not be broken.
      return { kind: 'reject', reason: notUnderstood, draft: true };
    case 'expiry':
      if (instant === null) return publish({ code: 'expiry-not-understood', message: `${notUnderstood}.` });
      return instant <= now ? { kind: 'reject', reason: `${stated}: expired`, draft: false } : publish();
  }
  switch (statusMeanings.get(wordsOf(value))) {
    case 'withdrawn':
      return { kind: 'withdraw', reason: stated };
    case 'unpublished':
      return { kind: 'reject', reason: stated, draft: true };
    case 'embargoed':
      return decideByEnd(stated, due);
    case 'scheduled':
      if (due.some(({ until }) => until > now)) return publish();
      // Its schedule may have changed since the export.
      return { kind: 'reject', reason: `${stated}, without a date in the future`, draft: true };
    case 'public':
      return publish();
    case undefined: {
      const message = `${stated}, which is no known ${kind}; the article was published.`;
      return publish({ code: `${kind}-unknown`, message });
    }
  }
}

/** Decides about an embargo that gives no instant itself. A publication date is not its end. */
function decideByEnd(stated: string, due: readonly Due[]): Release {
  if (due.some(({ kind }) => kind === 'embargo')) return publish();
  return { kind: 'reject', reason: `${stated}, without an end`, draft: true };
}

function publish(...warnings: Warning[]): Release {
  return { kind: 'publish', warnings };
}

/**
 * Returns the words of a value in lower case, joined by hyphens, without quotation marks, the prefix of a code or the
 * address of a vocabulary: `pending-review` for `stat:Pending Review`.
 */
function wordsOf(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/^[a-z]+:(?:\/\/\S*\/)?/i, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
