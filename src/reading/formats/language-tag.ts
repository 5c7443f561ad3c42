/**
 * A language as BCP 47 writes it, undefined for what is none.
 *
 * `languageTag('en_us')` → `'en-US'`
 */
export function languageTag(written: string | null | undefined): string | undefined {
  if (!written) return undefined;
  const known = canonical.get(written);
  if (known !== undefined) return known;
  const tag = canonicalTag(written);
  if (tag !== undefined && canonical.size < 1_000) canonical.set(written, tag);
  return tag;
}

/** Every document of an import says the same few languages, and ICU takes 50 µs to look at one. */
const canonical = new Map<string, string>();

function canonicalTag(written: string): string | undefined {
  const tag = written.trim().replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(-|$)/.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    // Malformed beyond the language, as in `en-`: the language itself is still said.
    return tag.slice(0, tag.search(/-|$/)).toLowerCase();
  }
}
