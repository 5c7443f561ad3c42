/** Phrases of a report for the articles with a warning, after their number: `5 without a date`. */
const phrases: Record<string, string> = {
  undated: 'without a date',
  'headline-missing': 'with a headline made from the text',
  'usage-terms': 'with usage terms that limit archiving',
  'published-from-dateline': 'dated by the dateline',
  'published-from-address': 'dated by the address',
  'published-from-path': 'dated by the path',
  'date-not-understood': 'with a date that was not understood',
  'date-far-ahead': 'with a date far in the future',
  'expiry-not-understood': 'with an expiry that was not understood',
  'time-zone-assumed': 'with an assumed time zone',
  'encoding-assumed': 'with an assumed character encoding',
  'invalid-characters': 'with invalid characters',
  'field-unmapped': 'with fields of unknown names',
  'front-matter-unread': 'with front matter that could not be read',
  'mapped-field-missing': 'without a field that --map names',
  'numbers-without-names': 'with numbers in place of names',
  'ninjs-form': 'that differ from the schema of ninjs',
};

/** Returns the phrase of a warning, or its code if it has none. */
export function warningPhrase(code: string): string {
  return phrases[code] ?? `with the warning ${code}`;
}

/** True if a warning has a phrase. */
export function hasPhrase(code: string): boolean {
  return Object.hasOwn(phrases, code);
}
