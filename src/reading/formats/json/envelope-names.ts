/** Envelopes, and what they say of themselves; no fields of an article. */
export const envelopeNames: ReadonlySet<string> = new Set([
  '_source',
  '_index',
  '_type',
  '_score',
  'node',
  'attributes',
  'relationships',
  'links',
  'sys',
  'metadata',
]);
