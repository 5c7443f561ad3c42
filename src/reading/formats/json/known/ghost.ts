import { onePerPicture } from '../../picture-renditions.ts';
import { webAddress } from '../../web-address.ts';
import { recordBody } from '../record-body.ts';
import { imageOf } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { dateOf, lineOf, partOf, partsOf, stringOf, textOf } from '../record-values.ts';
import type { KnownApi, Said } from './known-api.ts';

/** Exports have this instead of the address of the site. */
const placeholder = /__GHOST_URL__/g;

/**
 * Posts of Ghost: those of its Content and Admin APIs (ghost.org/docs/content-api), and of its exports, to which
 * `ghostPosts` adds authors and tags.
 */
export const ghost: KnownApi = {
  name: 'Ghost',
  recognises: (record) =>
    'title' in record &&
    ('published_at' in record || 'site_title' in record) &&
    (['mobiledoc', 'lexical', 'custom_excerpt', 'feature_image'].some((name) => name in record) ||
      ('html' in record && ('visibility' in record || ('uuid' in record && 'slug' in record)))),
  leftOut: (record) => (record.type === 'page' || record.page === true || record.page === 1 ? 'page' : null),
  used: [
    ...[
      'id',
      'url',
      'title',
      'html',
      'lexical',
      'mobiledoc',
      'plaintext',
      'custom_excerpt',
      'excerpt',
      'locale',
    ],
    ...[
      'feature_image',
      'feature_image_alt',
      'feature_image_caption',
      'published_at',
      'updated_at',
      'type',
      'page',
    ],
    ...[
      'authors',
      'primary_author',
      'tags',
      'primary_tag',
      'posts_meta',
      'canonical_url',
      'status',
      'visibility',
    ],
    ...[
      'author_id',
      'created_at',
      'markdown',
      'image',
      'language',
      'site_title',
      'site_locale',
      'uuid',
      'slug',
    ],
  ],
  read(record): Said {
    const url = ownAddress(record);
    const html = stringOf(record.html);
    const tree = clean(stringOf(record.lexical)) ?? clean(stringOf(record.mobiledoc));
    const body = recordBody(clean(html) ?? tree ?? record.lexical ?? record.mobiledoc ?? null, url);
    const pieces =
      body.pieces.length > 0 ? body.pieces : recordBody(record.plaintext ?? record.markdown, url).pieces;
    const [meta] = partsOf(record.posts_meta);
    const featured = imageOf(
      clean(stringOf(record.feature_image) ?? stringOf(record.image)),
      {
        caption: record.feature_image_caption ?? meta?.feature_image_caption,
        alt: record.feature_image_alt ?? meta?.feature_image_alt,
      },
      url,
    );
    const authors = partsOf(record.authors ?? record.primary_author);
    // Tags that begin with a hash are internal (ghost.org/help/organizing-content).
    const tags = partsOf(record.tags).filter(
      (tag) => tag.visibility !== 'internal' && !(stringOf(tag.name) ?? '').startsWith('#'),
    );
    return {
      key: textOf(record.id),
      url,
      headline: lineOf(record.title),
      standfirst: lineOf(record.custom_excerpt),
      bylines: authors.flatMap((author) => lineOf(author.name) ?? []),
      published: [dateOf(record.published_at)],
      updated: [dateOf(record.updated_at)],
      source: lineOf(record.site_title),
      language: stringOf(record.locale) ?? stringOf(record.language) ?? stringOf(record.site_locale),
      keywords: tags.flatMap((tag) => lineOf(tag.name) ?? []),
      images: onePerPicture([...(featured ? [featured] : []), ...body.images]),
      pieces,
      summaryOnly: pieces.length === 0 && lineOf(record.custom_excerpt ?? record.excerpt) !== null,
    };
  },
};

function ownAddress(record: RecordOfFields): string | null {
  return webAddress(clean(stringOf(record.url)) ?? clean(stringOf(record.canonical_url)), null);
}

function clean(text: string | null): string | null {
  return text === null ? null : text.replace(placeholder, '');
}

/**
 * Returns the posts of an export of Ghost with their authors and tags in them, as its API gives them; undefined if a value
 * is no export. An export has tables: posts, users, tags, and which belong together.
 */
export function ghostPosts(value: RecordOfFields): RecordOfFields[] | undefined {
  const [database] = partsOf(value.db);
  const data = partOf(database?.data ?? value.data);
  const posts = partsOf(data.posts);
  if (posts.length === 0 || !(Array.isArray(data.users) || Array.isArray(data.posts_tags))) return undefined;
  const authorsOf = joined(data, 'posts_authors', 'author_id', 'users');
  const tagsOf = joined(data, 'posts_tags', 'tag_id', 'tags');
  const users = byId(data.users);
  const metas = new Map(partsOf(data.posts_meta).map((meta) => [textOf(meta.post_id), meta]));
  const setting = (...keys: string[]) =>
    partsOf(data.settings).find(({ key }) => keys.includes(stringOf(key) ?? ''))?.value ?? null;
  const site = { site_title: setting('title'), site_locale: setting('locale', 'lang') };
  return posts.map((post) => {
    const id = textOf(post.id);
    const known = authorsOf(id);
    const author = users.get(textOf(post.author_id) ?? '');
    const meta = metas.get(id);
    return {
      ...post,
      ...site,
      authors: known.length > 0 ? known : author ? [author] : [],
      tags: tagsOf(id),
      ...(meta && { posts_meta: meta }),
    };
  });
}

function byId(table: RecordOfFields[string] | undefined): Map<string, RecordOfFields> {
  return new Map(
    partsOf(table).flatMap((row) => (textOf(row.id) === null ? [] : [[textOf(row.id) ?? '', row]])),
  );
}

/** Returns a function from the id of a post to the rows of a table that belong to it, in their order. */
function joined(data: RecordOfFields, links: string, key: string, table: string) {
  const rows = byId(data[table]);
  const ofPost = new Map<string, { row: RecordOfFields; order: number }[]>();
  for (const link of partsOf(data[links])) {
    const row = rows.get(textOf(link[key]) ?? '');
    const post = textOf(link.post_id);
    if (!row || post === null) continue;
    const list = ofPost.get(post) ?? [];
    list.push({ row, order: Number(link.sort_order ?? 0) });
    ofPost.set(post, list);
  }
  return (post: string | null): RecordOfFields[] =>
    (ofPost.get(post ?? '') ?? []).toSorted((one, other) => one.order - other.order).map(({ row }) => row);
}
