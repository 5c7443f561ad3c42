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

/**
 * Returns the address of a picture as `webAddress`; a relative one that cannot be resolved, as files of a site have it, as
 * written.
 */
// "/assets/a.jpg", null → "/assets/a.jpg"; "data:image/png;base64,…" → null
export function pictureAddress(address: string | null | undefined, base: string | null): string | null {
  const url = webAddress(address, base);
  if (url !== null) return url;
  const path = address?.trim().replace(/^(?:\{\{[^{}]{0,100}\}\})+/, '') ?? '';
  return /^(?!\w+:|\/\/)[^\s<>"{}]{1,500}\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?[^\s<>"{}]{0,200})?$/i.test(
    path,
  )
    ? path
    : null;
}
