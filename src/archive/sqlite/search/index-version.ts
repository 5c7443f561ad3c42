import { searchVersion } from '../../core/words/search-version.ts';
import { stemVersion } from '../../core/words/stems/stem-of.ts';
import type { Connection } from '../connection.ts';

/** Part of the search index that must be built again. */
export type OutdatedPart = 'index' | 'vocabulary';

interface Versions {
  /** Of the terms; null if some articles were never indexed by such rules. */
  version: string | null;
  stems: number;
}

/** Creates a read of the versions of the search index. */
function createVersionReader(connection: Connection): () => Versions {
  const select = connection.prepare<[], Versions>('SELECT version, stems FROM search_index WHERE one = 1');
  return () => select.get() ?? { version: null, stems: stemVersion };
}

/** Returns the part of the search index that other rules made; undefined if it is up to date. */
export function outdatedPart(connection: Connection): OutdatedPart | undefined {
  const { version, stems } = createVersionReader(connection)();
  if (version !== searchVersion()) return 'index';
  return stems === stemVersion ? undefined : 'vocabulary';
}

/** Creates a read of what is wrong with the search index, and what to do: a sentence, or none. */
export function createIndexWarnings(connection: Connection): () => string[] {
  const read = createVersionReader(connection);
  return () => {
    const { version, stems } = read();
    const present = searchVersion();
    if (version === null)
      return ['Searches miss the articles that an earlier version stored; run dateline reindex.'];
    if (version !== present)
      return [
        `Searches may miss articles because other rules made the index (${version}; now ${present}); run dateline reindex.`,
      ];
    if (stems !== stemVersion)
      return ['Searches may miss forms of words because their rules have changed; run dateline reindex.'];
    return [];
  };
}

/** Notes that the present rules made a part of the search index. */
export function noteVersion(connection: Connection, part: OutdatedPart): void {
  connection.prepare<[number]>('UPDATE search_index SET stems = ?').run(stemVersion);
  if (part === 'index')
    connection.prepare<[string]>('UPDATE search_index SET version = ?').run(searchVersion());
}
