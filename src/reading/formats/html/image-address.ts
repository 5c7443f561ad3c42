import { webAddress } from '../web-address.ts';

/**
 * Where an `<img>` really is: lazy-loading pages keep the address in `data-src` or a `srcset` and put a
 * placeholder in `src`. Null for tracking pixels and inline data.
 */
export function imageAddress(attributes: Record<string, string>, base: string | null): string | null {
  if (isPixel(attributes)) return null;
  const candidates = [
    attributes['data-src'],
    attributes['data-original'],
    attributes['data-lazy-src'],
    attributes.src,
    widest(attributes['data-srcset'] ?? attributes.srcset),
  ];
  for (const candidate of candidates) {
    const address = webAddress(candidate, base);
    if (address) return address;
  }
  return null;
}

function isPixel({ width, height }: Record<string, string>): boolean {
  return [width, height].some((size) => size !== undefined && /^[01](px)?$/.test(size.trim()));
}

/** The candidate of a `srcset` with the greatest width or density (HTML, 4.8.4.2.1). */
function widest(srcset: string | undefined): string | undefined {
  let best: { address: string; size: number } | undefined;
  for (const candidate of (srcset ?? '').split(/,\s+/)) {
    const [address, descriptor] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor ?? '1');
    if (address && (!best || size > best.size)) best = { address, size };
  }
  return best?.address;
}
