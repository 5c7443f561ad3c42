import { z } from 'zod';
import { readRows } from '../corpus/read-rows.ts';

/** The parts of a real document that an invented archive is grown from. */
export interface RealText {
  headline: string;
  standfirst: string | null;
  paragraphs: string[];
}

const files = [
  'public-domain-news/digitalgov.jsonl',
  'public-domain-news/18f.jsonl',
  'reuters-21578/articles.jsonl',
];

const Row = z.object({ headline: z.string(), standfirst: z.string().nullish(), body: z.string() });

/** Wire copy breaks its lines at 64 columns and indents paragraphs; other texts separate them by a blank line. */
function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n|\n {3,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length >= 60 && paragraph.length <= 1_200);
}

/** Returns a headline in sentence case if it is all capitals, as on the wire. */
function calm(headline: string): string {
  const plain = headline.replace(/\s*<[^>]*>/g, '');
  if (plain !== plain.toUpperCase()) return plain;
  return plain.charAt(0) + plain.slice(1).toLowerCase();
}

/**
 * Returns the documents of a corpus that have paragraphs, always in the same order. They are read when the bench
 * runs and nothing of them enters the repository: Reuters-21578, Distribution 1.0, is for research only. Throws an
 * Error if the corpus has none.
 */
export function readRealTexts(corpus: string): RealText[] {
  const texts = files.flatMap((file) =>
    readRows(corpus, file, Row).flatMap(({ headline, standfirst, body }): RealText[] => {
      const paragraphs = paragraphsOf(body);
      if (paragraphs.length === 0 || headline.trim() === '') return [];
      return [{ headline: calm(headline), standfirst: standfirst ?? null, paragraphs }];
    }),
  );
  if (texts.length === 0) throw new Error(`no articles in ${corpus}: expected one of ${files.join(', ')}`);
  return texts;
}
