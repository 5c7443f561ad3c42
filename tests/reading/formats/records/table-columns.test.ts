import { describe, expect, test } from 'vitest';
import { splitRecords } from '../../../../src/importing/split-records.ts';
import { dateOrderAmong } from '../../../../src/reading/fields/date-order-among.ts';
import { csv } from '../../../../src/reading/formats/csv/csv.ts';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf, draftsOf, readAll, settings } from '../readings.ts';

describe('columns by their usual names', () => {
  test.each([
    [
      'Portuguese',
      'título;autor;data de publicação;conteúdo;editoria;palavras-chave;subtítulo;fonte',
      'A ponte reabre;Ana Caro;05/03/2025;O conselho votou na terça-feira.;Local;ponte;Depois de seis semanas;Gazeta',
    ],
    [
      'Dutch',
      'titel;auteur;publicatiedatum;tekst;rubriek;trefwoorden;samenvatting;bron',
      'Brug weer open;Anna Bakker;05-03-2025;De raad stemde op dinsdag.;Lokaal;brug;Na zes weken;Bode',
    ],
    [
      'Polish',
      'tytuł;autor;data publikacji;treść;dział;słowa kluczowe;lead;źródło',
      'Most otwarty;Anna Kowalska;05.03.2025;Rada głosowała we wtorek.;Lokalne;most;Po sześciu tygodniach;Gazeta',
    ],
    [
      'Swedish, where the headline is a rubrik',
      'rubrik;författare;datum;brödtext;avdelning;nyckelord;ingress;källa',
      'Bron öppnar;Anna Berg;2025-03-05;Rådet röstade på tisdagen.;Lokalt;bro;Efter sex veckor;Bladet',
    ],
    [
      'Czech',
      'nadpis;autor;datum vydání;text;rubrika;klíčová slova;perex;zdroj',
      'Most otevřen;Anna Nováková;5. 3. 2025;Rada hlasovala v úterý.;Místní;most;Po šesti týdnech;Noviny',
    ],
    [
      'English with blanks and capitals',
      'Article Title;Author Name;Pub Date;Full Text;Section Name;Key Words;Sub-Headline;Publication',
      'Bridge reopens;Ann Carter;2025-03-05;The council voted on Tuesday.;Local;bridge;After six weeks;Gazette',
    ],
    [
      'German without umlauts',
      'UEBERSCHRIFT;Titel;Verfasser;Veroffentlichungsdatum;Inhalt;Ressort;Schlagworter;Kurztext;Zeitung',
      ';Die Brücke;Anna Müller;05.03.2025;Der Rat stimmte am Dienstag.;Lokales;Brücke;Nach sechs Wochen;Bote',
    ],
  ])('%s', (_, header, row) => {
    const draft = draftOf(csv, `${header}\n${row}\n`, 'a.csv');
    expect(draft).toMatchObject({ publishedAt: '2025-03-05T00:00:00Z', summaryOnly: false });
    expect(draft.headline).not.toBe('');
    expect(draft.standfirst).not.toBeNull();
    expect(draft.byline).not.toBeNull();
    expect(draft.source).not.toBeNull();
    expect(draft.sections).toHaveLength(1);
    expect(draft.keywords).toHaveLength(1);
    expect(draft.warnings.map(({ code }) => code)).not.toContain('headline-missing');
  });

  test.each([
    { headline_text: 'Bridge', text: 'The council voted.', pub_date: '2025-03-05' },
    { article_title: 'Bridge', article_body: 'The council voted.', article_date: '2025-03-05' },
    { newsTitle: 'Bridge', newsContent: 'The council voted.', newsDate: '2025-03-05' },
    { story_headline: 'Bridge', story_text: 'The council voted.', story_date: '2025-03-05' },
    { Title: 'Bridge', document: 'The council voted.', published_utc: '2025-03-05' },
  ])('of data sets: %j', (record) => {
    expect(draftOf(json, JSON.stringify(record))).toMatchObject({
      headline: 'Bridge',
      publishedAt: '2025-03-05T00:00:00Z',
      body: { text: 'The council voted.' },
    });
  });

  test('of two columns with one name, the first that says something counts', () => {
    const drafts = draftsOf(csv, 'title,title,text\nOne,Two,First text.\n,Two,Second text.\n', 'a.csv');
    expect(drafts.map(({ headline }) => headline)).toEqual(['One', 'Two']);
  });

  test('people are named by their parts, and lists stand in envelopes', () => {
    const record = {
      ...{ title: 'Bridge', content: 'The council voted.', author: { first_name: 'Ann', last_name: 'Lee' } },
      tags: { nodes: [{ name: 'bridge' }, { name: 'harbor' }] },
    };
    expect(draftOf(json, JSON.stringify(record))).toMatchObject({
      byline: 'Ann Lee',
      keywords: ['bridge', 'harbor'],
    });
  });
});

describe('tables in old encodings', () => {
  const bytes = (label: string, latin1: string) => ({ label, bytes: Buffer.from(latin1, 'latin1') });
  test.each([
    // "заголовок;текст\nМост;Совет." and "タイトル,本文\n橋,市議会。"
    bytes(
      'windows-1251',
      '\xe7\xe0\xe3\xee\xeb\xee\xe2\xee\xea;\xf2\xe5\xea\xf1\xf2\n\xcc\xee\xf1\xf2;\xd1\xee\xe2\xe5\xf2.\n',
    ),
    bytes(
      'shift_jis',
      '\x83\x5e\x83\x43\x83\x67\x83\x8b,\x96\x7b\x95\xb6\n\x8b\xb4,\x8e\x73\x8b\x63\x89\xef\x81\x42\n',
    ),
    bytes('windows-1252', '\xdcberschrift;Inhalt\nBr\xfccke;Der Rat stimmte f\xfcr sie.\n'),
  ])('$label is known by the names of columns', ({ label, bytes }) => {
    const [row = ''] = new TextDecoder(label).decode(bytes).split('\n').slice(1);
    const draft = draftOf(csv, bytes, 'a.csv');
    expect([draft.headline, draft.body.text]).toEqual(row.split(/[;,]/));
  });

  test('later pieces of a large table have its encoding', async () => {
    const header = 'Überschrift;Inhalt\n';
    const row = `Brücke;${'Der Rat stimmte für sie. '.repeat(400)}\n`;
    const table = Buffer.from(header + row.repeat(60), 'latin1');
    async function* stream() {
      yield table;
    }
    const headlines = new Set<string>();
    let pieces = 0;
    for await (const piece of splitRecords('a.csv', stream(), 'csv', 'csv')) {
      if ('reason' in piece) throw new Error(piece.reason);
      pieces++;
      for (const reading of csv.read(piece, settings))
        headlines.add(reading.kind === 'draft' ? reading.draft.headline : reading.kind);
    }
    expect(pieces).toBeGreaterThan(1);
    expect([...headlines]).toEqual(['Brücke']);
  });
});

describe('dates of a table', () => {
  test.each([
    [['3/4/2024', '3/25/2024'], 'month-first'],
    [['3/4/24', '25/3/24'], 'day-first'],
    [['3/4/2024', '5/6/2024'], undefined],
    [['25/3/2024', '3/25/2024'], undefined],
    [['2024-03-25', null, undefined], undefined],
  ])('%j are %s', (dates, order) => {
    expect(dateOrderAmong(dates)).toBe(order);
  });

  test.each([
    ['13/3/2025', '2025-03-05T00:00:00Z', '5/3/2025'],
    ['3/13/2025', '2025-03-05T00:00:00Z', '3/5/2025'],
  ])('%s tells the order of the others', (clear, publishedAt, unclear) => {
    const table = `title,date,text\nA,${unclear},One came.\nB,${clear},Two came.\n`;
    expect(draftsOf(csv, table, 'a.csv')[0]?.publishedAt).toBe(publishedAt);
    const list = [unclear, clear].map((date) => ({ title: 'A', date, text: 'One came.' }));
    expect(draftsOf(json, JSON.stringify(list))[0]?.publishedAt).toBe(publishedAt);
  });
});

test('the language of a record goes before the order of others', () => {
  const table = 'title,date,text,language\nA,3/5/2025,One came.,en-US\nB,25/3/2025,Two came.,en-GB\n';
  expect(draftsOf(csv, table, 'a.csv')[0]?.publishedAt).toBe('2025-03-05T00:00:00Z');
});

describe('damaged tables', () => {
  test('a quotation mark without an end costs its line', () => {
    const table =
      'title,text,date\nA,One came.,2025-03-05\nB,"Two came,2025-03-05\nC,Three came.,2025-03-05\n';
    expect(
      readAll(csv, table, 'a.csv').map((reading) =>
        reading.kind === 'draft'
          ? reading.draft.headline
          : reading.kind === 'reject'
            ? `${reading.reject.line}: ${reading.reject.reason}`
            : '',
      ),
    ).toEqual(['A', '3: invalid CSV: Quote Not Closed: the parsing is finished with an opening quote', 'C']);
  });

  test('lines that databases write as signs are lines', () => {
    const draft = draftOf(csv, 'title\ttext\nA\tOne came.\\n\\nTwo left.\\r\\n\\r\\nThree slept.\n', 'a.tsv');
    expect(draft.body.text).toBe('One came.\n\nTwo left.\n\nThree slept.');
  });

  test('shortcodes of a table of WordPress are no text', () => {
    const table = 'post_title,post_content\nA,"One came.\n\n[gallery ids=""1,2""]\n\nTwo left."\n';
    expect(draftOf(csv, table, 'a.csv').body.text).toBe('One came.\n\nTwo left.');
  });
});
