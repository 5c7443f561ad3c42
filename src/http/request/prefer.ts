/** Whether a Prefer header (RFC 7240) asks that unknown parameters be ignored: `handling=lenient`. */
export function prefersLenient(header: string | string[] | undefined): boolean {
  if (header === undefined) return false;
  const preferences = [header].flat().join(',').split(',');
  const handling = preferences.find((preference) => /^\s*handling\s*=/i.test(preference));
  return handling !== undefined && /^\s*handling\s*=\s*"?lenient"?\s*(;|$)/i.test(handling);
}
