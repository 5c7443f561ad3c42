import type { Image } from '../../model/image.ts';
import { onePerPicture } from './picture-renditions.ts';
import { webAddress } from './web-address.ts';

/** One file of a picture, as stated. */
export interface Rendition {
  href: string | null | undefined;
  type?: string | null | undefined;
  width?: unknown;
  height?: unknown;
}

/** Sizes for previews. They count only if there is no other. */
const preview = /thumb|preview|small|icon|lowres|quicklook/i;

/**
 * Returns the picture of several renditions: the widest that is an image at a web address. Its address is null if none
 * has one, for the picture still has a caption and a credit.
 */
export function joinedRenditions(
  renditions: readonly (Rendition & { name?: string | null | undefined })[],
  base: string | null,
): Omit<Image, 'caption' | 'credit'> {
  let best: { image: Omit<Image, 'caption' | 'credit'>; rank: number } | undefined;
  for (const { href, type, width, height, name } of renditions) {
    if (type && !/^(?:image\/|jpe?g$|png$|gif$)/i.test(type.trim())) continue;
    const url = webAddress(href, base);
    const size = pixels(width);
    const rank = (url === null ? 0 : 2) + (preview.test(name ?? '') ? 0 : 1) + (size ?? 0) * 10;
    if (best && (rank <= best.rank || (url === null && best.image.url !== null))) continue;
    const tall = pixels(height);
    const isType = type !== null && type !== undefined && /^image\/[\w.+-]+$/i.test(type.trim());
    const stated = {
      ...(size !== undefined && { width: size }),
      ...(tall !== undefined && { height: tall }),
      ...(isType && { type: type.trim().toLowerCase() }),
    };
    best = { rank, image: { url, ...stated } };
  }
  return best?.image ?? { url: null };
}

/** Returns a positive whole number of pixels: 640, `"640"`, `"640px"`. */
function pixels(value: unknown): number | undefined {
  const number = Number(typeof value === 'string' ? value.replace(/\s*px$/i, '') : (value ?? Number.NaN));
  return Number.isInteger(number) && number > 0 && number < 1_000_000 ? number : undefined;
}

/**
 * Returns one image for each picture of an article: renditions by their addresses, and previews with the caption of
 * another picture, are joined.
 */
export function joinedPictures(images: readonly Image[]): Image[] {
  const pictures: Image[] = [];
  const byCaption = new Map<string, number>();
  for (const image of onePerPicture(images)) {
    const place = image.caption === null ? undefined : byCaption.get(image.caption);
    const other = place === undefined ? undefined : pictures[place];
    if (other && place !== undefined && (isPreview(image) || isPreview(other))) {
      const [kept, lost] = isPreview(image) ? [other, image] : [image, other];
      pictures[place] = { ...lost, ...kept, credit: kept.credit ?? lost.credit };
      continue;
    }
    if (image.caption !== null) byCaption.set(image.caption, pictures.length);
    pictures.push(image);
  }
  return pictures;
}

function isPreview({ url }: Image): boolean {
  return url === null || preview.test(url);
}
