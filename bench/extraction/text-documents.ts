import { z } from 'zod';
import { readRows } from '../corpus/read-rows.ts';

/** A gold article as its wire or page would print it, and the fields that a reader must find. */
export interface TextDocument {
  set: string;
  id: string;
  text: string;
  timeZone: string | null;
  headline: string;
  standfirst?: string;
  /** The names, as printed. */
  names?: string[];
  dateline?: string;
  captions?: string[];
  /** An instant, or a day. */
  published: string;
  paragraphs: string[];
}

const Row = z.object({
  id: z.string(),
  headline: z.string().nullish(),
  published: z.string().nullish(),
  byline: z.union([z.string(), z.array(z.string())]).nullish(),
  standfirst: z.string().nullish(),
  dateline: z.string().nullish(),
  slug: z.string().nullish(),
  type: z.string().nullish(),
  text: z.string().nullish(),
  body: z.string().nullish(),
});
type Row = z.infer<typeof Row>;

const sources: { set: string; file: string; print(row: Row, index: number): TextDocument | undefined }[] = [
  { set: 'reuters-21578', file: 'articles.jsonl', print: printWire },
  { set: 'gum-persons', file: 'gum-news.jsonl', print: printPlain },
  { set: 'polnear-quotes', file: 'quotes.jsonl', print: printPage },
  { set: 'public-domain-news', file: 'digitalgov.jsonl', print: printPage },
];

/** The documents of the sets below a corpus folder that carry the fields; an absent set gives none. */
export function textDocuments(corpus: string): TextDocument[] {
  return sources.flatMap(({ set, file, print }) =>
    readRows(corpus, `${set}/${file}`, Row)
      .map(print)
      .filter((document) => document !== undefined)
      .map((document) => ({ ...document, set })),
  );
}

/** As the wire ran: slug, time, headline, indented byline, dateline and paragraphs at 64 columns. */
function printWire(row: Row): TextDocument | undefined {
  const { id, headline, published, byline, dateline, slug, body } = row;
  if (row.type !== 'NORM' || !headline || !published || !dateline || !body || typeof byline === 'object')
    return undefined;
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(.*)$/.exec(published) ?? [];
  const stamp = `${day}-${months[Number(month) - 1]?.slice(0, 3).toUpperCase()}-${year} ${time}.00`;
  const head = [slug ?? '', stamp, headline, byline ? `    ${byline}` : ''].filter((line) => line !== '');
  return {
    set: '',
    id,
    text: `${head.join('\n')}\n    ${dateline} ${body}\n`,
    timeZone: 'UTC',
    headline,
    ...(byline && { names: namesOf(byline) }),
    dateline: dateline.replace(/\s*-+$/, ''),
    published: `${published}Z`,
    paragraphs: body
      .split(/\n {2,}/)
      .map(oneLine)
      .filter(Boolean),
  };
}

/** As the row has it: headline, date line and paragraphs between blank lines. */
function printPlain({ id, headline, published, text }: Row): TextDocument | undefined {
  if (!headline || !published || !text) return undefined;
  const [, , ...rest] = text.split(/\n\s*\n/).map(oneLine);
  // Wikinews credits its pictures so.
  const isCaption = (line: string) => / (?:Image|Video|Photo|Screenshot): [^:]{2,60}\.?$/.test(line);
  const captions = rest
    .filter(isCaption)
    .map((line) => line.replace(/ (?:Image|Video|Photo|Screenshot): .*$/, ''));
  const paragraphs = rest.filter((line) => !isCaption(line));
  return { set: '', id, text, timeZone: 'UTC', headline, published, captions, paragraphs };
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The forms in which pages print their dates, taken in turn. */
const dateForms: ((date: Date) => string)[] = [
  (date) =>
    `Published : ${month(date).slice(0, 3)}. ${date.getUTCDate()}, ${date.getUTCFullYear()} - ${clock(date)}`,
  (date) => `${month(date)} ${date.getUTCDate()}, ${date.getUTCFullYear()} ${clock(date)} UTC`,
  (date) => `Published ${date.toISOString()}`,
  (date) => `${date.getUTCDate()} ${month(date)} ${date.getUTCFullYear()}, ${clock(date)} GMT`,
  (date) => `Posted on ${date.toUTCString()}`,
];

/** As a page is saved: headline, standfirst, byline, date and paragraphs, each between blank lines. */
function printPage(row: Row, index: number): TextDocument | undefined {
  const { id, headline, published, standfirst, text, body } = row;
  const at = published ? new Date(published) : undefined;
  if (!headline || !at || Number.isNaN(at.getTime())) return undefined;
  // The set makes the headline the text's first sentence.
  const paragraphs = body?.split(/\n+/) ?? text?.split(/\n\s*\n/).slice(1) ?? [];
  const names = (Array.isArray(row.byline) ? row.byline : namesOf(row.byline ?? '')).filter(
    (name) => name !== '',
  );
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  const printed = dateForms[index % dateForms.length]?.(minute) ?? '';
  const byline = names.length > 0 ? `By ${list(names)}` : '';
  const kept = paragraphs.map(oneLine).filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
  if (kept.length === 0) return undefined;
  return {
    set: '',
    id,
    text: `${[headline, standfirst, byline, printed, ...kept].filter(Boolean).join('\n\n')}\n`,
    timeZone: 'UTC',
    headline: oneLine(headline),
    ...(standfirst && { standfirst: oneLine(standfirst) }),
    ...(names.length > 0 && { names }),
    published: `${minute.toISOString().slice(0, 19)}Z`,
    paragraphs: kept,
  };
}

/** The sets write bylines in each outlet's way; handles and addresses are no names. */
function namesOf(byline: string): string[] {
  return byline
    .replace(/^\s*By\s+/i, '')
    .replace(/\.\s*Email:.*$/i, '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/i)
    .filter((name) => name !== '' && !/^@/.test(name));
}

function list(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function month(date: Date): string {
  return months[date.getUTCMonth()] ?? '';
}

function clock(date: Date): string {
  return date.toISOString().slice(11, 16);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
