import { writeFile } from 'node:fs/promises';

/** What an invented document says; as NDJSON and JSON readers take it without a mapping. */
export interface InventedDocument {
  id: string;
  headline: string;
  published: string;
  body: string;
}

const subjects = ['The harbour council', 'A ferry company', 'The island school', 'Two fishing crews'];
const deeds = ['opened a new pier', 'voted on the tunnel', 'asked for more buses', 'rebuilt the lighthouse'];
const remarks = ['It took nine years.', 'Nobody was hurt.', 'Work begins in spring.', 'The vote was close.'];

/** The document with this number, always the same, unlike all others. */
export function inventedDocument(number: number): InventedDocument {
  const pick = (words: string[], salt: number) =>
    words[(number * 7 + salt * 3 + (number >> 3)) % words.length];
  const day = new Date(Date.UTC(2020, 0, 1) + number * 3_600_000).toISOString();
  const sentences = Array.from(
    { length: 6 },
    (_, index) =>
      `${pick(subjects, index)} ${pick(deeds, index + 1)} in district ${number}. ${pick(remarks, index)}`,
  );
  return {
    id: `invented-${number}`,
    headline: `${pick(subjects, 0)} ${pick(deeds, 0)}, report ${number}`,
    published: `${day.slice(0, 19)}Z`,
    body: sentences.join('\n\n'),
  };
}

/** So many invented documents as NDJSON. */
export function inventedLines(count: number, from = 0): string {
  return Array.from(
    { length: count },
    (_, index) => `${JSON.stringify(inventedDocument(from + index))}\n`,
  ).join('');
}

/** Writes so many invented documents to an NDJSON file, without holding them all. */
export async function writeInvented(path: string, count: number): Promise<void> {
  await writeFile(path, '');
  const step = 5_000;
  for (let from = 0; from < count; from += step) {
    await writeFile(path, inventedLines(Math.min(step, count - from), from), { flag: 'a' });
  }
}
