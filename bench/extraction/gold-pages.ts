import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findFile, readBytes, readRows } from '../corpus/read-rows.ts';

/** A page and what a reader must get from it. What the set does not state is undefined and not scored. */
export interface GoldPage {
  html: string;
  /** Where the page was; a made-up address where the set has none. */
  url: string;
  body?: string | undefined;
  title?: string | undefined;
  /** Names, joined by semicolons; empty for a page without an author. */
  author?: string | undefined;
  /** A day, or an instant. */
  date?: string | undefined;
  /** Segments that must be in the body. */
  with?: string[] | undefined;
  /** Segments that must not be in the body. */
  without?: string[] | undefined;
}

const loaders: Record<string, (folder: string) => GoldPage[]> = {
  'html-scrapinghub': loadScrapinghub,
  'html-trafilatura': loadRows,
  'html-newspaper4k': loadNewspaper,
  'html-readability': loadReadability,
  'html-invented': loadRows,
};

/** Returns the pages of each set that a corpus has, by the name of the set. */
export function goldPages(corpus: string): Map<string, GoldPage[]> {
  return new Map(
    Object.entries(loaders).flatMap(([set, load]): [string, GoldPage[]][] => {
      const pages = load(join(corpus, set));
      return pages.length > 0 ? [[set, pages]] : [];
    }),
  );
}

const Row = z.object({
  id: z.string(),
  html: z.string(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  author: z.union([z.string(), z.array(z.string()).transform((names) => names.join('; '))]).nullish(),
  date: z.string().nullish(),
  /** Of newspaper4k, where the others have `date`. */
  published: z.string().nullish(),
  body: z.string().nullish(),
  with: z.array(z.string()).nullish(),
  without: z.array(z.string()).nullish(),
});

/** One page a row of `expected.jsonl`. A row whose page is missing is left out. */
function loadRows(folder: string): GoldPage[] {
  return readRows(folder, 'expected.jsonl', Row).flatMap(({ id, html: file, url, published, ...gold }) => {
    const html = readPage(folder, file);
    if (html === undefined) return [];
    return [
      {
        html,
        url: url ?? madeUpAddress(id),
        title: gold.title ?? undefined,
        author: gold.author ?? undefined,
        date: gold.date ?? published ?? undefined,
        body: gold.body ?? undefined,
        with: gold.with ?? undefined,
        without: gold.without ?? undefined,
      },
    ];
  });
}

/** Its authors are often wrong, as the set's README says, and are not scored. */
function loadNewspaper(folder: string): GoldPage[] {
  return loadRows(folder).map((page) => ({ ...page, author: undefined }));
}

const Truths = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string().nullish() }));

function loadScrapinghub(folder: string): GoldPage[] {
  const file = findFile(folder, 'ground-truth.json');
  if (file === undefined) return [];
  return Object.entries(Truths.parse(JSON.parse(readFileSync(file, 'utf8')))).flatMap(
    ([id, { articleBody, url }]) => {
      const html = readPage(folder, `html/${id}.html`);
      return html === undefined ? [] : [{ html, url: url ?? madeUpAddress(id), body: articleBody }];
    },
  );
}

const Metadata = z.object({
  title: z.string().nullish(),
  byline: z.string().nullish(),
  publishedTime: z.string().nullish(),
});

/**
 * Its titles, bylines and dates are what Readability gives, on its own test pages; the article it cuts out is no
 * independent gold and is not scored. Empty titles are those of pages without any.
 */
function loadReadability(folder: string): GoldPage[] {
  return foldersIn(folder).flatMap((name) => {
    const html = readPage(folder, `${name}/source.html`);
    const file = findFile(folder, `${name}/expected-metadata.json`);
    if (html === undefined || file === undefined) return [];
    const { title, byline, publishedTime } = Metadata.parse(JSON.parse(readFileSync(file, 'utf8')));
    return [
      {
        html,
        url: madeUpAddress(name),
        title: title ?? undefined,
        date: publishedTime ?? undefined,
        // "By Nathan Willis, March 25, 2015" stands as printed.
        author: byline?.replace(/^by\s+/i, '').split(/\n/)[0],
      },
    ];
  });
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

function readPage(folder: string, name: string): string | undefined {
  const path = findFile(folder, name);
  if (path === undefined) process.stderr.write(`${join(folder, name)}: page is missing, left out\n`);
  return path && readBytes(path).toString('utf8');
}

function madeUpAddress(id: string): string {
  return `https://pages.example/${encodeURIComponent(id)}`;
}
