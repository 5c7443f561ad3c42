import type { Piece } from '../../body-of.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { webAddress } from '../../web-address.ts';
import { wholeOrSummary } from '../cut-text.ts';
import type { Json } from '../parse-json.ts';
import { imageOf } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf, textOf, textsOf } from '../record-values.ts';
import { instantOf, names } from './extractors.ts';
import type { KnownApi } from './known-api.ts';

/** Articles of Fundus (github.com/flairNLP/fundus), whose body has a summary and sections of paragraphs. */
export const fundus: KnownApi = {
  name: 'Fundus',
  recognises: (record) => 'publishing_date' in record && ('body' in record || 'plaintext' in record),
  used: [
    ...[
      'title',
      'headline',
      'body',
      'plaintext',
      'authors',
      'publishing_date',
      'topics',
      'lang',
      'images',
      'html',
    ],
    ...['publisher', 'url', 'free_access'],
  ],
  read(record) {
    const html = partOf(record.html);
    const url = webAddress(textOf(record.url ?? html.responded_url ?? html.requested_url), null);
    const body = partOf(record.body);
    const pieces = sectionPieces(body);
    const read = wholeOrSummary(pieces.length > 0 ? null : record.plaintext, null, url);
    const summary = textsOf(body.summary).join(' ');
    return {
      key: url,
      url,
      source: lineOf(record.publisher) ?? lineOf(partOf(html.source_info).publisher),
      headline: lineOf(record.title ?? record.headline),
      standfirst: summary || null,
      bylines: names(record.authors),
      published: [stringOf(record.publishing_date)],
      updated: [],
      language: stringOf(record.lang),
      keywords: textsOf(record.topics),
      images: onePerPicture(partsOf(record.images).flatMap((image) => fundusImage(image, url))),
      pieces: pieces.length > 0 ? pieces : read.pieces,
      summaryOnly: false,
      crawledAt: instantOf(html.crawl_date),
    };
  },
};

function sectionPieces(body: RecordOfFields): Piece[] {
  const lines = (value: Json | undefined) => textsOf(partOf(value).texts ?? value);
  return partsOf(body.sections).flatMap((section) => [
    ...lines(section.headline).map((text) => ({ kind: 'heading' as const, level: 2, text })),
    ...lines(section.paragraphs).map((text) => ({ kind: 'paragraph' as const, level: null, text })),
  ]);
}

/** Fundus gives each picture in its versions, from small to large. */
function fundusImage(image: RecordOfFields, base: string | null) {
  const size = (version: RecordOfFields) => Number(partOf(version.size).width ?? version.query_width ?? 0);
  const largest = partsOf(image.versions).toSorted((one, other) => size(other) - size(one))[0];
  const credit = textsOf(image.authors).join(', ') || null;
  const said = { caption: image.caption, alt: image.description, credit };
  return imageOf(largest?.url ?? image.url, { ...said, ...partOf(largest?.size) }, base) ?? [];
}
