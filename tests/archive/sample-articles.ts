import { createHash } from 'node:crypto';
import { type AuthorityEntry, authorityEntry } from '../../src/model/authority.ts';
import type { ReadArticle } from '../../src/model/draft.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Quote } from '../../src/model/quote.ts';
import { type TagId, TagType } from '../../src/model/tag.ts';

/** What a test says about an article; the rest is invented. */
export interface Sample {
  key?: string;
  headline?: string;
  standfirst?: string | null;
  body?: string;
  caption?: string;
  /** Null for an undated article. */
  publishedAt?: string | null;
  source?: string | null;
  language?: string;
  url?: string | null;
  /** Mentioned once each, in the body. */
  tags?: TagId[];
  /** Hold for the whole article though nothing names them. */
  inferred?: TagId[];
  keywords?: string[];
  sections?: string[];
  authors?: string[];
  quotes?: { exact: string; speaker?: TagId }[];
}

/** `person/ada-birch` → `Ada Birch` */
export function nameOf(tag: TagId): string {
  return tag
    .slice(tag.indexOf('/') + 1)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** An authority entry with the name that its slug spells. */
export function sampleEntry(id: TagId, changes: Partial<AuthorityEntry> = {}): AuthorityEntry {
  const [type, slug = ''] = id.split('/');
  return authorityEntry({ type: TagType.parse(type), slug, name: nameOf(id) }, changes);
}

/** An article ready for the archive: names and quotes are appended to the body, so that every span is true. */
export function sampleArticle(sample: Sample = {}): ReadArticle {
  const {
    key = sample.headline ?? 'sample',
    headline = 'Harbour council votes on the new pier',
    standfirst = null,
    publishedAt = '2024-05-06T07:08:09Z',
    source = 'the-harbour-post',
    language = 'en',
    tags = [],
    inferred = [],
  } = sample;
  let text = sample.body ?? 'The council met on Monday.';
  const mentions: Mention[] = tags.map((tag) => {
    const name = nameOf(tag);
    text += ' ';
    const start = text.length;
    text += `${name} was there.`;
    const span = { start, end: start + name.length, exact: name };
    return { tag, name, field: 'body', image: null, ...span, role: null, method: 'sample', confidence: 1 };
  });
  const quotes: Quote[] = (sample.quotes ?? []).map(({ exact, speaker }) => {
    const start = text.length + 2;
    text += ` “${exact}”`;
    const span = { start, end: start + exact.length, exact };
    return {
      ...span,
      segments: [span],
      speaker: speaker ? { tag: speaker, name: nameOf(speaker), start: null, end: null, exact: null } : null,
      verb: null,
      complete: true,
      paragraph: 0,
      method: 'sample',
      confidence: 1,
    };
  });
  const discovered = [...tags, ...inferred].map((id) => sampleEntry(id, { discovered: true }));
  return {
    sourceKey: key,
    origin: { path: `${key}.txt`, line: null, format: 'text' },
    url: sample.url ?? null,
    source: source === null ? null : { slug: source, name: nameOf(`place/${source}`) },
    headline,
    standfirst,
    byline: sample.authors?.join(' and ') ?? null,
    authors: (sample.authors ?? []).map((name) => ({ name, kind: 'person', role: null, email: null })),
    dateline: null,
    credit: null,
    language,
    publishedAt,
    publication:
      publishedAt === null ? null : { text: null, timeZone: null, precision: 'second', basis: 'printed' },
    updatedAt: null,
    crawledAt: null,
    images: sample.caption === undefined ? [] : [{ url: null, caption: sample.caption, credit: null }],
    keywords: sample.keywords ?? [],
    sections: sample.sections ?? [],
    body: { text, blocks: [{ kind: 'paragraph', level: null, start: 0, end: text.length }] },
    summaryOnly: false,
    warnings: [],
    mentions,
    quotes,
    inferredTopics: inferred.map((tag) => ({ tag, name: nameOf(tag), method: 'sample', confidence: 1 })),
    discovered,
    wordCount: text.split(/\s+/).length,
    contentHash: createHash('sha256')
      .update(JSON.stringify({ ...sample, key: null, headline, publishedAt, source }))
      .digest('hex'),
  };
}
