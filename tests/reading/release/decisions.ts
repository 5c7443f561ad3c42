import { createUnrenderedReader } from '../../../src/importing/read-articles.ts';
import type { ReadingSettings } from '../../../src/reading/reader.ts';

const nothing = () => ({ mentions: [], quotes: [], inferredTopics: [], discovered: [] });

/** Time of the import in these tests. */
export const now = '2026-06-01T12:00:00Z';

/**
 * What an import does with each part of a document: `publish`, `hold until …`, `draft`, `withdraw …`, or `reject: …`.
 */
export function decisionsOf(
  text: string,
  format: string,
  {
    path = 'a',
    includeDrafts = false,
    ...given
  }: Partial<ReadingSettings> & {
    path?: string;
    includeDrafts?: boolean;
  } = {},
): string[] {
  const settings = { source: null, timeZone: null, language: 'en', map: {}, ...given };
  const unpublished = includeDrafts ? 'store' : 'reject';
  const read = createUnrenderedReader(nothing, { settings, format, importedAt: now, unpublished });
  return [...read({ path, bytes: Buffer.from(text) })].map((outcome) => {
    if (outcome.kind === 'reject') return `reject: ${outcome.reject.reason}`;
    if (outcome.kind === 'withdrawal') return `withdraw ${outcome.sourceKey}`;
    if (outcome.kind === 'record') return 'record';
    const { arrival } = outcome.article;
    return arrival?.release === 'hold' ? `hold until ${arrival.dueAt}` : (arrival?.release ?? 'publish');
  });
}
