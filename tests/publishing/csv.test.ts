import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/publishing/csv.ts';
import { csvRecords } from '../../src/publishing/csv-records.ts';
import { anyArticle, listIn } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

const all = { withBody: true };
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
/** What a spreadsheet takes for a formula or a control; the signs in full width too, as those of East Asia do. */
const isFormula = (cell: string) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell);

test('any article comes back with its values, but for the apostrophe before what looks like a formula', () => {
  fc.assert(
    fc.property(fc.array(anyArticle, { minLength: 1, maxLength: 4 }), (articles) => {
      const rows = rowsOf(listIn(csv, articles, all));
      expect(rows).toHaveLength(articles.length);
      for (const [index, { headline, body, publishedAt, byline }] of articles.entries()) {
        const guarded = (text: string) => (isFormula(text) ? `'${text}` : text).toWellFormed();
        const row = Object.entries(rows[index] ?? {}).map(([name, cell]) => [name, cell.toWellFormed()]);
        expect(Object.fromEntries(row)).toMatchObject({
          headline: guarded(headline),
          body: guarded(body.text),
          byline: guarded(byline ?? ''),
          publishedAt,
        });
      }
    }),
  );
});

test('no cell is a formula', () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const cells: string[][] = parse(listIn(csv, [article], all));
      expect(cells.flat().filter(isFormula)).toEqual([]);
    }),
  );
});

test('a sign in full width is guarded as the plain one is', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const [row] = rowsOf(listIn(csv, [{ ...article, byline: '\uff0d1' }], all));
  expect(row?.byline).toBe("'\uff0d1");
});

test('it has a header line, lines end in CRLF, and cells hold line breaks and quotes (RFC 4180)', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const headline = 'One "two",\nthree';
  const text = listIn(csv, [{ ...article, headline }], { withBody: false });
  expect(text).toMatch(/^id,slug,publishedAt,headline,[\w,]+\r\n/);
  expect(text).toContain(',"One ""two"",\nthree",');
  expect(text).toMatch(/\r\n$/);
});

test.each(['\n', '\r', '\r\n'])('a cell with %j and without commas is one cell', (lineBreak) => {
  expect(parse(csvRecords([[`one${lineBreak}two`, 'three']]))).toEqual([[`one${lineBreak}two`, 'three']]);
});

test('the columns stay as they are, whatever the articles hold; new ones come last', () => {
  const header =
    'id,slug,publishedAt,headline,standfirst,byline,authors,source,language,dateline,credit,people,topics,' +
    'organizations,places,keywords,wordCount,quoteCount,summaryOnly,updatedAt,revision,url,page';
  const stated = 'copyrightHolder,copyrightNotice,usageTerms,urgency,slugline,editorsNote,location';
  expect(listIn(csv, [], { withBody: false })).toBe(`${header},sections,${stated}\r\n`);
  expect(listIn(csv, [], { withBody: true })).toBe(`${header},body,sections,${stated}\r\n`);
});

test('several names stand in one cell', () => {
  const [row] = rowsOf(listIn(csv, realArticles.slice(0, 1), all));
  expect(row?.keywords).toMatch(/^[^;]+(?:; [^;]+)+$/);
});
