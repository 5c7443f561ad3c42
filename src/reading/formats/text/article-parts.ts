import type { Image } from '../../../model/image.ts';
import type { Byline } from '../../fields/read-byline.ts';
import type { PrintedDate } from '../../fields/read-date.ts';
import type { OpeningDateline } from '../../fields/read-dateline.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import type { DateLine } from './date-line.ts';

/** What the parts of one article say together. */
export interface ArticleParts {
  line: number;
  headline: string | null;
  standfirst: string | null;
  bylines: Byline[];
  dateline: OpeningDateline['dateline'] | null;
  published: PrintedDate | undefined;
  updated: PrintedDate | undefined;
  crawledAt: string | null;
  url: string | null;
  language: string | null;
  keywords: string[];
  /** Sections among the keywords. */
  sections: string[];
  credit: string | null;
  /** Lines about its publication. */
  release: ReleaseField[];
  images: Image[];
  /** The paragraphs of the body. */
  paragraphs: { text: string; indented: boolean }[];
}

/** Maximum number of captions of an article. */
const maxImages = 500;

/** Adds an image, unless one has its caption. */
export function takeImage(image: Image, article: ArticleParts): void {
  // More are no pictures of one article, and comparing each with all others would take the square of their number.
  if (article.images.length >= maxImages) return;
  if (!article.images.some(({ caption }) => caption === image.caption)) article.images.push({ ...image });
}

/** Sets the dates that are not known yet, and the place of a line of place and date. */
export function takeDates(dates: DateLine | undefined, article: ArticleParts): void {
  article.published ??= dates?.published;
  article.updated ??= dates?.updated;
  if (dates?.place && dates.published && article.dateline === null) {
    const date = dates.published.text;
    article.dateline = { text: `${dates.place}, ${date}`, place: dates.place, date, agency: null };
  }
}

/** Adds an address to each author, if there is one for each. */
export function takeAddresses(addresses: string[], article: ArticleParts): void {
  const authors = article.bylines.flatMap((byline) => byline.authors).filter(({ kind }) => kind === 'person');
  if (authors.length !== addresses.length) return;
  for (const [index, author] of authors.entries()) author.email ??= addresses[index] ?? null;
}

/** True if two texts have the same letters and digits, in any case. */
export function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return words(one) === words(other);
}
