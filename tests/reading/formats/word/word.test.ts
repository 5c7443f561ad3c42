import { expect, test } from 'vitest';
import type { Draft } from '../../../../src/model/draft.ts';
import { zipOf } from '../../../importing/zip-of.ts';
import { openedReadings } from '../opened.ts';
import { blocksOf } from '../readings.ts';

const story =
  'The council of Harwick voted on Tuesday to reopen the old harbor bridge, closed for six weeks.';

interface Parts {
  body: string;
  properties?: string;
  /** Names of parts that are left out. */
  without?: string[];
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const styles = ['Title', 'Subtitle', 'heading 1', 'heading 2'].map(
  (name) =>
    `<w:style w:type="paragraph" w:styleId="${name.replace(/ /g, '')}"><w:name w:val="${name}"/></w:style>`,
);

/** A Word document of these parts. */
function docx({ body, properties = '', without = [] }: Parts): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}>${styles.join('')}</w:styles>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c">${properties}<dcterms:created>2024-11-20T08:00:00Z</dcterms:created></cp:coreProperties>`,
  };
  const kept = Object.entries(parts).filter(([name]) => !without.includes(name));
  return zipOf(Object.fromEntries(kept.map(([name, text]) => [name, Buffer.from(text)])));
}

async function draftOf(parts: Parts): Promise<Draft> {
  const { drafts, reasons } = await openedReadings(docx(parts), 'bridge.docx');
  const [draft] = drafts;
  if (!draft) throw new Error(reasons.join());
  return draft;
}

test('the title is the headline, and the lines below it are read', async () => {
  const body = [
    paragraph('Harbor bridge reopens', 'Title'),
    paragraph('Shops on the east side are relieved', 'Subtitle'),
    paragraph('By Ann Lee'),
    paragraph('26 November 2024'),
    paragraph(`HARWICK — ${story}`),
    paragraph('Costs', 'heading1'),
    paragraph('It cost 1.2 million.'),
  ].join('');
  const draft = await draftOf({ body });
  expect(draft).toMatchObject({
    ...{
      headline: 'Harbor bridge reopens',
      standfirst: 'Shops on the east side are relieved',
      byline: 'Ann Lee',
    },
    ...{ publishedAt: '2024-11-26T00:00:00Z', dateline: { place: 'HARWICK' }, origin: { format: 'word' } },
  });
  expect(blocksOf(draft)).toEqual([
    `paragraph: HARWICK — ${story}`,
    'heading2: Costs',
    'paragraph: It cost 1.2 million.',
  ]);
});

test('without a title style a heading or the first short line is the headline', async () => {
  const heading = await draftOf({ body: paragraph('Bridge reopens', 'heading1') + paragraph(story) });
  const line = await draftOf({ body: paragraph('Bridge reopens') + paragraph(story) });
  expect([heading.headline, line.headline]).toEqual(['Bridge reopens', 'Bridge reopens']);
  expect([heading.body.text, line.body.text]).toEqual([story, story]);
});

test('the title of the properties is the headline if the text has none and a person wrote it', async () => {
  const titled = (title: string) =>
    draftOf({ body: paragraph(story), properties: `<dc:title>${title}</dc:title>` });
  expect((await titled('Bridge &amp; pier')).headline).toBe('Bridge & pier');
  expect((await titled('Microsoft Word - bridge.doc')).warnings.map(({ code }) => code)).toContain(
    'headline-missing',
  );
});

test('the dates of the file are not those of the publication', async () => {
  expect(await draftOf({ body: paragraph('Bridge reopens') + paragraph(story) })).toMatchObject({
    publishedAt: null,
    publication: null,
  });
});

test('tables are text', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('Costs')}${cell('1.2 million')}</w:tr></w:tbl>`;
  const { body } = await draftOf({ body: paragraph('Bridge reopens') + paragraph(story) + table });
  expect(body.text).toContain('Costs');
  expect(body.text).toContain('1.2 million');
});

test('an embargo in the text reaches the gate', async () => {
  const body =
    paragraph('EMBARGOED UNTIL 0001 GMT NOV 3, 2030') + paragraph('Bridge reopens') + paragraph(story);
  expect(await draftOf({ body })).toMatchObject({
    headline: 'Bridge reopens',
    release: [{ kind: 'embargo', instant: '2030-11-03T00:01:00Z' }],
  });
});

test('a mark without a date gives way to an embargo with one', async () => {
  const lines = ['EMBARGOED', 'EMBARGOED UNTIL 0001 GMT NOV 3, 2030', 'Bridge reopens', story];
  expect((await draftOf({ body: lines.map((line) => paragraph(line)).join('') })).release).toMatchObject([
    { instant: '2030-11-03T00:01:00Z' },
  ]);
});

test.each(['DRAFT', 'FIRST DRAFT 2'])(
  'the line %j withholds the text below, and is no headline',
  async (line) => {
    const body = [line, 'Bridge reopens', story].map((text) => paragraph(text)).join('');
    expect(await draftOf({ body })).toMatchObject({
      headline: 'Bridge reopens',
      release: [{ kind: 'unpublished' }],
    });
  },
);

test('a damaged document is refused', async () => {
  const whole = docx({ body: paragraph(story) });
  const { reasons } = await openedReadings(
    Buffer.concat([whole.subarray(0, 60), Buffer.alloc(40), whole.subarray(100)]),
  );
  expect(reasons[0]).toMatch(/^a Word document that cannot be opened: /);
});

test('a document that unpacks to more than 32 MiB is refused before it is converted', async () => {
  const { reasons } = await openedReadings(docx({ body: paragraph('a'.repeat(33 * 2 ** 20)) }));
  expect(reasons).toEqual(['a Word document that cannot be opened: unpacks to more than 32 MiB']);
});

test('a document without definitions of styles has the usual ones', async () => {
  const body = `${paragraph('Harbor bridge reopens', 'Title')}${paragraph('By Ann Lee')}${paragraph(story)}${paragraph('What comes next', 'Heading1')}${paragraph(story)}`;
  const draft = await draftOf({ body, without: ['word/styles.xml', 'word/_rels/document.xml.rels'] });
  expect(draft).toMatchObject({ headline: 'Harbor bridge reopens', authors: [{ name: 'Ann Lee' }] });
  expect(blocksOf(draft)[1]).toMatch(/^heading\d: What comes next$/);
});
