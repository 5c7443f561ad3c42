import { expect } from 'vitest';
import type { Draft } from '../../../src/model/draft.ts';
import type { Format, Reading, ReadingSettings } from '../../../src/reading/reader.ts';

export const settings: ReadingSettings = { source: null, timeZone: null, language: null, map: {} };

/** What a format reads from a text. */
export function readAll(format: Format, text: string | Uint8Array, path = 'a', given = settings): Reading[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return [...format.read({ path, bytes }, given)];
}

/** The drafts that a format reads from a text; fails on a reject. */
export function draftsOf(
  format: Format,
  text: string | Uint8Array,
  path?: string,
  given?: ReadingSettings,
): Draft[] {
  return readAll(format, text, path, given).map((reading) => {
    if (reading.kind === 'reject') throw new Error(`rejected: ${reading.reject.reason}`);
    if (reading.kind !== 'draft') throw new Error(`not a draft: ${reading.kind}`);
    return reading.draft;
  });
}

/** The only draft that a format reads from a text. */
export function draftOf(
  format: Format,
  text: string | Uint8Array,
  path?: string,
  given?: ReadingSettings,
): Draft {
  const [draft, ...others] = draftsOf(format, text, path, given);
  if (!draft || others.length > 0) throw new Error(`${others.length + (draft ? 1 : 0)} drafts, one expected`);
  return draft;
}

/** The reasons of the rejects that a format gives for a text. */
export function reasonsOf(format: Format, text: string | Uint8Array, path?: string): string[] {
  return readAll(format, text, path).flatMap((reading) =>
    reading.kind === 'reject' ? [reading.reject.reason] : [],
  );
}

/** The kinds and texts of a body's blocks. */
export function blocksOf({ body }: Draft): string[] {
  return body.blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${body.text.slice(start, end)}`,
  );
}

/** Fails unless the blocks, none empty, joined by blank lines are the body. */
export function expectBlocksToCover({ body }: Draft): void {
  const texts = body.blocks.map(({ start, end }) => body.text.slice(start, end));
  expect(texts.every((text) => text !== '')).toBe(true);
  expect(texts.join('\n\n')).toBe(body.text);
}
