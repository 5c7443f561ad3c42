/**
 * An address as documents give it, absolute: `https` or `http` only, resolved against `base` when it is
 * relative; null when there is none, it cannot be resolved or it is no web address (`javascript:`, `data:`).
 *
 * `webAddress('../a.html', 'https://b.example/c/d')` → `'https://b.example/a.html'`
 */
export function webAddress(address: string | null | undefined, base: string | null): string | null {
  const trimmed = address?.trim();
  if (!trimmed) return null;
  const url = URL.parse(trimmed, base ?? undefined);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
