/** A value that a gold sample states for one entry of its feed, of a field that an article has. */
export interface FeedFact {
  entry: number;
  field:
    | 'id'
    | 'link'
    | 'title'
    | 'summary'
    | 'content'
    | 'author'
    | 'email'
    | 'published'
    | 'updated'
    | 'category'
    | 'image';
  value: string;
}

type Loose = { [name: string]: unknown };

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The facts in the JSON that gofeed's and feedsmith's own tests expect of their parsers. */
export function factsOfJson(expected: unknown): FeedFact[] {
  if (!isLoose(expected)) return [];
  const entries = [expected.items, expected.entries].find(Array.isArray) ?? [];
  return entries.flatMap((item: unknown, entry: number) => (isLoose(item) ? factsOfItem(item, entry) : []));
}

function factsOfItem(item: Loose, entry: number): FeedFact[] {
  const facts: FeedFact[] = [];
  const add = (field: FeedFact['field'], value: unknown): void => {
    const text = isLoose(value) ? (value.value ?? value.encoded) : value;
    if (typeof text === 'string' && text.trim() !== '') facts.push({ entry, field, value: text.trim() });
  };
  add('title', item.title);
  add('id', item.guid ?? item.id);
  add('summary', item.description ?? item.summary);
  add('content', item.content);
  add('published', item.publishedParsed ?? item.pubDateParsed ?? item.published ?? item.pubDate);
  add('updated', item.updatedParsed ?? item.updated);
  const links = Array.isArray(item.links) ? item.links.filter(isLoose) : [];
  add('link', item.link ?? links.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href);
  for (const author of Array.isArray(item.authors) ? item.authors : [item.author]) {
    if (isLoose(author)) {
      add('author', author.name);
      add('email', author.email);
    } else add('author', author);
  }
  for (const category of Array.isArray(item.categories) ? item.categories : []) {
    add(
      'category',
      isLoose(category) ? (category.label ?? category.term ?? category.name ?? category.value) : category,
    );
  }
  add('image', isLoose(item.image) ? item.image.url : undefined);
  return facts;
}

const fields: Record<string, FeedFact['field']> = {
  ...{
    title: 'title',
    "title_detail['value']": 'title',
    id: 'id',
    guid: 'id',
    link: 'link',
    author: 'author',
  },
  ...{
    description: 'summary',
    summary: 'summary',
    "summary_detail['value']": 'summary',
    "content[0]['value']": 'content',
  },
  ...{ "author_detail['name']": 'author', "author_detail['email']": 'email', "authors[0]['name']": 'author' },
  ...{
    "authors[1]['name']": 'author',
    "authors[0]['email']": 'email',
    published: 'published',
    published_parsed: 'published',
  },
  ...{
    updated: 'updated',
    updated_parsed: 'updated',
    modified: 'updated',
    modified_parsed: 'updated',
    date_parsed: 'published',
  },
  ...{
    category: 'category',
    "tags[0]['term']": 'category',
    "tags[1]['term']": 'category',
    "media_thumbnail[0]['url']": 'image',
  },
};

/**
 * The facts in a Python expression of feedparser's tests, where it says mechanically what an entry's value is:
 * `entries[0]['title'] == 'A'`, joined by `and`. What it says of the feed, of languages, of types and of the
 * parser itself is left out.
 */
export function factsOfPython(expression: string): FeedFact[] {
  const facts: FeedFact[] = [];
  const comparison =
    /entries\[(\d+)\](?:\['(\w+)'\]|\.(\w+))((?:\[(?:\d+|'\w+')\])*)\s*==\s*(?:u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\(([\d, ]+)\))/g;
  for (const [, entry, quoted, dotted, rest = '', literal, tuple] of expression.matchAll(comparison)) {
    const field = fields[`${quoted ?? dotted}${rest}`];
    const value = literal === undefined ? instantOfTuple(tuple ?? '') : unquoted(literal);
    if (field && value.trim() !== '') facts.push({ entry: Number(entry), field, value: value.trim() });
  }
  return facts;
}

/** `(2004, 1, 1, 19, 48, 21, 3, 1, 0)`, Python's struct_time in UTC. */
function instantOfTuple(tuple: string): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = tuple.split(',').map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}

function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, unicode, hex, other) => {
    if (unicode ?? hex) return String.fromCharCode(Number.parseInt(unicode ?? hex, 16));
    return other === 'n' ? '\n' : other === 't' ? '\t' : other;
  });
}
