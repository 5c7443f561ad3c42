import type { Article } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import type { Quote } from '../../model/quote.ts';
import type { QuoteEntry } from '../../model/quote-entry.ts';

const text =
  'SEOUL (Yonhap) — The European Union’s top diplomat, Josep Borrell, met his counterpart on Sunday.\n\n“The security of Europe and of Asia are linked,” Borrell said.';
const [opening = '', closing = ''] = text.split('\n\n');

const mention = (name: string, after: number): Mention => {
  const start = text.indexOf(name, after);
  return {
    tag: 'person/josep-borrell',
    name: 'Josep Borrell',
    field: 'body',
    image: null,
    start,
    end: start + name.length,
    exact: name,
    role: null,
    method: 'authority',
    confidence: 1,
  };
};

const words = 'The security of Europe and of Asia are linked,';
const span = { start: text.indexOf(words), end: text.indexOf(words) + words.length, exact: words };
const quote: Quote = {
  ...span,
  segments: [span],
  speaker: {
    tag: 'person/josep-borrell',
    name: 'Josep Borrell',
    start: text.lastIndexOf('Borrell'),
    end: text.lastIndexOf('Borrell') + 'Borrell'.length,
    exact: 'Borrell',
  },
  verb: 'said',
  complete: true,
  paragraph: 1,
  method: 'speech-verb',
  confidence: 1,
};

/** Article for the format examples in the OpenAPI document. */
export const sampleArticle: Article = {
  id: 'a7q2k0x9m4v1c8t3',
  slug: 'eu-borrell-vows-to-advance-security',
  url: 'https://news.example.org/2024/11/borrell',
  headline: "EU's Borrell vows to advance security",
  standfirst: null,
  byline: 'Yonhap',
  authors: [{ name: 'Yonhap', kind: 'agency', role: null, email: null }],
  dateline: { text: 'SEOUL (Yonhap)', place: 'SEOUL', date: null, agency: 'Yonhap' },
  credit: 'Yonhap',
  source: { slug: 'the-korea-herald', name: 'The Korea Herald' },
  language: 'en',
  publishedAt: '2024-11-03T11:59:00Z',
  publication: {
    text: 'Nov. 3, 2024 - 20:59',
    timeZone: 'Asia/Seoul',
    precision: 'minute',
    basis: 'printed',
  },
  updatedAt: null,
  crawledAt: null,
  images: [],
  keywords: ['Diplomacy', 'World'],
  sections: ['World'],
  wordCount: 25,
  summaryOnly: false,
  tags: [
    {
      id: 'person/josep-borrell',
      type: 'person',
      slug: 'josep-borrell',
      name: 'Josep Borrell',
      role: 'top diplomat',
      count: 2,
      firstMention: 0,
    },
  ],
  quoteCount: 1,
  warnings: [],
  contentHash: '3e34dd70c1f0a5b2d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6',
  revision: 1,
  storedAt: '2024-11-03T12:00:00Z',
  body: {
    text,
    blocks: [
      { kind: 'paragraph', level: null, start: 0, end: opening.length },
      { kind: 'paragraph', level: null, start: text.length - closing.length, end: text.length },
    ],
  },
  mentions: [mention('Josep Borrell', 0), mention('Borrell', opening.length)],
  quotes: [quote],
};

export const sampleQuote: QuoteEntry = {
  ...quote,
  id: `${sampleArticle.id}-1`,
  article: {
    id: sampleArticle.id,
    slug: sampleArticle.slug,
    headline: sampleArticle.headline,
    publishedAt: sampleArticle.publishedAt,
    source: sampleArticle.source,
  },
};
