import type { Draft } from '../../src/model/draft.ts';
import { readDocument } from '../../src/reading/read-document.ts';
import type { Measure, Row } from './row.ts';
import { oneLine, type TextDocument, textDocuments } from './text-documents.ts';

/** The fields that a reader found in a document. */
interface ReadFields {
  headline: string;
  standfirst: string | null;
  names: string[];
  dateline: string | null;
  published: string | null;
  captions: string[];
  paragraphs: string[];
}

const goal = 0.95;
const fields = [
  'headline',
  'standfirst',
  'names',
  'dateline',
  'published',
  'captions',
  'paragraphs',
] as const;
type MeasuredField = (typeof fields)[number];

/**
 * The share of the documents in which a field is exactly right, and for the body the mean F1 of its paragraphs:
 * gold articles are printed as text and read back. A document that gives no article or several is wrong in all.
 */
export const measureText: Measure = async (corpus) => {
  const sums = new Map<
    string,
    { set: string; field: MeasuredField; ours: number; peer: number; count: number }
  >();
  for (const document of textDocuments(corpus)) {
    const ours = readByUs(document);
    const peer = readByFirstLine(document);
    for (const field of fields) {
      if (document[field] === undefined) continue;
      const key = `${document.set} ${field}`;
      const sum = sums.get(key) ?? { set: document.set, field, ours: 0, peer: 0, count: 0 };
      sum.ours += ours ? rightness(field, document, ours) : 0;
      sum.peer += rightness(field, document, peer);
      sum.count++;
      sums.set(key, sum);
    }
  }
  return [...sums.values()].map(
    ({ set, field, ours, peer, count }): Row => ({
      set,
      measure: field === 'paragraphs' ? 'text: paragraphs F1' : `text: ${field} right`,
      value: ours / count,
      goal,
      count,
      peer: { name: 'first line', value: peer / count },
    }),
  );
};

/** Returns the fields that our text reader finds; undefined unless it finds exactly one article. */
function readByUs({ text, timeZone }: TextDocument): ReadFields | undefined {
  const settings = { source: null, timeZone, language: 'en', map: {} };
  const readings = [...readDocument({ path: 'a.txt', bytes: Buffer.from(text) }, settings)];
  const reading = readings[0];
  return readings.length === 1 && reading?.kind === 'draft' ? fieldsOf(reading.draft) : undefined;
}

function fieldsOf({ headline, standfirst, authors, dateline, publishedAt, images, body }: Draft): ReadFields {
  return {
    headline,
    standfirst,
    names: authors.map(({ name }) => name),
    dateline: dateline?.text ?? null,
    published: publishedAt,
    captions: images.map(({ caption }) => caption ?? ''),
    paragraphs: body.blocks.map(({ start, end }) => body.text.slice(start, end)),
  };
}

/** Reads as most scripts do: the first line is the headline, a line with "By" the byline, the rest the body. */
function readByFirstLine({ text }: TextDocument): ReadFields {
  const [headline = '', ...rest] = text.split(/\n\s*\n|\n(?= )/).map(oneLine);
  const byline = rest.find((line) => line.startsWith('By '));
  const date = rest.find((line) => !Number.isNaN(Date.parse(line)));
  return {
    headline,
    standfirst: null,
    names: byline?.slice(3).split(/, | and /) ?? [],
    dateline: /^[A-Z][^-]+(?= - )/.exec(rest.find((line) => / - /.test(line)) ?? '')?.[0] ?? null,
    published: date === undefined ? null : `${new Date(date).toISOString().slice(0, 19)}Z`,
    captions: [],
    paragraphs: rest.filter((line) => line !== byline && line !== date),
  };
}

/** 1 for a field that is right, 0 for a wrong one; of paragraphs, the F1. */
function rightness(field: MeasuredField, gold: TextDocument, read: ReadFields): number {
  if (field === 'paragraphs') return paragraphF1(gold.paragraphs.map(unmarked), withDateline(gold, read));
  if (field === 'captions') return same(gold.captions?.join('|'), read.captions.join('|'));
  if (field === 'names') return same(gold.names?.join('|'), read.names.join('|'));
  if (field === 'published') return read.published?.startsWith(gold.published) ? 1 : 0;
  return same(gold[field], read[field]);
}

function same(gold: string | undefined, read: string | null): number {
  const plain = (text: string) =>
    oneLine(text)
      .toLowerCase()
      .replace(/[.\s]+$/, '');
  return read !== null && gold !== undefined && plain(gold) === plain(read) ? 1 : 0;
}

/** The paragraphs as the page sets have them: the dateline is part of the first. */
function withDateline(gold: TextDocument, { dateline, paragraphs }: ReadFields): string[] {
  const [first = '', ...rest] = paragraphs;
  const whole = unmarked(gold.paragraphs[0] ?? '');
  const isCut =
    dateline !== null &&
    whole.startsWith(dateline) &&
    whole.endsWith(first) &&
    whole.length - first.length - dateline.length < 6;
  return isCut ? [whole, ...rest] : paragraphs;
}

/** A list item's bullet is layout, and what no reader sees is no text. */
function unmarked(paragraph: string): string {
  return oneLine(paragraph.replace(/[\u200b\u00ad\ufeff]/g, '')).replace(/^[-*•]\s+(?=\S)/, '');
}

function paragraphF1(gold: string[], read: string[]): number {
  const left = new Map<string, number>();
  for (const paragraph of gold) left.set(oneLine(paragraph), (left.get(oneLine(paragraph)) ?? 0) + 1);
  let right = 0;
  for (const paragraph of read) {
    const count = left.get(oneLine(paragraph)) ?? 0;
    if (count === 0) continue;
    left.set(oneLine(paragraph), count - 1);
    right++;
  }
  return (2 * right) / (gold.length + read.length || 1);
}
