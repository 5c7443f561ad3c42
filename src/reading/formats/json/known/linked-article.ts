import { readSections } from '../../../fields/read-sections.ts';
import { splitKeywords } from '../../../fields/split-keywords.ts';
import { articleNode, linkedText, linkedTexts } from '../../html/linked-data.ts';
import { linkedEntities } from '../../html/linked-entities.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { webAddress } from '../../web-address.ts';
import { recordBody } from '../record-body.ts';
import { recordImages } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Articles of schema.org in JSON-LD, on their own or in an `@graph`. */
export const linkedArticle: KnownApi = {
  name: 'JSON-LD',
  recognises: (record) =>
    ('@context' in record || '@graph' in record || '@type' in record) && articleNode([record]) !== undefined,
  used: [
    ...[
      '@context',
      '@type',
      '@id',
      '@graph',
      'url',
      'mainEntityOfPage',
      'headline',
      'alternativeHeadline',
      'name',
    ],
    ...[
      'description',
      'abstract',
      'author',
      'creator',
      'datePublished',
      'dateCreated',
      'dateModified',
      'inLanguage',
    ],
    ...[
      'keywords',
      'articleSection',
      'about',
      'mentions',
      'image',
      'articleBody',
      'text',
      'publisher',
      'identifier',
    ],
    ...[
      'copyrightHolder',
      'copyrightNotice',
      'usageInfo',
      'license',
      'thumbnailUrl',
      'dateline',
      'contentLocation',
    ],
  ],
  read(record) {
    const node = articleNode([record]) ?? record;
    const page = node.mainEntityOfPage;
    const url = webAddress(linkedAddress(node) ?? linkedText(partOf(page)['@id'] ?? page), null);
    const { pieces, images } = recordBody(node.articleBody ?? node.text, url);
    const standfirst = lineOf(node.description) ?? lineOf(node.abstract);
    const sections = readSections(linkedTexts(node.articleSection));
    const notice = lineOf(node.copyrightNotice);
    const holder = linkedText(node.copyrightHolder);
    const authors = linkedTexts(node.author ?? node.creator);
    return {
      key: stringOf(node.identifier) ?? url ?? stringOf(node['@id']),
      url,
      source: linkedText(node.publisher),
      headline: lineOf(node.headline) ?? lineOf(node.name),
      standfirst: pieces.length > 0 ? standfirst : null,
      bylines: authors.filter((name) => !/^https?:/.test(name)),
      published: [stringOf(node.datePublished), stringOf(node.dateCreated)],
      updated: [stringOf(node.dateModified)],
      language: linkedText(node.inLanguage),
      keywords: [...sections, ...linkedTexts(node.keywords).flatMap((list) => splitKeywords(list, ',;'))],
      sections,
      stated: linkedEntities(node),
      images: onePerPicture([...recordImages(node.image ?? node.thumbnailUrl, null, null, url), ...images]),
      pieces: pieces.length > 0 ? pieces : recordBody(standfirst, url).pieces,
      summaryOnly: pieces.length === 0 && standfirst !== null,
      rights: notice === null && holder === null ? null : { holder, notice, usageTerms: null },
    };
  },
};

function linkedAddress(node: RecordOfFields): string | null {
  const [page] = partsOf(node.mainEntityOfPage);
  return stringOf(node.url) ?? (page ? stringOf(page['@id']) : null);
}
