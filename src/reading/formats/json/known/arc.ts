import { readSections } from '../../../fields/read-sections.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { piecesOfText } from '../../pieces-of-text.ts';
import { maxStated, statedEntity } from '../../stated-entity.ts';
import { webAddress } from '../../web-address.ts';
import type { Json } from '../parse-json.ts';
import { recordBody } from '../record-body.ts';
import { imageOf } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf, textOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Stories of Arc XP in the Arc Native Specification (github.com/washingtonpost/ans-schema). */
export const arc: KnownApi = {
  name: 'Arc XP',
  recognises: (record) =>
    stringOf(partOf(record.headlines).basic) !== null &&
    ('content_elements' in record || 'canonical_url' in record || 'display_date' in record),
  leftOut(record) {
    const type = stringOf(record.type);
    return type === null || type === 'story' ? null : type;
  },
  used: [
    ...[
      '_id',
      'type',
      'canonical_url',
      'website_url',
      'canonical_website',
      'website',
      'headlines',
      'subheadlines',
    ],
    ...['description', 'content_elements', 'credits', 'first_publish_date', 'display_date', 'publish_date'],
    ...[
      'last_updated_date',
      'language',
      'taxonomy',
      'promo_items',
      'copyright',
      'distributor',
      'created_date',
    ],
    ...['source', 'slug', 'label', 'dateline', 'location', 'editor_note', 'content_restrictions', 'planning'],
    ...['publishing', 'corrections'],
  ],
  read(record) {
    const url =
      webAddress(stringOf(record.canonical_url), siteOf(record)) ??
      webAddress(stringOf(record.website_url), siteOf(record));
    const elements = partsOf(record.content_elements);
    const { pieces, images } = recordBody(elements.length > 0 ? elements : null, url);
    const promo = partOf(record.promo_items);
    const leading = [promo.basic, promo.lead_art, promo.basic_image].flatMap((item) => {
      const part = partOf(item);
      return part.type === 'image' ? imagesOf([part]) : imagesOf(partsOf(partOf(part.promo_items).basic));
    });
    const shown = imagesOf(elements.filter(({ type }) => type === 'image'));
    const known = new Set([...leading, ...shown].map((image) => image.url));
    const taxonomy = partOf(record.taxonomy);
    const names = (value: Json | undefined) =>
      partsOf(value).flatMap(
        (part) =>
          lineOf(part.text) ?? lineOf(part.name) ?? lineOf(part.keyword) ?? lineOf(part.description) ?? [],
      );
    const sections = readSections([
      ...names(taxonomy.primary_section),
      ...names(taxonomy.sections),
      ...names(taxonomy.primary_site),
    ]);
    const description = lineOf(partOf(record.description).basic) ?? lineOf(record.description);
    const standfirst = lineOf(partOf(record.subheadlines).basic) ?? description;
    const copyright = lineOf(record.copyright);
    return {
      key: textOf(record._id),
      url,
      headline: lineOf(partOf(record.headlines).basic),
      standfirst,
      bylines: partsOf(partOf(record.credits).by).flatMap((author) => authorOf(author) ?? []),
      // A story that is edited gets a new `publish_date`; the day it is shown with is `display_date`.
      published: [
        ...[stringOf(record.first_publish_date), stringOf(record.display_date)],
        ...[stringOf(record.publish_date), stringOf(record.created_date)],
      ],
      updated: [stringOf(record.last_updated_date)],
      language: stringOf(record.language) || null,
      keywords: [
        ...sections,
        ...names(taxonomy.tags),
        ...names(taxonomy.keywords),
        ...(Array.isArray(taxonomy.seo_keywords)
          ? taxonomy.seo_keywords.flatMap((word) => lineOf(word) ?? [])
          : []),
      ],
      sections,
      stated: [
        ...entities('person', taxonomy.named_entities, 'Person'),
        ...entities('organization', taxonomy.named_entities, 'Organization'),
        ...entities('place', taxonomy.named_entities, 'Location'),
      ].slice(0, maxStated),
      images: onePerPicture([...leading, ...shown, ...images.filter((image) => !known.has(image.url))]),
      pieces: pieces.length > 0 ? pieces : piecesOfText(standfirst ?? ''),
      summaryOnly: pieces.length === 0 && standfirst !== null,
      rights: copyright === null ? null : { holder: null, notice: copyright, usageTerms: null },
      credit: creditOf(record),
      editorsNote: lineOf(record.editor_note),
    };
  },
};

/** Addresses are relative to a site that the story does not name, unless it does. */
function siteOf(record: RecordOfFields): string | null {
  const site = stringOf(record.site_url);
  return webAddress(site, null);
}

function authorOf(author: RecordOfFields): string | null {
  const more = partOf(partOf(author.additional_properties).original);
  return lineOf(author.name) ?? lineOf(more.byline) ?? lineOf(author.byline);
}

/** Wire copy names its agency as the distributor. */
function creditOf(record: RecordOfFields): string | null {
  const distributor = partOf(record.distributor);
  return distributor.category === 'wires' ? lineOf(distributor.name) : null;
}

function imagesOf(elements: RecordOfFields[]) {
  return elements.flatMap((element) => {
    const credits = partOf(element.credits);
    const credit = [...partsOf(credits.by), ...partsOf(credits.affiliation)]
      .flatMap((each) => lineOf(each.name) ?? [])
      .join('/');
    const image = imageOf(element.url, {
      caption: element.caption ?? element.subtitle,
      credit: credit || (element.copyright ?? null),
      alt: element.alt_text,
      width: element.width,
      height: element.height,
    });
    return image ? [image] : [];
  });
}

function entities(type: 'person' | 'organization' | 'place', value: Json | undefined, name: string) {
  return partsOf(value)
    .filter((entity) => entity.type === name)
    .flatMap((entity) => statedEntity(type, lineOf(entity.name), [stringOf(entity._id)]) ?? []);
}
