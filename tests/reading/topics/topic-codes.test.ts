import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mediaTopic } from '../../../src/model/media-topics.ts';
import { createKeywordMatcher } from '../../../src/reading/topics/match-keyword.ts';
import { namesOfCodes, topicOfCode } from '../../../src/reading/topics/topic-codes.ts';

describe('the topic of a code', () => {
  it.each([
    ['medtop:20000062', 'war'],
    ['subj:04000000', 'economy, business and finance'],
    ['iptc-subject-code:15054000', 'soccer'],
    ['15054000', 'soccer'],
    ['http://cv.iptc.org/newscodes/subjectcode/15054000', 'soccer'],
    ['http://cv.iptc.org/newscodes/mediatopic/20000062', 'war'],
    // Its own Media Topic is retired, or it has none: the broader one.
    ['subj:01017001', 'theatre'],
    ['subj:15002001', 'alpine skiing'],
  ])('%s is %s', (code, name) => {
    expect(topicOfCode(code)?.name).toBe(name);
  });

  it.each(['20240131', 'subj:99000000', '15054000 Soccer', 'GCRIM', 'Soccer', ''])(
    '"%s" has none',
    (text) => {
      expect(topicOfCode(text)).toBeUndefined();
    },
  );

  it.each(['subject-codes.tsv', 'reuters-topics.tsv'])('is a present Media Topic in all of %s', (file) => {
    const [header, ...rows] = readFileSync(`seeds/vocabulary/${file}`, 'utf8').trim().split('\n');
    expect(header).toBe('code\tmediatopic\tname');
    const codes = rows.map((row) => row.split('\t')[0]);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    for (const row of rows) {
      const [code = '', topic = '', name] = row.split('\t');
      expect(code).toMatch(/^(\d{8}|[A-Z]+|[A-Z]\d+)$/);
      expect(mediaTopic(topic), row).toMatchObject({ code: topic });
      expect(mediaTopic(topic)?.retired, row).toBeUndefined();
      expect(name).toBeTruthy();
    }
  });
});

describe('keywords with codes', () => {
  it('show the names of their topics, each once', () => {
    expect(namesOfCodes([' 15054000', 'Soccer', 'subj:15054000', 'medtop:20000062', ''])).toEqual([
      'soccer',
      'Soccer',
      'war',
    ]);
  });

  it('are those of Reuters only beside one of its roots', () => {
    expect(namesOfCodes(['M11', 'C18', 'GCAT', 'GCRIM'])).toEqual([
      'stocks and securities',
      'C18',
      'GCAT',
      'crime, law and justice',
    ]);
    expect(namesOfCodes(['M11', 'Roads'])).toEqual(['M11', 'Roads']);
  });

  it('lead to the same topic as the names that replace them, so that extracting again finds it', () => {
    const match = createKeywordMatcher([]);
    const rows = ['subject-codes.tsv', 'reuters-topics.tsv'].flatMap((file) =>
      readFileSync(`seeds/vocabulary/${file}`, 'utf8').trim().split('\n').slice(1),
    );
    for (const topic of new Set(rows.map((row) => row.split('\t')[1] ?? ''))) {
      const row = mediaTopic(topic);
      expect(match(row?.name ?? '', 'en').map(({ tag }) => tag)).toEqual([`topic/${row?.slug}`]);
    }
  });
});

describe('sections that content systems use', () => {
  it.each(['World', 'Opinion', 'News', 'Top Stories', 'Uncategorized', 'Home', 'Video', 'Features'])(
    '%s leads to no topic',
    (section) => {
      expect(createKeywordMatcher([])(section, 'en')).toEqual([]);
    },
  );

  it.each([
    ['Business', 'topic/economy-business-and-finance'],
    ['Politics', 'topic/politics'],
    ['Sport', 'topic/sport'],
    ['Sports', 'topic/sport'],
    ['Tech', 'topic/technology-and-engineering'],
    ['Lifestyle', 'topic/lifestyle'],
    ['acq', 'topic/merger-or-acquisition'],
  ])('%s leads to %s', (section, topic) => {
    expect(createKeywordMatcher([])(section, 'en').map(({ tag }) => tag)).toEqual([topic]);
  });
});
