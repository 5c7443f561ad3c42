import type { Image } from '../../../model/image.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { onePerPicture } from '../picture-renditions.ts';
import { webAddress } from '../web-address.ts';
import { isFurniturePicture } from './furniture-picture.ts';
import { type LinkedNode, linkedText } from './linked-data.ts';
import { metaOf } from './page-meta.ts';

/** No more pictures than these belong to one article; pages with more are galleries of something else. */
const maxImages = 40;

/**
 * Returns the pictures of a page, one for all renditions of each: those of its body, preceded by the one it names as its
 * own if the body does not show it.
 */
export function pageImages(leading: Image | undefined, shown: Image[]): Image[] {
  const images = onePerPicture([...shown.slice(0, 10 * maxImages)]).slice(0, maxImages);
  if (!leading) return images;
  // The renditions are joined, and the order is that of the text.
  const joined = onePerPicture([...images, leading]);
  return joined.length > images.length ? [leading, ...images] : joined;
}

/** Returns the picture that a page names as its own, in its JSON-LD or Open Graph. Undefined for a logo. */
export function leadingImage(
  node: LinkedNode | undefined,
  meta: Map<string, string[]>,
  base: string | null,
): Image | undefined {
  const linked = linkedImage(node?.image, base);
  const url =
    linked?.url ??
    webAddress(metaOf(meta, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'), base);
  if (!url || isFurniturePicture(url)) return undefined;
  const isOpenGraph = url === webAddress(metaOf(meta, 'og:image', 'og:image:url'), base);
  const alt = isOpenGraph ? metaOf(meta, 'og:image:alt', 'twitter:image:alt') : null;
  const type = isOpenGraph ? metaOf(meta, 'og:image:type') : null;
  return {
    url,
    caption: linked?.caption ?? null,
    credit: linked?.credit ?? null,
    ...(alt && { alt }),
    ...size('width', linked?.width ?? (isOpenGraph ? metaOf(meta, 'og:image:width') : null)),
    ...size('height', linked?.height ?? (isOpenGraph ? metaOf(meta, 'og:image:height') : null)),
    ...(type && /^image\/[\w.+-]+$/i.test(type) && { type: type.toLowerCase() }),
  };
}

/** Reads an `ImageObject` of schema.org, or an address. */
function linkedImage(value: Json | undefined, base: string | null) {
  const first = Array.isArray(value) ? value[0] : value;
  if (!isRecord(first)) return { url: webAddress(linkedText(first), base), caption: null, credit: null };
  const text = (name: string) => linkedText(first[name]);
  return {
    url: webAddress(text('url') ?? text('contentUrl') ?? text('@id'), base),
    caption: text('caption') ?? text('description'),
    credit: text('creditText') ?? text('copyrightNotice') ?? linkedText(first.creator ?? first.author),
    width: first.width ?? null,
    height: first.height ?? null,
  };
}

function size(name: 'width' | 'height', value: Json): Partial<Image> {
  const text = isRecord(value) ? linkedText(value.value ?? value.name) : String(value ?? '');
  const pixels = Number(/^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(text ?? '')?.[1]);
  return pixels > 0 ? { [name]: pixels } : {};
}
