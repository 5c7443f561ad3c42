/** Version of a document, as its source states it. */
export interface DocumentVersion {
  /** Number of the version; null if the source gives none. */
  version: number | null;
  /** Time of its modification, in seconds since 1970; null if the source gives none. */
  modified: number | null;
}

/**
 * Compares a document with a stored version of itself: by version number if both have one, else by time of modification
 * if both have one. Returns `unordered` if neither decides. A document without both is older than one that has either.
 */
export function compareVersions(
  document: DocumentVersion,
  stored: DocumentVersion,
): 'older' | 'same' | 'newer' | 'unordered' {
  for (const key of ['version', 'modified'] as const) {
    const a = document[key];
    const b = stored[key];
    if (a !== null && b !== null) return a < b ? 'older' : a > b ? 'newer' : 'same';
  }
  return isVersioned(stored) && !isVersioned(document) ? 'older' : 'unordered';
}

function isVersioned({ version, modified }: DocumentVersion): boolean {
  return version !== null || modified !== null;
}
