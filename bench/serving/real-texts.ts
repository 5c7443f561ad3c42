import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A real document, as much of it as an invented archive is grown from. */
export interface RealText {
  headline: string;
  standfirst: string | null;
  paragraphs: string[];
}

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const files = [
  'public-domain-news/digitalgov.jsonl.gz',
  'public-domain-news/18f.jsonl.gz',
  'reuters-21578/articles.jsonl.gz',
];

const Row = z.object({ headline: z.string(), standfirst: z.string().nullish(), body: z.string() });

/** Wire copy breaks its lines at 64 columns and indents paragraphs; other texts part them by a blank line. */
function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n|\n {3,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length >= 60 && paragraph.length <= 1_200);
}

/** Shouted wire headlines in sentence case. */
function calm(headline: string): string {
  const plain = headline.replace(/\s*<[^>]*>/g, '');
  if (plain !== plain.toUpperCase()) return plain;
  return plain.charAt(0) + plain.slice(1).toLowerCase();
}

/**
 * The documents of the corpora in `../shared/corpus` that have paragraphs. They are read when the bench runs
 * and nothing of them enters the repository: Reuters-21578, Distribution 1.0, is for research only. Throws
 * where the corpora are absent.
 */
export function readRealTexts(): RealText[] {
  return files.flatMap((file) =>
    gunzipSync(readFileSync(corpus + file))
      .toString('utf8')
      .trim()
      .split('\n')
      .flatMap((line): RealText[] => {
        const { headline, standfirst, body } = Row.parse(JSON.parse(line));
        const paragraphs = paragraphsOf(body);
        if (paragraphs.length === 0 || headline.trim() === '') return [];
        return [{ headline: calm(headline), standfirst: standfirst ?? null, paragraphs }];
      }),
  );
}
