import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchExpression } from '../../src/model/query.ts';
import { parseSearch, searchLimits } from '../../src/model/search-syntax.ts';

/** A search in a form that reads aloud: `(harbour AND NOT pier) OR "old quay"`. */
function written(expression: SearchExpression): string {
  switch (expression.kind) {
    case 'words': {
      const text =
        expression.words.length > 1 ? `"${expression.words.join(' ')}"` : expression.words.join('');
      return `${expression.field ? `${expression.field}:` : ''}${text}${expression.match === 'prefix' ? '*' : ''}`;
    }
    case 'not':
      return `NOT ${written(expression.of)}`;
    case 'and':
    case 'or':
      return `(${expression.of.map(written).join(expression.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function read(text: string): string {
  const parsed = parseSearch(text);
  return 'error' in parsed
    ? `${parsed.error.start}–${parsed.error.end} ${parsed.error.message}`
    : written(parsed.expression);
}

describe('the syntax of searches', () => {
  it.each([
    ['harbour pier', '(harbour AND pier)'],
    ['harbour -pier', '(harbour AND NOT pier)'],
    ['harbour AND NOT pier', '(harbour AND NOT pier)'],
    ['"old quay" OR harbour pier', '("old quay" OR (harbour AND pier))'],
    ['(a1 OR b2) c3', '((a1 OR b2) AND c3)'],
    ['“old quay”', '"old quay"'],
    ['harb*', 'harb*'],
    ['headline:harb* caption:"old quay"', '(headline:harb* AND caption:"old quay")'],
    ['body:(quay OR pier)', '(body:quay OR body:pier)'],
    ['co-chair AT&T 10:30', '(co-chair AND AT&T AND 10:30)'],
    ['rock & roll', '(rock AND roll)'],
    ['https://example.org/quay', 'https://example.org/quay'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ...['""', '“”', '„”', '„“', '„"', '””', '"”', '«»', '»«', '»»', '‹›', '›‹', '‚‘', '‘’', '’’', '‚’'],
    ...['「」', '『』', '《》', '〈〉', '｢｣', '〝〟', '〝〞', '＂＂', '‟”'],
  ])('reads a phrase in %s', (marks) => {
    const [open, close] = marks;
    expect(read(`${open}old quay${close}`)).toBe('"old quay"');
    expect(read(`harbour ${open}old quay${close} pier`)).toBe('(harbour AND "old quay" AND pier)');
    expect(read(`harbour -${open}old quay${close}`)).toBe('(harbour AND NOT "old quay")');
    expect(read(`headline:${open}old quay${close}`)).toBe('headline:"old quay"');
    expect(read(`(${open}old quay${close} OR pier)`)).toBe('("old quay" OR pier)');
    expect(read(`${open}old qu${close}*`)).toBe('"old qu"*');
  });

  it.each([
    ['don’t won’t', '(don’t AND won’t)'],
    ['‘the dog’s old quay’ pier', '("the dog’s old quay" AND pier)'],
    ['’90s quay', '(’90s AND quay)'],
    ['‘90s quay', '(‘90s AND quay)'],
    ['dogs’ quay', '(dogs’ AND quay)'],
    ['5” nail', '(5” AND nail)'],
    ['Home » News', '(Home AND News)'],
    ['צה"ל אמר', '(צה"ל AND אמר)'],
    ['東京「知事 選」', '(東京 AND "知事 選")'],
  ])('reads the apostrophes and other marks of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['headline: quay', 'headline:quay'],
    ['headline:  "old quay"', 'headline:"old quay"'],
    ['Headline:quay', 'headline:quay'],
    ['HEADLINE: quay pier', '(headline:quay AND pier)'],
    ['headline : quay', 'headline:quay'],
    ['Body:(quay OR pier)', '(body:quay OR body:pier)'],
    ['headline：quay', 'headline:quay'],
    ['harbour -headline: quay', '(harbour AND NOT headline:quay)'],
    ['update: quay', '(update: AND quay)'],
    ['headline quay', '(headline AND quay)'],
    ['the headline:', '(the AND headline:)'],
  ])('reads the field of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ...['quay –pier', 'quay −pier', 'quay ‐pier', 'quay ‑pier', 'quay ‒pier', 'quay －pier', 'quay ﹣pier'],
  ])('reads a dash before a word as minus: %s', (text) => {
    expect(read(text)).toBe('(quay AND NOT pier)');
    expect(read(text.replace('pier', '"old pier"'))).toBe('(quay AND NOT "old pier")');
    expect(read(text.replace('pier', '(pier OR dock)'))).toBe('(quay AND NOT (pier OR dock))');
  });

  it.each([
    ['quay – pier', '(quay AND pier)'],
    ['quay–pier', 'quay–pier'],
    ['quay –so they say– pier', '(quay AND –so AND they AND say– AND pier)'],
    ['2020 –2024', '(2020 AND –2024)'],
    ['quay —pier', '(quay AND —pier)'],
    ['quay –– pier', '(quay AND pier)'],
  ])('reads no minus where a dash is one of prose: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['harbour (pier', '8–9 This parenthesis is not closed.'],
    ['pier)', '4–5 This parenthesis was not opened.'],
    ['the "old quay', '4–13 This quotation mark is not closed.'],
    ['pier OR', '7–7 Search words are missing here.'],
    ['h* pier', '0–2 A prefix needs at least two letters before the *.'],
    ['-pier', '0–5 A search needs at least one word that is not excluded.'],
    ['quay OR -pier', '0–13 A search needs at least one word that is not excluded.'],
    [' -- ', '0–4 The search contains no words.'],
  ])('says what is wrong with %s, and where', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('names the fields there are for one there is not', () => {
    expect(read('title:quay')).toContain('headline, standfirst, body, caption');
  });

  it('has limits on length, words and nesting', () => {
    expect(read('a1 '.repeat(searchLimits.words))).not.toContain('is limited to');
    expect(read('a1 '.repeat(searchLimits.words + 1))).toContain('A search is limited to 32 words');
    expect(read('x'.repeat(100_000))).toContain('1000 characters');
    expect(read(`${'('.repeat(500)}x`)).toContain('limited to 16 levels');
  });

  it('never throws, and points inside the text', () => {
    const typed = fc.array(
      fc.oneof(fc.constantFrom('(', ')', '"', '-', ' ', 'OR', 'body:', '*', '“', '\0', 'quay'), fc.string()),
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('');
        const parsed = parseSearch(text);
        if (!('error' in parsed)) return;
        expect(parsed.error.start).toBeGreaterThanOrEqual(0);
        expect(parsed.error.end).toBeGreaterThanOrEqual(parsed.error.start);
        expect(parsed.error.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
