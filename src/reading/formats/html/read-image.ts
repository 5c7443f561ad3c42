import type { Image } from '../../../model/image.ts';
import { webAddress } from '../web-address.ts';
import { isFurniturePicture } from './furniture-picture.ts';

/** Attributes of an element. */
export type Attributes = Record<string, string>;

interface Candidate {
  address: string;
  /** Width that a `srcset` states, or 0. */
  width: number;
  type?: string | undefined;
}

/** Attributes in which lazy-loading scripts keep addresses, surest first. */
const lazyNames = [
  ...[
    'data-src',
    'data-original',
    'data-lazy-src',
    'data-lazy',
    'data-orig-file',
    'data-large-file',
    'data-hi-res-src',
  ],
  ...[
    'data-full-src',
    'data-image',
    'data-image-src',
    'data-pin-media',
    'data-runner-src',
    'data-native-src',
  ],
];

/**
 * Returns the picture of an `<img>`, with the `<source>` elements before it: the widest file that a `srcset` names, else
 * where a lazy-loading script keeps it, else `src`. Undefined for logos, avatars, advertisements, tracking pixels and
 * inline data.
 */
export function readImage(
  attributes: Attributes,
  base: string | null,
  sources: Attributes[] = [],
): Image | undefined {
  const sets = [attributes, ...sources].flatMap((each) =>
    [each.srcset, each['data-srcset'], each['data-lazy-srcset']].flatMap((set) =>
      candidatesOf(set, each.type),
    ),
  );
  const plain = [...lazyNames.map((name) => attributes[name]), attributes.src].flatMap((address) =>
    address ? [{ address, width: 0 }] : [],
  );
  const candidates: Candidate[] = [...sets.toSorted((one, other) => other.width - one.width), ...plain];
  // Without a width, the address that scripts and browsers begin with goes first.
  if ((candidates[0]?.width ?? 0) === 0)
    candidates.sort((one, other) => plain.indexOf(other) - plain.indexOf(one));
  for (const { address, width, type } of candidates) {
    const url = webAddress(address, base);
    if (url === null || isPlaceholder(url)) continue;
    if (isFurniturePicture(url, attributes)) return undefined;
    return {
      url,
      caption: null,
      credit: null,
      ...statedSize(attributes, width),
      ...statedText(attributes, type),
    };
  }
  return undefined;
}

/** Parses a `srcset` (HTML, 4.8.4.2.1). Densities say nothing about the width. */
function candidatesOf(set: string | undefined, type: string | undefined): Candidate[] {
  return (set ?? '')
    .slice(0, 20_000)
    .split(/,\s+|,(?=https?:)/)
    .flatMap((candidate) => {
      const [address, descriptor = ''] = candidate.trim().split(/\s+/);
      if (!address) return [];
      const width = descriptor.endsWith('w') ? Number.parseInt(descriptor, 10) : 0;
      // The density orders files without a width.
      const density = descriptor.endsWith('x') ? Number.parseFloat(descriptor) / 1000 : 0;
      return [{ address, width: Number.isFinite(width) ? width || density : 0, type }];
    });
}

function statedSize({ width, height }: Attributes, chosen: number): Pick<Image, 'width' | 'height'> {
  const [wide, tall] = [width, height].map((size) => {
    const pixels = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(size ?? '')?.[1];
    return pixels === undefined || Number(pixels) === 0 ? undefined : Number(pixels);
  });
  if (chosen < 1)
    return { ...(wide !== undefined && { width: wide }), ...(tall !== undefined && { height: tall }) };
  const scaled = wide !== undefined && tall !== undefined ? Math.round((chosen * tall) / wide) : undefined;
  return { width: chosen, ...(scaled !== undefined && scaled > 0 && { height: scaled }) };
}

function statedText({ alt }: Attributes, type: string | undefined): Pick<Image, 'alt' | 'type'> {
  const text = alt?.replace(/\s+/g, ' ').trim();
  return {
    ...(text && { alt: text }),
    ...(type && /^image\/[\w.+-]+$/i.test(type) && { type: type.toLowerCase() }),
  };
}

function isPlaceholder(url: string): boolean {
  return /(?:^|[/_.-])(?:blank|spacer|placeholder|transparent|loading|loader|lazy[-_]?(?:load|image|placeholder)?|grey|1x1|pixel|clear)(?:[-_]?\d+)?\.(?:gif|png|svg|jpe?g)(?:$|\?)/i.test(
    url,
  );
}
