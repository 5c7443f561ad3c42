import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startServer } from '../../serving/contenders/dateline.ts';
import type { JudgedQuery } from '../judged-set.ts';
import { depth, type Ranker } from '../ranking.ts';
import type { SearchedText } from '../searched-texts.ts';
import { typedWords } from '../typed-words.ts';

const run = promisify(execFile);
const importer = fileURLToPath(new URL('../../import/import-once.ts', import.meta.url));

/** Address below which an article of the corpus has its URL, by which it is known again in a response. */
const base = 'https://corpus.example/';

const ImportReport = z.object({ new: z.number() });
const Results = z.object({ data: z.array(z.object({ url: z.string() })) });

/** Dateline over its HTTP API, by relevance, with an archive in a temporary folder. */
export const rankByDateline: Ranker = async (texts, queries) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-relevance-'));
  try {
    const file = join(folder, 'articles.ndjson');
    const path = join(folder, 'archive.sqlite');
    await writeFile(file, texts.map((text) => `${JSON.stringify(documentOf(text))}\n`).join(''));
    const { stdout } = await run(process.execPath, [importer, path, '500', '0', 'false', file]);
    const stored = ImportReport.parse(JSON.parse(stdout)).new;
    if (stored !== texts.length) throw new Error(`Dateline stored ${stored} of ${texts.length} articles`);
    const server = await startServer({ path }, { RATE_LIMIT: 'off', LOG_LEVEL: 'error' });
    try {
      const results = async (wording: (query: JudgedQuery) => string) => {
        const lists: string[][] = [];
        for (const query of queries) lists.push(await search(server.origin, wording(query)));
        return lists;
      };
      return [
        { system: 'Dateline', variant: 'as typed', results: await results(({ text }) => text) },
        { system: 'Dateline', variant: 'OR of words', results: await results(({ text }) => anyWord(text)) },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function search(origin: string, q: string): Promise<string[]> {
  const parameters = new URLSearchParams({ q, sort: 'relevance', limit: String(depth), fields: 'url' });
  const response = await fetch(`${origin}/v1/articles?${parameters}`);
  if (!response.ok) throw new Error(`${q}: ${response.status} ${await response.text()}`);
  const { data } = Results.parse(await response.json());
  return data.map(({ url }) => decodeURIComponent(url.slice(base.length)));
}

/** Returns the words of a query, joined with OR. A query with operators stays as it is. */
function anyWord(text: string): string {
  return typedWords(text).text === text ? text.split(' ').join(' OR ') : text;
}

function documentOf({ id, published, headline, standfirst, body, captions }: SearchedText): object {
  const url = `${base}${encodeURIComponent(id)}`;
  return {
    id,
    url,
    headline,
    standfirst,
    body,
    // Every article has a date, as the other systems take articles without one.
    published: published ?? '1970-01-01',
    images: captions.map((caption, index) => ({ url: `${url}/${index}.jpg`, caption })),
  };
}
