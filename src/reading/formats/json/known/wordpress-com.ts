import { readSections } from '../../../fields/read-sections.ts';
import { onePerPicture } from '../../picture-renditions.ts';
import { standfirstOf } from '../../standfirst-of.ts';
import { webAddress } from '../../web-address.ts';
import { readWordpressContent } from '../../wordpress-content.ts';
import { imageOf } from '../record-images.ts';
import { lineOf, partOf, partsOf, stringOf, textOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Posts of the API of WordPress.com and Jetpack (developer.wordpress.com/docs/api/1.1). */
export const wordpressCom: KnownApi = {
  name: 'WordPress.com API',
  recognises: (record) => 'ID' in record && 'site_ID' in record && 'URL' in record && 'content' in record,
  leftOut: (record) => (record.type === 'page' || record.type === 'attachment' ? String(record.type) : null),
  used: [
    ...['ID', 'URL', 'title', 'excerpt', 'content', 'author', 'date', 'modified', 'tags', 'categories'],
    ...['featured_image', 'post_thumbnail', 'type', 'status', 'password', 'terms'],
  ],
  read(record) {
    const url = webAddress(textOf(record.URL), null);
    const { pieces, images } = readWordpressContent(stringOf(record.content) ?? '', url);
    const excerpt = lineOf(record.excerpt);
    const sections = readSections(Object.keys(partOf(record.categories)));
    const thumbnail = partsOf(record.post_thumbnail).flatMap((from) => imageOf(from.URL, from) ?? []);
    const featured = imageOf(record.featured_image);
    return {
      key: textOf(record.ID),
      url,
      headline: lineOf(record.title),
      standfirst: excerpt === null ? null : standfirstOf(excerpt, pieces.map(({ text }) => text).join(' ')),
      bylines: partsOf(record.author).flatMap((author) => lineOf(author.name) ?? []),
      published: [stringOf(record.date)],
      updated: [stringOf(record.modified)],
      keywords: [...sections, ...Object.keys(partOf(record.tags))],
      sections,
      images: onePerPicture([...(featured ? [featured] : []), ...thumbnail, ...images]),
      pieces,
      summaryOnly: pieces.length === 0 && excerpt !== null,
    };
  },
};
