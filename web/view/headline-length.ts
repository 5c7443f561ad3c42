/** Returns the CSS class of a long headline, which is set smaller. */
export function lengthClass(headline: string): string | undefined {
  if (headline.length > 120) return 'headline-longest';
  return headline.length > 64 ? 'headline-long' : undefined;
}
