import type { Author, Image, Warning } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { slugOf } from '../../model/slug.ts';
import { dateOrderOf } from '../fields/date-order.ts';
import { detectLanguage } from '../fields/detect-language.ts';
import { readByline } from '../fields/read-byline.ts';
import { readCaption } from '../fields/read-caption.ts';
import { readCredit } from '../fields/read-credit.ts';
import { readDateline } from '../fields/read-dateline.ts';
import type { Reading, ReadingSettings } from '../reader.ts';
import { bodyOf, type Piece } from './body-of.ts';
import { draftDates } from './draft-dates.ts';
import { languageTag } from './language-tag.ts';

/** Fields of an article in a structured document, as written. Missing ones are null or empty. */
export interface ArticleFields {
  format: string;
  path: string;
  line: number | null;
  /** What identifies the article at its source; without it, the path and ordinal do. */
  key: string | null;
  /** Which article of the file it is, from 0. */
  ordinal: number;
  url: string | null;
  /** Name of the outlet, where the document says it; what the import says goes before. */
  source?: string | null;
  headline: string | null;
  standfirst: string | null;
  /** Bylines or names of authors. */
  bylines: string[];
  /** Authors whose name and address stand apart. */
  authors?: { name: string; email: string | null }[];
  published: (string | null)[];
  updated: (string | null)[];
  language: string | null;
  keywords: string[];
  images: Image[];
  pieces: Piece[];
  /** True where the source gives no more than a summary; then, and only then, the text may be empty. */
  summaryOnly: boolean;
  credit?: string | null;
  warnings?: Warning[];
}

/** The longest headline that is made of the text of an article without one. */
const madeHeadlineLength = 80;

/**
 * The draft of what a structured document says; a reject where it says neither headline nor text, or a headline
 * without any text though it is not marked as a summary.
 */
export function composeDraft(said: ArticleFields, settings: ReadingSettings): Reading {
  const { pieces, credit } = withoutCredit(said.pieces);
  const body = bodyOf(pieces);
  const warnings = [...(said.warnings ?? [])];
  const headline = said.headline?.replace(/\s+/g, ' ').trim() || madeHeadline(body.text);
  if (headline === '') return reject(said, 'neither headline nor text found');
  if (body.text === '' && !said.summaryOnly) return reject(said, 'headline without text');
  if (!said.headline?.trim()) {
    warnings.push({
      code: 'headline-missing',
      message: 'No headline; used the beginning of the text.',
    });
  }
  const language = languageTag(said.language) ?? languageTag(settings.language) ?? detectLanguage(body.text);
  const dates = draftDates(said.published, said.updated, settings.timeZone, dateOrderOf(language));
  const { byline, authors } = readAuthors(said);
  const standfirst = said.standfirst?.replace(/\s+/g, ' ').trim() || null;
  const draft: Draft = {
    sourceKey: said.key ?? said.url ?? `${said.path}#${said.ordinal}`,
    origin: { path: said.path, line: said.line, format: said.format },
    url: said.url,
    source: settings.source ?? (said.source ? { slug: slugOf(said.source), name: said.source } : null),
    headline,
    standfirst: standfirst === headline || body.text.startsWith(standfirst ?? '\0') ? null : standfirst,
    byline,
    authors,
    dateline: readDateline(pieces[0]?.text ?? '')?.dateline ?? null,
    credit: said.credit ?? credit,
    language,
    publishedAt: dates.publishedAt,
    publication: dates.publication,
    updatedAt: dates.updatedAt,
    crawledAt: null,
    images: said.images.map(withCredit),
    keywords: [
      ...new Set(said.keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== '')),
    ],
    body,
    summaryOnly: said.summaryOnly,
    warnings: [...warnings, ...dates.warnings],
  };
  return { kind: 'draft', draft };
}

/** The credit of a wire at the end of the text belongs to the article, not to its last sentence. */
function withoutCredit(pieces: Piece[]): { pieces: Piece[]; credit: string | null } {
  const last = pieces.at(-1);
  const found = last && readCredit(last.text);
  if (!found || (found.rest === '' && pieces.length === 1)) return { pieces, credit: null };
  const rest = { ...last, text: found.rest.trim() };
  return { pieces: [...pieces.slice(0, -1), rest], credit: found.credit };
}

function withCredit(image: Image): Image {
  if (image.caption === null || image.credit !== null) return image;
  const read = readCaption(image.caption);
  return read ? { ...image, caption: read.caption || null, credit: read.credit } : image;
}

function reject(said: ArticleFields, reason: string): Reading {
  return { kind: 'reject', reject: { path: said.path, line: said.line, reason } };
}

/** The first sentence, or as many whole words of it as fit. */
function madeHeadline(text: string): string {
  const sentence = /^.*?[.!?。！？](?=\s|$)|^.*/u.exec(text)?.[0].trim() ?? '';
  if (sentence.length <= madeHeadlineLength) return sentence;
  return `${sentence.slice(0, madeHeadlineLength).replace(/\s+\S*$/, '')} …`;
}

function readAuthors(said: ArticleFields): { byline: string | null; authors: Author[] } {
  const printed: string[] = [];
  const authors: Author[] = [];
  for (const line of said.bylines) {
    const read = readByline(line);
    const name = line.replace(/\s+/g, ' ').trim();
    if (name === '') continue;
    printed.push(read?.byline ?? name);
    authors.push(...(read?.authors ?? [{ name, kind: 'person' as const, role: null, email: null }]));
  }
  for (const { name, email } of said.authors ?? []) {
    const read = readByline(name);
    printed.push(read?.byline ?? name);
    const named = read?.authors ?? [{ name, kind: 'person' as const, role: null, email: null }];
    authors.push(
      ...named.map((author, index) => (index === 0 ? { ...author, email: author.email ?? email } : author)),
    );
  }
  return { byline: printed.length > 0 ? printed.join(', ') : null, authors };
}
