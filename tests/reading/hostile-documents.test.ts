import { describe, expect, test } from 'vitest';
import { likelyLabels } from '../../src/archive/core/article-json/likely-labels.ts';
import { authorityEntry } from '../../src/model/authority.ts';
import type { Draft } from '../../src/model/draft.ts';
import { createExtractor } from '../../src/reading/extract.ts';
import { formatOf } from '../../src/reading/formats/formats.ts';
import { createLinker } from '../../src/reading/mentions/create-linker.ts';
import { tokenise } from '../../src/reading/mentions/discovery/tokenise.ts';
import type { Reading } from '../../src/reading/reader.ts';
import { readAll } from './formats/readings.ts';
import { draft } from './mentions/fixture.ts';

// Code that takes the square of the input takes hours for these, and fails by the time limit of the test.
const length = 2 ** 20;

function read(name: string, text: string): Reading[] {
  const format = formatOf('', '', name);
  if (!format) throw new Error(`no format ${name}`);
  return readAll(format, text);
}

function numbered(unit: (index: number) => string, until = length): string {
  const units: string[] = [];
  for (let index = 0, written = 0; written < until; index += 1) {
    units.push(unit(index));
    written += units.at(-1)?.length ?? 0;
  }
  return units.join('');
}

function draftOf(text: string): Draft {
  const [reading] = read('text', text);
  if (reading?.kind !== 'draft') throw new Error('not read');
  return reading.draft;
}

/** Summarises readings: number of drafts, headline of the first, length of its body, reason of the first reject. */
function outcomeOf(readings: Reading[]) {
  const drafts = readings.flatMap((reading) => (reading.kind === 'draft' ? [reading.draft] : []));
  const rejects = readings.flatMap((reading) => (reading.kind === 'reject' ? [reading.reject.reason] : []));
  return {
    drafts: drafts.length,
    headline: drafts[0]?.headline,
    characters: drafts[0]?.body.text.length,
    reason: rejects[0],
  };
}

describe('a megabyte of plain text is read', () => {
  test.each<[string, (index: number) => string]>([
    ['one letter', (index) => 'abcdefghij'.charAt(index % 10)],
    ['one or two words', (index) => `word${index} word`],
    ['a number', (index) => `${index}`],
    ['a line of a table', (index) => `Team ${index}\t3\t1`],
    ['a sentence', (index) => `It rained for ${index} hours.`],
  ])('if each line is %s', (_, line) => {
    const text = numbered((index) => `${line(index)}\n`);
    const outcome = outcomeOf(read('text', text));
    expect(outcome).toMatchObject({ drafts: 1 });
    expect(outcome.characters).toBeGreaterThan(text.length * 0.9);
  });

  test('if it is one paragraph of short lines', () => {
    const lines =
      'the pier was opened on a rainy Monday by the mayor of Seahaven and its own self-\n' +
      'employed fishers, who came from all over the country to see it again and more of\n';
    const text = lines.repeat(length / lines.length);
    const [reading] = read('text', `Pier opens\n\n${text}`);
    const body = reading?.kind === 'draft' ? reading.draft.body : undefined;
    expect(body?.blocks).toHaveLength(1);
    expect(body?.text).toHaveLength(text.replaceAll('-\n', '-').length - 1);
  });

  test('if it names sections and says nothing else', () => {
    const outcome = outcomeOf(read('text', 'World\nSports\n'.repeat(length / 13)));
    expect(outcome).toMatchObject({ drafts: 0, reason: 'headline without text' });
  });

  test('if it is many articles with full heads', () => {
    const article = 'Pier opens\n\nBy Ann Lee\n\nNov. 3, 2024\n\nIt rained.\n\nIt rained again.\n\n';
    const count = Math.floor(length / article.length);
    expect(outcomeOf(read('text', article.repeat(count)))).toMatchObject({
      drafts: count,
      headline: 'Pier opens',
    });
  });
});

describe('an article of many thousand quotes', () => {
  const said = (line: (index: number) => string) =>
    createExtractor([])(draftOf(`Pier opens\n\n${numbered(line, length / 8)}`));

  test('has the speaker of each, by name and by pronoun', () => {
    const { quotes } = said(() => '“The pier is open,” Mayor Ann Lee said. “It is not,” she said.\n\n');
    expect(quotes.length).toBeGreaterThan(3500);
    expect(new Set(quotes.map(({ speaker }) => speaker?.name))).toEqual(new Set(['Ann Lee']));
  });

  test('has the speaker of each by description', () => {
    const { quotes } = said((index) => `“It is open,” a man from house ${index} said.\n\n`);
    expect(quotes.length).toBeGreaterThan(2000);
  });
});

test('a text of a megabyte without a line break is cut into words', () => {
  const tokens = tokenise('It rained again in 1 town. '.repeat(length / 27));
  expect(tokens).toHaveLength(7 * Math.floor(length / 27));
  expect(tokens.filter(({ opens }) => opens)).toHaveLength(Math.floor(length / 27));
});

test('thousands of people with one surname are told apart', () => {
  const letter = (index: number) => String.fromCharCode(97 + (index % 26));
  const names = Array.from({ length: 20_000 }, (_, index) => {
    const [a, b, c] = [letter(index), letter(index / 26), letter(index / 676)];
    return `${a.toUpperCase()}${b}${c}${letter(index / 17_576)}n Lee`;
  });
  const body = `So said ${names.join(' and ')}.`;
  const recognise = () =>
    [...body.matchAll(/\w+ Lee\b/g)].map(({ index, 0: exact }) => ({
      ...{ start: index, end: index + exact.length, exact, confidence: 0.9 },
    }));
  const { discovered } = createLinker([], recognise)(draft({ body }));
  expect(discovered.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('a hundred thousand people of one article are labelled', () => {
  const discovered = Array.from({ length: 100_000 }, (_, index) =>
    authorityEntry({ type: 'person', slug: `ann-${index}`, name: `Ann ${index}` }, { discovered: true }),
  );
  const label = likelyLabels(new Map(), { mentions: [], inferredTopics: [], discovered });
  for (const { id, type, slug, name } of discovered) expect(label(id)).toEqual({ id, type, slug, name });
});

describe('a page whose elements nest deeply', () => {
  const paragraph =
    '<p>The pier was opened on Monday, said Ann Lee, the mayor of Seahaven, and many came.</p>';
  const page = (body: string) => `<html><body><h1>Pier opens in Seahaven</h1>${body}</body></html>`;
  const nested = (depth: number, body: string) => `${'<div>'.repeat(depth)}${body}${'</div>'.repeat(depth)}`;

  test.each([40, 90, 300, 900])('is read, %i levels deep', (depth) => {
    const outcome = outcomeOf(read('html', page(nested(depth, paragraph.repeat(5)))));
    expect(outcome).toMatchObject({
      drafts: 1,
      headline: 'Pier opens in Seahaven',
      characters: 5 * 82 + 4 * 2,
    });
  });

  test('keeps the texts of blocks apart', () => {
    const blocks = '<div>The pier was opened on Monday.</div><div>It rained all day, said Ann Lee.</div>';
    const [reading] = read('html', page(nested(300, blocks)));
    expect(reading?.kind === 'draft' && reading.draft.body.text).toMatch(/Monday\.\s+It rained/);
  });

  test('is read if links or headings are never closed', () => {
    const line = '<a name="x">The pier was opened on Monday, said Ann Lee, the mayor of Seahaven.<br><br>';
    expect(outcomeOf(read('html', page(line.repeat(1000))))).toMatchObject({ drafts: 1 });
  });

  test.each(['<p><a href=x>', '<form><p>word ', '<b>', '<ul><li>a', '<table><tr><td>a', '<blockquote>a'])(
    'is read or refused by name if it repeats %s',
    (unit) => {
      const { drafts, reason } = outcomeOf(read('html', page(unit.repeat(100_000 / unit.length))));
      if (drafts === 0)
        expect(reason).toMatch(/^(?:elements nested too deeply|neither headline|headline without text)/);
    },
  );
});

describe('a megabyte of XML is read', () => {
  const item = '<item><title>Pier opens</title><description>It rained.</description></item>';

  test('if one element declares many namespaces', () => {
    const declared = numbered((index) => `xmlns:a${index}="b" `);
    const outcome = outcomeOf(read('feed', `<rss ${declared}><channel>${item}</channel></rss>`));
    expect(outcome).toMatchObject({ drafts: 1, headline: 'Pier opens' });
  });

  test('if many children declare one more', () => {
    const declared = numbered((index) => `xmlns:a${index}="b" `);
    const children = '<a xmlns="c"/>'.repeat(length / 14);
    const outcome = outcomeOf(read('feed', `<rss ${declared}><channel>${children}${item}</channel></rss>`));
    expect(outcome).toMatchObject({ drafts: 1, headline: 'Pier opens' });
  });

  test('and a prefix means its namespace within the element that declares it only', () => {
    const dc = 'http://purl.org/dc/elements/1.1/';
    const [reading] = read(
      'feed',
      `<rss xmlns:x="a"><channel><item><title>A</title><x:creator>No</x:creator><b xmlns:x="${dc}"/>` +
        `<x:creator xmlns:x="${dc}">Ann Lee</x:creator><x:creator>No</x:creator>` +
        '<description>b</description></item></channel></rss>',
    );
    expect(reading?.kind === 'draft' && reading.draft.byline).toBe('Ann Lee');
  });
});

test('a list of keywords with a megabyte of spaces is read', () => {
  const keywords = `tides,${' '.repeat(length)}x${' '.repeat(length)},boats`;
  const record = JSON.stringify({ headline: 'Pier opens', body: 'It rained.', keywords });
  const [json] = read('json', record);
  expect(json?.kind === 'draft' && json.draft.keywords).toEqual(['tides', 'x', 'boats']);
  const [html] = read(
    'html',
    `<title>Pier</title><meta name=keywords content="${keywords}"><p>It rained.</p>`,
  );
  expect(html?.kind === 'draft' && html.draft.keywords).toEqual(['tides', 'x', 'boats']);
});

test.each([
  ['bullets within bullets', `${'- '.repeat(8)}a\n`],
  ['marks of emphasis', 'a*'],
])('Markdown with very many %s is read', (_, unit) => {
  const lines = unit.repeat(length / 4 / unit.length);
  const [reading] = read('markdown', `# Pier opens\n\nIt *rained*.\n\n${lines}`);
  expect(reading?.kind === 'draft' && reading.draft.headline).toBe('Pier opens');
  expect(reading?.kind === 'draft' && reading.draft.body.text).toMatch(/^It rained\.\n/);
});

describe('less-than signs that begin no tag', () => {
  const textOf = (body: string) => {
    const [reading] = read('html', `<html><body><h1>Pier opens</h1><p>${body}</p></body></html>`);
    return reading?.kind === 'draft' ? reading.draft.body.text : '';
  };

  test('are text', () => {
    expect(textOf('The pier is 5 < 6 metres wide, <3 and a <- b, if 1 &lt; 2.')).toBe(
      'The pier is 5 < 6 metres wide, <3 and a <- b, if 1 < 2.',
    );
  });

  test.each(['<', '< ', '<1', '<<>', '<é'])('are left out after the first thousand: %s', (unit) => {
    const text = textOf(`${unit.repeat(length / 4)} The pier was opened on Monday.`);
    expect(text).toMatch(/The pier was opened on Monday\.$/);
    expect(text.match(/</g)).toHaveLength(1000);
  });
});
