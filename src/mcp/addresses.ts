/** Returns the resource URI of an article. */
export function articleAddress(slug: string): string {
  return `dateline://articles/${encodeURIComponent(slug)}`;
}

/** Returns the resource URI of a person. */
export function personAddress(slug: string): string {
  return `dateline://people/${encodeURIComponent(slug)}`;
}
