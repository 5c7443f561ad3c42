/** How a headline is set: a long one smaller, so that it does not push the article off the window. */
export function lengthClass(headline: string): string | undefined {
  if (headline.length > 120) return 'headline-longest';
  return headline.length > 64 ? 'headline-long' : undefined;
}
