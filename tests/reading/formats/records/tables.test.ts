import { describe, expect, test } from 'vitest';
import { serialDate } from '../../../../src/reading/fields/serial-date.ts';
import { csv } from '../../../../src/reading/formats/csv/csv.ts';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf, draftsOf, readAll, reasonsOf, settings } from '../readings.ts';

const german = { ...settings, language: 'de', timeZone: 'Europe/Berlin' };

describe('tables', () => {
  test.each([
    ['semicolons', 'sep=;\nTitel;Datum;Autor;Text\nHafen, neu;27.11.2024;Änne Müller;Der Hafen wächst.\n'],
    [
      'tabs',
      'sep=\t\r\nTitel\tDatum\tAutor\tText\r\nHafen, neu\t27.11.2024\tÄnne Müller\tDer Hafen wächst.\r\n',
    ],
    [
      'a mark before it',
      '\ufeff"sep=;"\nTitel;Datum;Autor;Text\nHafen, neu;27.11.2024;Änne Müller;Der Hafen wächst.',
    ],
    ['no hint', 'Titel|Datum|Autor|Text\nHafen, neu|27.11.2024|Änne Müller|Der Hafen wächst.'],
    ['carets', 'Titel^Datum^Autor^Text\nHafen, neu^27.11.2024^Änne Müller^Der Hafen wächst.'],
  ])('the line that tells Excel the delimiter is no header: %s', (_, text) => {
    expect(draftOf(csv, text, 'a.csv', german)).toMatchObject({
      headline: 'Hafen, neu',
      byline: 'Änne Müller',
      publishedAt: '2024-11-26T23:00:00Z',
      warnings: [],
    });
  });

  test('a later piece of a table has the hint and the header of the first', () => {
    const document = {
      path: 'a.csv',
      bytes: Buffer.from('B;Zweiter Text.\n'),
      header: 'sep=;\nTitel;Text',
      firstLine: 900,
    };
    expect([...csv.read(document, settings)]).toMatchObject([
      { kind: 'draft', draft: { headline: 'B', origin: { line: 900 } } },
    ]);
  });

  test.each([
    ['45622.5', '2024-11-26T12:00:00'],
    ['45622,5', '2024-11-26T12:00:00'],
    ['45622', '2024-11-26'],
    ['25569', '1970-01-01'],
    ['2024', undefined],
    ['94016', undefined],
    ['123456', undefined],
  ])('the number %s of a spreadsheet is %s', (number, date) => {
    expect(serialDate(number)).toBe(date);
  });

  test('serial dates are read in the zone of the import', () => {
    const draft = draftOf(csv, 'title,date,text\nA,45622.5,One came.', 'a.csv', german);
    expect(draft.publishedAt).toBe('2024-11-26T11:00:00Z');
  });

  test.each([
    ['French', 'titre;date de publication;auteur;contenu;rubrique'],
    ['Spanish', 'título;fecha;autor;contenido;sección'],
    ['Italian', 'titolo;data;autore;testo;sezione'],
    ['Russian', 'Заголовок;Дата;Автор;Текст;Рубрика'],
    ['Korean', '제목;작성일;기자;본문;섹션'],
    ['Chinese', '标题;日期;作者;正文;栏目'],
    ['WordPress', 'post_title;post_date;author_display_name;post_content;section'],
  ])('columns are known by their names in %s', (_, header) => {
    const draft = draftOf(csv, `${header}\nA;2024-11-26 10:00;Ann Lee;One came.;Isles\n`, 'a.csv');
    expect(draft).toMatchObject({
      headline: 'A',
      byline: 'Ann Lee',
      publishedAt: '2024-11-26T10:00:00Z',
      sections: ['Isles'],
      body: { text: 'One came.' },
    });
  });

  test('a table of WordPress has dates in UTC, numbers for authors, and entries that are no posts', () => {
    const text = `ID,post_author,post_date,post_date_gmt,post_content,post_title,post_excerpt,post_status,post_type
5,2,2024-11-26 09:30:00,2024-11-26 14:30:00,One came.,A,NULL,publish,post
6,2,2024-11-26 09:30:00,0000-00-00 00:00:00,One came.,B,,publish,post
7,2,2024-11-26 09:30:00,2024-11-26 14:30:00,One came.,A,,inherit,revision
8,2,2024-11-26 09:30:00,2024-11-26 14:30:00,About us.,C,,publish,page
`;
    const readings = readAll(csv, text, 'a.csv', { ...settings, timeZone: 'America/New_York' });
    expect(readings).toMatchObject([
      { draft: { headline: 'A', byline: null, standfirst: null, publishedAt: '2024-11-26T14:30:00Z' } },
      { draft: { headline: 'B', byline: null, publishedAt: '2024-11-26T14:30:00Z' } },
      { reject: { reason: '1 revision left out; only posts are articles' } },
      { reject: { reason: '1 page left out; only posts are articles' } },
    ]);
    const [first] = readings;
    if (first?.kind !== 'draft') throw new Error('no draft');
    expect(first.draft.warnings.map(({ code }) => code)).toContain('numbers-without-names');
  });

  test('a table of Joomla has its text in two columns', () => {
    const draft = draftOf(
      csv,
      'id,title,introtext,fulltext,publish_up\n1,A,In short.,One came.,2024-11-26',
      'a.csv',
    );
    expect(draft).toMatchObject({ headline: 'A', standfirst: 'In short.', body: { text: 'One came.' } });
  });

  test('a table without columns that are known is refused once, with its columns', () => {
    expect(reasonsOf(csv, 'nr,wert,menge\n1,2,3\n4,5,6\n', 'a.csv')).toEqual([
      'no column is known as headline or text; columns: nr, wert, menge; see --map',
    ]);
    expect(reasonsOf(csv, 'title,wert\nA,2\nB,3\n', 'a.csv')).toEqual([
      'no column is known as text; columns: title, wert; see --map',
    ]);
  });

  test('a mapping to a column that the table has not is refused with the nearest', () => {
    const given = { ...settings, map: { headline: 'Titl', body: 'Text' } };
    expect([...csv.read({ path: 'a.csv', bytes: Buffer.from('Titel,Text\nA,b\n') }, given)]).toMatchObject([
      {
        reject: {
          reason:
            'no column "Titl", which --map names for headline; did you mean headline=Titel?; columns: Titel, Text',
        },
      },
    ]);
  });

  test('a mapping to a field that records have not is said', () => {
    const given = { ...settings, map: { headline: 'titel', body: 'text' } };
    const draft = draftOf(json, '[{"titl":"A","text":"One came. Two went."}]', 'a', given);
    expect(draft.warnings).toContainEqual({
      code: 'mapped-field-missing',
      message: 'No field "titel", which --map names for headline; did you mean "titl"?',
    });
  });

  test('a record without headline and text is refused with its fields', () => {
    expect(reasonsOf(json, '[{"nr":1,"wert":2}]')).toEqual([
      'neither headline nor text found: no field is known as headline or text; fields: nr, wert; see --map',
    ]);
  });

  test('a record with a summary and no text is a summary', () => {
    const [draft] = draftsOf(json, '[{"title":"A","description":"In short, one came.","content":null}]');
    expect(draft).toMatchObject({
      summaryOnly: true,
      standfirst: null,
      body: { text: 'In short, one came.' },
    });
  });
});
