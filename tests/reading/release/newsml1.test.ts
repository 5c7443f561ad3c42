import { expect, test } from 'vitest';
import { decisionsOf } from './decisions.ts';

const item = (management: string, lines = '') => `<NewsML><NewsItem>
  <NewsManagement><FirstCreated>20260501T080000Z</FirstCreated><Status FormalName="Usable"/>${management}</NewsManagement>
  <NewsComponent><NewsLines><HeadLine>Bridge reopens</HeadLine>${lines}</NewsLines>
    <ContentItem><DataContent><p>The council reopened the old harbor bridge on Tuesday.</p></DataContent></ContentItem>
  </NewsComponent></NewsItem></NewsML>`;
const line = (text: string) =>
  `<NewsLine><NewsLineType FormalName="EmbargoLine"/><NewsLineText>${text}</NewsLineText></NewsLine>`;

test.each([
  ['EMBARGOED UNTIL 0001 GMT NOV 3, 2030', 'hold until 2030-11-03T00:01:00Z'],
  ['0001 GMT, November 3, 2030', 'hold until 2030-11-03T00:01:00Z'],
  ['Embargoed until 0001 GMT Nov. 3', 'hold until 2026-11-03T00:01:00Z'],
  ['Embargo lifted', 'publish'],
])('the embargo line %j: %s', (text, decision) =>
  expect(decisionsOf(item('', line(text)), 'newsml1')).toEqual([decision]),
);

test('an embargo line without a date is rejected', () => {
  expect(decisionsOf(item('', line('Not before the vote')), 'newsml1')[0]).toMatch(/^reject: EmbargoLine/);
});

test.each([
  ['<Instruction FormalName="Kill"/>', /^withdraw /],
  ['<Instruction FormalName="Delete"/>', /^withdraw /],
  ['<Instruction FormalName="Withhold"/>', /^reject: Instruction is "Withhold"/],
  [
    '<Instruction FormalName="Delete"><RevisionStatus><Status FormalName="Canceled"/></RevisionStatus></Instruction>',
    /^publish$/,
  ],
  ['<Instruction FormalName="Rectify"/>', /^publish$/],
])('%s', (instruction, decision) => {
  expect(decisionsOf(item(instruction), 'newsml1')[0]).toMatch(decision);
});
