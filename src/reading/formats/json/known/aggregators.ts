import { readSections } from '../../../fields/read-sections.ts';
import { splitKeywords } from '../../../fields/split-keywords.ts';
import { maxStated } from '../../stated-entity.ts';
import { webAddress } from '../../web-address.ts';
import { wholeOrSummary, withoutOutlet } from '../cut-text.ts';
import type { Json } from '../parse-json.ts';
import { imageOf } from '../record-images.ts';
import { type RecordOfFields, valueAt } from '../record-paths.ts';
import { dateOf, lineOf, stringOf, textOf, textsOf } from '../record-values.ts';
import { type Shape, shapes } from './aggregator-shapes.ts';
import type { KnownApi } from './known-api.ts';

/** APIs that collect articles of many outlets. Most give a summary, or the beginning of the text. */
export const aggregators: KnownApi[] = shapes.map((shape) => ({
  name: shape.name,
  recognises: (record) =>
    shape.has.every((path) => isPresent(record, path)) &&
    !(shape.lacks ?? []).some((name) => stringOf(record[name]) !== null),
  // NewsAPI keeps the places of articles that were taken back.
  leftOut: (record) => (record.title === '[Removed]' ? 'removed' : null),
  used: Object.values(shape)
    .flat()
    .filter((path) => typeof path === 'string' && path !== shape.name)
    .concat('title', 'pubDateTZ', 'people', 'concepts', 'entities', 'thread', 'source', 'provider', 'image'),
  read(record) {
    const find = (paths: string[] | undefined): Json | undefined =>
      paths
        ?.map((path) => valueAt(record, path))
        .find((value) => value !== undefined && value !== null && value !== '');
    const url = webAddress(textOf(find(shape.url)), null);
    const source = lineOf(find(shape.source));
    const given = shape.body && find(shape.body);
    const summary = lineOf(find(shape.summary));
    const body = wholeOrSummary(isPaid(given) ? null : given, summary, url);
    const sections = readSections(textsOf(find(shape.sections)));
    const image = imageOf(textOf(find(shape.image)));
    return {
      key: textOf(find(shape.id)),
      url,
      source,
      headline: withoutOutlet(lineOf(find(shape.headline ?? ['title'])), source),
      ...body,
      bylines: textsOf(find(shape.authors)).filter((name) => !/^https?:/.test(name)),
      published: shape.published.map((path) => inZone(dateOf(valueAt(record, path)), zoneOf(record, shape))),
      updated: [],
      language: textOf(find(shape.language)),
      keywords: [
        ...sections,
        ...textsOf(find(shape.keywords))
          .flatMap((list) => splitKeywords(list, ',;'))
          .filter((word) => !isPaid(word)),
      ],
      sections,
      stated: (shape.stated?.(record) ?? []).filter((entity) => entity !== undefined).slice(0, maxStated),
      images: image ? [image] : [],
      // A list has the headlines of articles whose text it does not know.
      summaryOnly: body.summaryOnly || shape.body === undefined || body.pieces.length === 0,
    };
  },
}));

/** Looks for the exact name first: every record is asked this for every API. */
function isPresent(record: RecordOfFields, path: string): boolean {
  const [root = path] = path.split('.', 1);
  return root in record && (root === path || valueAt(record, path) !== undefined);
}

/** NewsData.io names the zone of its dates beside them. */
function zoneOf(record: RecordOfFields, shape: Shape): string | undefined {
  return stringOf(record.pubDateTZ) ?? shape.zone;
}

function inZone(date: string | null, zone: string | undefined): string | null {
  const isTime = date !== null && /\d:?\d\d(?::?\d\d)?$|T\d{6}$/.test(date) && date.length > 10;
  return isTime && zone !== undefined ? `${date} ${zone}` : date;
}

/** NewsData.io says so instead of a text. */
function isPaid(value: Json | undefined): boolean {
  return typeof value === 'string' && /^ONLY AVAILABLE IN\b/i.test(value);
}
