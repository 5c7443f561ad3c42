import { statedEntity } from '../../stated-entity.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf } from '../record-values.ts';

/** Paths of an aggregator's fields. The first path that leads to something counts. */
export interface Shape {
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
  /** Zone of dates without one. */
  zone?: string;
  stated?(record: RecordOfFields): ReturnType<typeof statedEntity>[];
}

/** Shapes of the records of aggregators and searches. */
export const shapes: Shape[] = [
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
    zone: 'UTC',
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
    has: ['published_date', 'link', 'rights'],
    zone: 'UTC',
    id: ['id', '_id'],
    url: ['link'],
    summary: ['description', 'excerpt'],
    body: ['content', 'summary'],
    authors: ['authors', 'author'],
    published: ['published_date'],
    language: ['language'],
    image: ['media', 'media_content'],
    source: ['name_source', 'clean_url', 'domain_url'],
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
    name: 'Perigon',
    has: ['articleId', 'authorsByline', 'pubDate', 'url'],
    id: ['articleId'],
    url: ['url'],
    summary: ['description'],
    body: ['content'],
    authors: ['authorsByline'],
    published: ['pubDate'],
    language: ['language'],
    image: ['imageUrl'],
    source: ['source.name', 'source.domain'],
    sections: ['categories'],
    keywords: ['keywords', 'topics'],
    stated: (record) =>
      partsOf(record.people).map((person) =>
        statedEntity('person', lineOf(person.name), [stringOf(person.wikidataId)]),
      ),
  },
  {
    name: 'Alpha Vantage',
    has: ['time_published', 'banner_image', 'url'],
    url: ['url'],
    summary: ['summary'],
    authors: ['authors'],
    published: ['time_published'],
    zone: 'UTC',
    image: ['banner_image'],
    source: ['source'],
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

/** Webz.io writes names in lower case. */
function capitalized(name: string): string {
  return /\p{Lu}/u.test(name) ? name : name.replace(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
