import type { ReadArticle } from '../model/draft.ts';
import type { Reject } from '../reading/reader.ts';

/** Facts about the reading of an article for the report of an import. Plain data. */
export interface Remarks {
  /** Codes of its warnings, each once. */
  warnings: string[];
  /** Names of fields of its document that were not used. */
  unused: string[];
}

/** A place in the input. */
type Place = Pick<Reject, 'path' | 'line'>;

/** Number of articles with a warning. */
export interface WarningCount {
  code: string;
  count: number;
  /** The first of them. */
  first: Place;
}

/** Number of documents, or parts of documents, that were rejected for one kind of reason. */
export interface SkipReason {
  /** The reason of the first of them. */
  reason: string;
  count: number;
  first: Place;
}

/** Fields of documents that were not used. */
export interface UnusedFields {
  /** Number of fields, each counted in every article. */
  count: number;
  /** Names, most frequent first. */
  names: { name: string; count: number }[];
}

/** Maximum number of names and reasons that are counted apart, which bounds memory. */
const maxCounted = 1000;
/** Maximum number of names in a report. */
const namesShown = 100;
/** Maximum number of names that an article adds, and their maximum length in UTF-16 code units. */
const maxNames = 200;
const maxNameLength = 80;

/** Returns the remarks about an article. */
export function remarksOf({ warnings, unused = [] }: ReadArticle): Remarks {
  const names = unused.slice(0, maxNames).map((name) => name.slice(0, maxNameLength));
  // The fields are counted by name, which says more than the number of articles.
  const codes = warnings.flatMap(({ code }) => (names.length > 0 && code === 'field-unmapped' ? [] : [code]));
  return { warnings: [...new Set(codes)], unused: [...new Set(names)] };
}

/** Counts remarks and reasons. */
export interface RemarkCounter {
  note(remarks: Remarks, place: Place): void;
  noteSkip(reject: Reject): void;
  warnings(): WarningCount[];
  unused(): UnusedFields;
  skipReasons(): SkipReason[];
}

/** Creates a counter of remarks. */
export function createRemarkCounter(): RemarkCounter {
  const warnings = new Map<string, WarningCount>();
  const unused = new Map<string, number>();
  const reasons = new Map<string, SkipReason>();
  let fields = 0;
  const byCount = <T extends { count: number }>(counts: Iterable<T>): T[] =>
    [...counts].sort((a, b) => b.count - a.count);
  return {
    note(remarks, { path, line }) {
      for (const code of remarks.warnings) {
        const counted = warnings.get(code);
        if (counted) counted.count++;
        else warnings.set(code, { code, count: 1, first: { path, line } });
      }
      fields += remarks.unused.length;
      for (const name of remarks.unused) {
        const count = unused.get(name);
        if (count !== undefined || unused.size < maxCounted) unused.set(name, (count ?? 0) + 1);
      }
    },
    noteSkip({ path, line, reason }) {
      const kind = skipKind(reason);
      const counted = reasons.get(kind);
      if (counted) counted.count++;
      else if (reasons.size < maxCounted) reasons.set(kind, { reason, count: 1, first: { path, line } });
    },
    warnings: () => byCount(warnings.values()),
    unused: () => ({
      count: fields,
      names: byCount([...unused].map(([name, count]) => ({ name, count }))).slice(0, namesShown),
    }),
    skipReasons: () => byCount(reasons.values()),
  };
}

/** Returns a reason without the numbers and quotations in which documents of one kind differ. */
// 'record has 3 fields; expected 9' and 'record has 4 fields; expected 9' → 'record has # fields; expected #'
export function skipKind(reason: string): string {
  return reason
    .slice(0, 500)
    .replace(/"[^"]*"/g, '""')
    .replace(/\d+/g, '#');
}
