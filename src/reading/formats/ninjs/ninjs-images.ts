import type { Image } from '../../../model/article.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { webAddress } from '../web-address.ts';
import { stringOf, textsOf } from './ninjs-item.ts';

type JsonObject = { [name: string]: Json };

/** The pictures associated with an item, each in its largest rendition, with caption and credit. */
export function ninjsImages(item: JsonObject): Image[] {
  const images: Image[] = [];
  for (const picture of recordsOf(item.associations)) {
    const type = stringOf(picture.type);
    if (type !== null && !/^(picture|graphic|photo)$/i.test(type)) continue;
    const url = largestRendition(picture);
    const descriptions = textsOf(picture, 'descriptions', 'description');
    const caption = descriptions.find(({ role }) => role === 'caption') ?? descriptions[0];
    const credit =
      stringOf(picture.byline) ??
      stringOf(picture.by) ??
      stringOf(picture.copyrightholder) ??
      stringOf(picture.copyrightHolder);
    if (url === null && !(type !== null && caption)) continue;
    images.push({ url, caption: caption ? textOfHtml(caption.value) || null : null, credit });
  }
  return images;
}

function largestRendition(picture: JsonObject): string | null {
  let best: { url: string; width: number } | undefined;
  for (const rendition of recordsOf(picture.renditions)) {
    const type =
      stringOf(rendition.mimetype) ??
      stringOf(rendition.contenttype) ??
      stringOf(rendition.contentType) ??
      'image/';
    const url = type.startsWith('image/') ? webAddress(stringOf(rendition.href), null) : null;
    const width = typeof rendition.width === 'number' ? rendition.width : 0;
    if (url && (!best || width > best.width)) best = { url, width };
  }
  return best?.url ?? null;
}

/** An array since 2.0, an object of names before. */
function recordsOf(value: Json | undefined): JsonObject[] {
  const list = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return list.filter(isRecord);
}
