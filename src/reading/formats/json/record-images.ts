import type { Image } from '../../../model/image.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { pictureAddress } from '../web-address.ts';
import { isRecord, type Json } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';
import { partOf, pixelsOf, stringOf, textOf } from './record-values.ts';

/** Returns the image of an address and of what a record says of it; undefined without an address. */
export function imageOf(
  address: Json | undefined,
  said: Partial<Record<'caption' | 'credit' | 'alt' | 'width' | 'height' | 'type', Json | undefined>> = {},
  base: string | null = null,
): Image | undefined {
  const text = stringOf(address);
  const url = pictureAddress(base === null && text?.startsWith('//') ? `https:${text}` : text, base);
  if (url === null) return undefined;
  const line = (value: Json | undefined) => {
    const text = textOf(value);
    return text === null ? null : textOfHtml(text) || null;
  };
  const alt = line(said.alt);
  const width = pixelsOf(said.width);
  const height = pixelsOf(said.height);
  const type = stringOf(said.type);
  return {
    url,
    caption: line(said.caption),
    credit: line(said.credit),
    ...(alt !== null && { alt }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(type !== null && /^image\/[\w.+-]+$/.test(type) && { type }),
  };
}

/** Names of the properties of an image, the usual first. */
const names = {
  url: [
    'url',
    'src',
    'href',
    'link',
    'source_url',
    'contentUrl',
    'image_url',
    'original',
    'default',
    'path',
    'image',
    'relative',
    'filename',
  ],
  caption: ['caption', 'description', 'title', 'legend', 'captionText'],
  credit: ['credit', 'copyright', 'photographer', 'creditText', 'author', 'byline'],
  alt: ['alt', 'alt_text', 'altText', 'alternativeText', 'alternateText', 'alternative_text'],
  width: ['naturalWidth', 'width', 'w'],
  height: ['naturalHeight', 'height', 'h'],
  type: ['mime_type', 'mimeType', 'mimetype', 'mime', 'contentType', 'encodingFormat', 'type'],
} as const;

/**
 * Returns the images of a field of a record: an address, an object, or a list of them. `caption` and `credit` are those
 * of fields of their own, for images without. Relative addresses are resolved against `base`.
 */
export function recordImages(
  value: Json | undefined,
  caption: string | null,
  credit: string | null,
  base: string | null,
): Image[] {
  return (Array.isArray(value) ? value : [value]).flatMap((entry) => {
    if (!isRecord(entry)) return imageOf(entry, { caption, credit }, base) ?? [];
    // Strapi and GraphQL have an envelope: `{"data": {"attributes": {"url": …}}}`.
    const inner = partOf(entry.data ?? entry.node ?? entry.file ?? entry.asset);
    const from = { ...entry, ...inner, ...partOf(inner.attributes) };
    const first = (field: keyof typeof names) =>
      names[field]
        .map((name) => from[name])
        .find((each) => each !== undefined && each !== null && each !== '');
    // The title of a picture is often its file name.
    const title = textOf(from.title);
    const isFileName = title !== null && /^[\w-]+$|\.\w{3,4}$/.test(title);
    return (
      imageOf(
        textOf(first('url')),
        {
          caption:
            textOf(from.caption ?? from.description ?? (isFileName ? null : first('caption'))) ?? caption,
          credit: first('credit') ?? credit,
          alt: first('alt'),
          width: first('width'),
          height: first('height'),
          type: first('type'),
        },
        base,
      ) ?? []
    );
  });
}

/** Usual names of the alternative text of a picture that stands beside it, in lower case. */
export const altNames = [
  'image',
  'cover',
  'cover_image',
  'featured_image',
  'feature_image',
  'hero',
  'thumbnail',
  'photo',
  'picture',
]
  .flatMap((name) => [`${name}_alt`, `${name}_alt_text`])
  .concat('alt_text', 'image_description')
  .flatMap((name) => [name, name.replaceAll('_', '')]);

/** Returns images, the first with the alternative text that a record has beside it. */
export function withAlt(images: Image[], record: RecordOfFields): Image[] {
  const [first, ...others] = images;
  if (first === undefined || first.alt !== undefined) return images;
  const stated = Object.entries(record).find(([name]) => altNames.includes(name.toLowerCase()));
  const text = textOf(stated?.[1]);
  const alt = text === null ? '' : textOfHtml(text);
  return alt === '' ? images : [{ ...first, alt }, ...others];
}
