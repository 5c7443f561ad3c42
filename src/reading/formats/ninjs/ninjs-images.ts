import type { Image } from '../../../model/image.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { joinedRenditions } from '../joined-renditions.ts';
import { isRecord, type Json } from '../json/parse-json.ts';
import { stringOf, textsOf } from './ninjs-item.ts';

type JsonObject = { [name: string]: Json };

/** The pictures associated with an item, each in its largest rendition, with caption and credit. */
export function ninjsImages(item: JsonObject): Image[] {
  const images: Image[] = [];
  const seen = new Set<string>();
  for (const picture of recordsOf(item.associations)) {
    const type = stringOf(picture.type);
    if (type !== null && !/^(?:picture|graphic|photo|image)$/i.test(type)) continue;
    const id = stringOf(picture.uri) ?? stringOf(picture.guid);
    if (id !== null && seen.has(id)) continue;
    if (id !== null) seen.add(id);
    const renditions = namedRecords(picture.renditions).map(([key, rendition]) => ({
      href: stringOf(rendition.href) ?? stringOf(rendition.url),
      type:
        stringOf(rendition.mimetype) ??
        stringOf(rendition.contenttype) ??
        stringOf(rendition.contentType) ??
        stringOf(picture.mimetype),
      width: rendition.width,
      height: rendition.height,
      name: stringOf(rendition.name) ?? key,
    }));
    const texts = textsOf(picture, 'descriptions', 'description');
    const [alternative] = texts.filter(({ role }) => /^alt/i.test(role));
    const descriptions = texts.filter(({ role }) => !/^alt/i.test(role));
    const caption = descriptions.find(({ role }) => role === 'caption') ?? descriptions[0];
    const credits = [picture.byline, picture.by, picture.creditline, picture.credit];
    const holders = [picture.copyrightholder, picture.copyrightHolder, picture.source];
    const credit = [...credits, ...holders].map(stringOf).find((name) => name !== null) ?? null;
    const alt =
      stringOf(picture.alt_text) ??
      stringOf(picture.altText) ??
      stringOf(picture.alt) ??
      alternative?.value ??
      null;
    const image = joinedRenditions(renditions, null);
    if (image.url === null && !(type !== null && caption)) continue;
    images.push({
      ...image,
      ...{ caption: caption ? textOfHtml(caption.value) || null : null, credit },
      ...(alt !== null && { alt }),
    });
  }
  return images;
}

/** Returns those pictures of a body that are no renditions of pictures associated with the item. */
export function otherImages(item: JsonObject, images: readonly Image[]): Image[] {
  const known = new Set(
    recordsOf(item.associations).flatMap(({ renditions }) =>
      recordsOf(renditions).map((rendition) => stringOf(rendition.href) ?? ''),
    ),
  );
  return images.filter(({ url }) => url === null || !known.has(url));
}

function recordsOf(value: Json | undefined): JsonObject[] {
  return namedRecords(value).map(([, record]) => record);
}

/** An array since 2.0, an object of names before. */
function namedRecords(value: Json | undefined): [string, JsonObject][] {
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((each) => ['', each])
    : Object.entries(isRecord(value) ? value : {});
  return entries.flatMap(([name, each]) => (isRecord(each) ? [[name, each]] : []));
}
