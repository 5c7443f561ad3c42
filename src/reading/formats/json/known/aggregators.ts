import { readSections } from '../../../fields/read-sections.ts';
import { splitKeywords } from '../../../fields/split-keywords.ts';
import { maxStated, statedEntity } from '../../stated-entity.ts';
import { webAddress } from '../../web-address.ts';
import { wholeOrSummary, withoutOutlet } from '../cut-text.ts';
import type { Json } from '../parse-json.ts';
import { imageOf } from '../record-images.ts';
import { type RecordOfFields, valueAt } from '../record-paths.ts';
import { dateOf, lineOf, partOf, partsOf, stringOf, textOf, textsOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Paths of an aggregator's fields. The first path that leads to something counts. */
interface Shape {
  name: string;
  /** Fields that every record has; together they are peculiar to the API. */
  has: readonly string[];
  /** Fields that none has. */
  lacks?: readonly string[];
  id?: string[];
  url: string[];
  headline?: string[];
  summary?: string[];
  /** Default: the API gives no text. */
  body?: string[];
  authors?: string[];
  published: string[];
  language?: string[];
  image?: string[];
  source: string[];
  sections?: string[];
  keywords?: string[];
  stated?(record: RecordOfFields): ReturnType<typeof statedEntity>[];
}

const shapes: Shape[] = [
  {
    name: 'NewsAPI',
    has: ['urlToImage', 'publishedAt'],
    url: ['url'],
    summary: ['description'],
    body: ['content'],
    authors: ['author'],
    published: ['publishedAt'],
    image: ['urlToImage'],
    source: ['source.name', 'source'],
  },
  {
    name: 'GNews',
    has: ['publishedAt', 'image', 'content', 'description', 'source.url'],
    id: ['id'],
    url: ['url'],
    summary: ['description'],
    body: ['content'],
    published: ['publishedAt'],
    language: ['lang'],
    image: ['image'],
    source: ['source.name'],
  },
  {
    name: 'NewsData.io',
    has: ['article_id', 'pubDate', 'link'],
    id: ['article_id'],
    url: ['link'],
    summary: ['description'],
    body: ['full_content', 'content'],
    authors: ['creator'],
    published: ['pubDate'],
    language: ['language'],
    image: ['image_url'],
    source: ['source_name', 'source_id'],
    sections: ['category'],
    keywords: ['keywords', 'ai_tag'],
  },
  {
    name: 'TheNewsAPI',
    has: ['uuid', 'snippet', 'published_at', 'url'],
    id: ['uuid'],
    url: ['url'],
    summary: ['description', 'snippet'],
    published: ['published_at'],
    language: ['language'],
    image: ['image_url'],
    source: ['source'],
    sections: ['categories'],
    keywords: ['keywords'],
  },
  {
    name: 'mediastack',
    has: ['published_at', 'country', 'category', 'source', 'url'],
    lacks: ['content', 'body', 'text'],
    url: ['url'],
    summary: ['description'],
    authors: ['author'],
    published: ['published_at'],
    language: ['language'],
    image: ['image'],
    source: ['source'],
    sections: ['category'],
  },
  {
    name: 'Currents API',
    has: ['published', 'image', 'category', 'description', 'id', 'url', 'language'],
    lacks: ['content', 'body', 'text'],
    id: ['id'],
    url: ['url'],
    summary: ['description'],
    authors: ['author'],
    published: ['published'],
    language: ['language'],
    image: ['image'],
    source: [],
    sections: ['category'],
  },
  {
    name: 'Event Registry',
    has: ['uri', 'dateTime', 'title', 'source.uri'],
    id: ['uri'],
    url: ['url'],
    body: ['body'],
    authors: ['authors'],
    published: ['dateTimePub', 'dateTime', 'date'],
    language: ['lang'],
    image: ['image'],
    source: ['source.title'],
    stated: (record) =>
      partsOf(record.concepts).flatMap((concept) => {
        const type = { person: 'person', org: 'organization', loc: 'place' }[stringOf(concept.type) ?? ''];
        const name = lineOf(Object.values(partOf(concept.label))[0]) ?? lineOf(concept.label);
        return type === 'person' || type === 'organization' || type === 'place'
          ? [statedEntity(type, name, [stringOf(concept.uri)])]
          : [];
      }),
  },
  {
    name: 'Webz.io',
    has: ['thread', 'uuid', 'text'],
    id: ['uuid'],
    url: ['url', 'thread.url'],
    headline: ['title', 'thread.title', 'thread.title_full'],
    body: ['text'],
    authors: ['author'],
    published: ['published', 'thread.published'],
    language: ['language'],
    image: ['thread.main_image'],
    source: ['thread.site_title', 'thread.site'],
    sections: ['categories', 'thread.site_categories'],
    stated: (record) =>
      (['persons', 'organizations', 'locations'] as const).flatMap((list) =>
        partsOf(partOf(record.entities)[list]).map(({ name }) => {
          const type = list === 'persons' ? 'person' : list === 'organizations' ? 'organization' : 'place';
          return statedEntity(type, capitalized(lineOf(name) ?? ''));
        }),
      ),
  },
  {
    name: 'NewsCatcher',
    has: ['clean_url', 'published_date', 'link'],
    id: ['id', '_id'],
    url: ['link'],
    summary: ['description', 'excerpt'],
    body: ['content', 'summary'],
    authors: ['authors', 'author'],
    published: ['published_date'],
    language: ['language'],
    image: ['media', 'media_content'],
    source: ['name_source', 'clean_url'],
    sections: ['topic', 'theme'],
  },
  {
    name: 'Bing News Search',
    has: ['datePublished', 'provider', 'name', 'url'],
    url: ['url'],
    headline: ['name'],
    summary: ['description'],
    published: ['datePublished'],
    image: ['image.contentUrl', 'image.thumbnail.contentUrl'],
    source: ['provider[0].name'],
    sections: ['category'],
  },
  {
    name: 'GDELT',
    has: ['seendate', 'socialimage', 'url'],
    url: ['url'],
    published: ['seendate'],
    language: ['language'],
    image: ['socialimage'],
    source: ['domain'],
  },
];

/** APIs that collect articles of many outlets. Most give a summary, or the beginning of the text. */
export const aggregators: KnownApi[] = shapes.map((shape) => ({
  name: shape.name,
  recognises: (record) =>
    shape.has.every((path) => isPresent(record, path)) &&
    !(shape.lacks ?? []).some((name) => stringOf(record[name]) !== null),
  used: Object.values(shape)
    .flat()
    .filter((path) => typeof path === 'string' && path !== shape.name)
    .concat('title', 'concepts', 'entities', 'thread', 'source', 'provider', 'image'),
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
      published: (shape.published ?? []).map((path) => dateOf(valueAt(record, path))),
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
      summaryOnly: body.summaryOnly || shape.body === undefined,
    };
  },
}));

/** Looks for the exact name first: every record is asked this for every API. */
function isPresent(record: RecordOfFields, path: string): boolean {
  const [root = path] = path.split('.', 1);
  return root in record && (root === path || valueAt(record, path) !== undefined);
}

/** NewsData.io says so instead of a text. */
function isPaid(value: Json | undefined): boolean {
  return typeof value === 'string' && /^ONLY AVAILABLE IN\b/i.test(value);
}

/** Webz.io writes names in lower case. */
function capitalized(name: string): string {
  return /\p{Lu}/u.test(name) ? name : name.replace(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
