import type { Reading } from '../../reader.ts';

/** Returns the article of a page that only its address dates, with the address as the basis of the date. */
export function datedByAddress(reading: Reading): Reading {
  if (reading.kind !== 'draft' || reading.draft.publication === null) return reading;
  const { draft } = reading;
  const text = draft.publication?.text ?? '';
  const warning = {
    code: 'published-from-address',
    message: `No publication date; used "${text}" from the address.`,
  };
  const warnings = [...draft.warnings.filter(({ code }) => code !== 'time-zone-assumed'), warning];
  const publication = draft.publication && { ...draft.publication, basis: 'address' as const };
  return { kind: 'draft', draft: { ...draft, publication, warnings } };
}
