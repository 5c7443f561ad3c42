/** Where an assistant finds an article as a resource. */
export function articleAddress(slug: string): string {
  return `dateline://articles/${encodeURIComponent(slug)}`;
}

/** Where an assistant finds a person as a resource. */
export function personAddress(slug: string): string {
  return `dateline://people/${encodeURIComponent(slug)}`;
}
