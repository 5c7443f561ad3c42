import type { Draft } from '../../../src/model/draft.ts';
import { openDocument } from '../../../src/reading/open-document.ts';
import { readDocument } from '../../../src/reading/read-document.ts';
import { settings } from './readings.ts';

/** Opens and reads a document. Returns the drafts, and the reasons of the rejects. */
export async function openedReadings(
  bytes: Uint8Array,
  path = 'a',
  given = settings,
): Promise<{ drafts: Draft[]; reasons: string[] }> {
  const opened = await openDocument({ path, bytes }, null);
  if ('reason' in opened) return { drafts: [], reasons: [opened.reason] };
  const readings = [...readDocument(opened, given, opened.format)];
  return {
    drafts: readings.flatMap((reading) => (reading.kind === 'draft' ? [reading.draft] : [])),
    reasons: readings.flatMap((reading) => (reading.kind === 'reject' ? [reading.reject.reason] : [])),
  };
}
