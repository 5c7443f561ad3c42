import { expect, test } from 'vitest';
import { mapTags } from '../../src/importing/correct-archive.ts';
import { readMappings, readTag } from '../../src/importing/tag-mappings.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';

const topics = [sampleEntry('topic/harbour-works', { name: 'Harbour works', aliases: ['Quays'] })];
const read = (...lines: string[]) => readMappings(['keyword,action,target', ...lines].join('\r\n'), topics);

test('a line merges, renames, hides or leads a keyword, section or author', () => {
  expect(
    read(
      'OGD,merge,Open government data',
      '"Smith, Ann",rename,Ann Smith',
      'section/Top Stories,hide,',
      'author/Jane Doe,merge,Jane P. Doe',
      'person/jane-doe,HIDE',
      '',
      'TCP/IP,lead,quays',
      'Storms,lead,medtop:17000000',
      'section/Skies,lead,Weather forecast',
      'Odd,lead,topic/of-our-own',
    ),
  ).toEqual([
    { line: 2, correction: { do: 'merge-tags', tag: 'keyword/ogd', into: 'keyword/open-government-data' } },
    { line: 3, correction: { do: 'rename-tag', tag: 'keyword/smith-ann', name: 'Ann Smith' } },
    { line: 4, correction: { do: 'drop-tag', tag: 'section/top-stories' } },
    { line: 5, correction: { do: 'merge-tags', tag: 'author/jane-doe', into: 'author/jane-p-doe' } },
    { line: 6, correction: { do: 'drop-tag', tag: 'person/jane-doe' } },
    { line: 8, correction: { do: 'lead-tag', tag: 'keyword/tcp-ip', into: 'topic/harbour-works' } },
    { line: 9, correction: { do: 'lead-tag', tag: 'keyword/storms', into: 'topic/weather' } },
    { line: 10, correction: { do: 'lead-tag', tag: 'section/skies', into: 'topic/weather-forecast' } },
    { line: 11, correction: { do: 'lead-tag', tag: 'keyword/odd', into: 'topic/of-our-own' } },
  ]);
});

test.each([
  ['Tax,hid,', 'unknown action "hid": use merge, rename, hide or lead; did you mean "hide"?'],
  ['Tax,delete,', 'unknown action "delete": use merge, rename, hide or lead'],
  ['Tax', 'the action is missing: use merge, rename, hide or lead'],
  [',hide,', 'the tag is missing'],
  ['—,hide,', '"—" has no letters or digits'],
  ['Tax,merge,', 'merge requires a target: the keyword to keep'],
  ['Tax,merge,tax', 'a tag cannot be merged into itself'],
  ['Tax,merge,section/Taxes', 'tags of different types cannot be merged'],
  ['Tax,hide,Levy', 'hide takes no target: leave the third column empty'],
  ['author/Ann Lee,lead,topic/weather', 'must be a keyword or section'],
  ['Tax,lead,topic/', '"topic/" is not the id of a topic such as topic/weather'],
  [
    'Tax,lead,Harbour work',
    'no topic "Harbour work": use an id such as topic/weather, or a name or code of the IPTC Media Topics; did you mean "Harbour works"?',
  ],
])('the line %s is refused with a sentence', (line, reason) => {
  expect(read(line)).toEqual([{ line: 2, reason }]);
});

test('a table without the columns, or that is no CSV, is refused as a whole', () => {
  const header = 'the first line must name the columns: tag,action,target';
  expect(readMappings('word,does\nTax,hide\n', [])).toEqual([{ line: 1, reason: header }]);
  expect(readMappings('tag,action,target\n"Tax,hide\n', [])).toEqual([
    { line: expect.any(Number), reason: expect.stringContaining('invalid CSV') },
  ]);
});

test('a mapping applies to a keyword that comes later; one that contradicts others is reported', async () => {
  const { archive, remove } = await createArchive();
  const table = 'tag,action,target\nTax,rename,Levy\nBus,rename,Levy\nFerry,hide,\nTax,rename,Levy\n';
  expect(await mapTags(archive, table, 'ann')).toEqual({
    applied: 3,
    faults: [{ line: 3, reason: expect.stringContaining('keyword/bus cannot be') }],
  });
  await archive.writes.writeArticles([sampleArticle({ keywords: ['tax', 'bus', 'ferry'] })]);
  const { items } = await archive.reads.tags({ type: 'keyword', sort: 'name', limit: 9, count: 'none' });
  expect(items.map((item) => JSON.parse(item).name)).toEqual(['bus', 'Levy']);
  await remove();
});

test('a tag is read as type and slug, as type and printed words, or as words alone', () => {
  expect(readTag('person/jane-doe')).toEqual({ id: 'person/jane-doe' });
  expect(readTag('section/Top Stories')).toEqual({ id: 'section/top-stories' });
  expect(readTag('Open Data')).toEqual({ id: 'keyword/open-data' });
  expect(readTag('TCP/IP')).toEqual({ id: 'keyword/tcp-ip' });
  expect(readTag('persn/jane')).toBe('unknown type "persn" in "persn/jane"; did you mean "person/jane"?');
});
