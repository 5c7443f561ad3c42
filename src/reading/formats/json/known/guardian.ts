import { readSections } from '../../../fields/read-sections.ts';
import { textOfHtml } from '../../html/text-of-html.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { standfirstOf } from '../../standfirst-of.ts';
import { maxStated, statedEntity } from '../../stated-entity.ts';
import { webAddress } from '../../web-address.ts';
import { isRecord, type Json } from '../parse-json.ts';
import { recordBody } from '../record-body.ts';
import { imageOf } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf, textOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Articles of the Content API of The Guardian (open-platform.theguardian.com), of a search or a single item. */
export const guardian: KnownApi = {
  name: 'Guardian Content API',
  recognises: (record) => 'webTitle' in record && ('webUrl' in record || 'webPublicationDate' in record),
  // The same shape describes tags, sections and editions.
  leftOut: (record) => ('webPublicationDate' in record || 'fields' in record ? null : 'entry without a date'),
  used: [
    ...[
      'id',
      'type',
      'sectionId',
      'sectionName',
      'webPublicationDate',
      'webTitle',
      'webUrl',
      'apiUrl',
      'tags',
    ],
    ...['elements', 'blocks', 'fields.headline', 'fields.standfirst', 'fields.trailText', 'fields.byline'],
    ...['fields.body', 'fields.bodyText', 'fields.thumbnail', 'fields.lastModified', 'fields.lang'],
    ...['fields.firstPublicationDate', 'fields.main', 'fields.publication', 'fields.shortUrl', 'references'],
  ],
  read(record) {
    const fields = partOf(record.fields);
    const url = webAddress(stringOf(record.webUrl), null);
    const blocks = partOf(record.blocks);
    const html = withoutAsides(stringOf(fields.body) ?? blocksHtml(blocks));
    const main = recordBody(fields.main ?? stringOf(partOf(blocks.main).bodyHtml), url);
    const { pieces, images } = recordBody(html ?? fields.bodyText, url);
    const standfirst = lineOf(withoutLists(fields.standfirst)) ?? lineOf(fields.trailText);
    const tags = partsOf(record.tags);
    const ofType = (type: string) =>
      tags.filter((tag) => tag.type === type).flatMap((tag) => lineOf(tag.webTitle) ?? []);
    const byline = lineOf(fields.byline);
    const sections = readSections([lineOf(record.sectionName) ?? '']);
    const thumbnail = imageOf(fields.thumbnail);
    const text = pieces.map((piece) => piece.text).join(' ');
    return {
      key: textOf(record.id),
      url,
      source: outletOf(fields),
      headline: lineOf(fields.headline) ?? lineOf(record.webTitle),
      standfirst: standfirst === null ? null : standfirstOf(standfirst, text),
      bylines: byline === null ? ofType('contributor') : [byline],
      published: [stringOf(record.webPublicationDate), stringOf(fields.firstPublicationDate)],
      updated: [stringOf(fields.lastModified)],
      language: stringOf(fields.lang),
      keywords: [...sections, ...ofType('keyword'), ...ofType('series')],
      sections,
      stated: tags
        .slice(0, maxStated)
        .flatMap((tag) =>
          tag.type === 'organisation' ? (statedEntity('organization', lineOf(tag.webTitle)) ?? []) : [],
        ),
      images: onePerPicture([
        ...elementImages(partsOf(record.elements)),
        ...elementImages(blockElements(blocks)),
        ...main.images,
        ...(thumbnail ? [thumbnail] : []),
        ...images,
      ]),
      pieces: pieces.length > 0 ? pieces : recordBody(standfirst, url).pieces,
      summaryOnly: pieces.length === 0,
    };
  },
};

/** Links to other articles follow a standfirst as a list. */
function withoutLists(html: Json | undefined): string | null {
  return stringOf(html)?.replace(/<ul\b[^>]{0,200}>(?:(?!<ul\b)[\s\S]){0,3000}?<\/ul>/gi, '') ?? null;
}

/** Boxes in the text show other articles. */
function withoutAsides(html: string | null): string | null {
  return (
    html?.replace(/<aside\b[^>]{0,300}rich-link[^>]{0,300}>(?:(?!<aside\b)[\s\S]){0,3000}?<\/aside>/gi, '') ??
    null
  );
}

function blockElements(blocks: RecordOfFields): RecordOfFields[] {
  return [...partsOf(blocks.main), ...partsOf(blocks.body)].flatMap((block) => partsOf(block.elements));
}

function outletOf(fields: RecordOfFields): string | null {
  const name = stringOf(fields.publication);
  return name === null ? null : name.replace(/^theguardian\.com$/, 'The Guardian');
}

/** `show-blocks=body` gives the text in blocks, those of a live blog with titles of their own. */
function blocksHtml(blocks: RecordOfFields): string | null {
  const html = partsOf(blocks.body).map((block) => {
    const title = stringOf(block.title);
    return `${title === null ? '' : `<h2>${title}</h2>`}${stringOf(block.bodyHtml) ?? ''}`;
  });
  return html.join('') || null;
}

/** `show-elements=image` gives each picture in several sizes. */
function elementImages(elements: RecordOfFields[]) {
  return elements
    .filter((element) => element.type === 'image' && element.relation !== 'thumbnail')
    .flatMap((element) => {
      const assets = partsOf(element.assets);
      const width = (asset: RecordOfFields) => Number(partOf(asset.typeData).width ?? 0);
      const [largest] = assets.toSorted((one, other) => width(other) - width(one));
      if (!largest) return [];
      const said = { ...partOf(largest.typeData), ...partOf(element.imageTypeData) };
      const image = imageOf(largest.file, {
        caption: plain(said.caption),
        credit: plain(said.credit ?? said.photographer),
        alt: said.altText ?? said.alt,
        width: said.width,
        height: said.height,
        type: largest.mimeType,
      });
      return image ? [image] : [];
    });
}

function plain(value: Json | undefined): string | null {
  const text = isRecord(value) ? null : textOf(value);
  return text === null ? null : textOfHtml(text).replace(/^Photograph:\s*/i, '');
}
