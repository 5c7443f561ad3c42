import { expect, test } from 'vitest';
import { decisionsOf } from './decisions.ts';

const text = 'HARWICK, May 1 (AP) -- The council voted on Tuesday to reopen the old harbor bridge.';
const copy = (line: string, date = 'Date: 2026-05-01T08:00:00Z') =>
  `${line}\n\nBridge reopens after six weeks\n\nBy Ann Lee\n\n${date}\n\n${text}\n`;

test.each([
  ['EMBARGOED UNTIL 0001 GMT NOV 3', 'hold until 2026-11-03T00:01:00Z'],
  ['EMBARGOED UNTIL 0001 GMT NOV 3, 2030', 'hold until 2030-11-03T00:01:00Z'],
  ['Embargo: 3 November 2030, 6 a.m. GMT', 'hold until 2030-11-03T06:00:00Z'],
  ['NOT FOR RELEASE BEFORE 1800 GMT JAN. 2', 'hold until 2027-01-02T18:00:00Z'],
  ['HOLD FOR RELEASE 6:30 A.M. EST MONDAY, NOV. 4, 2030', 'hold until 2030-11-04T11:30:00Z'],
  ['Sperrfrist: 3. November, 10.00 Uhr', 'hold until 2026-11-03T10:00:00Z'],
  ["Sous embargo jusqu'au 3 novembre 2030 à 10h00 GMT", 'hold until 2030-11-03T10:00:00Z'],
  ['Embargado hasta el 3 de noviembre de 2030', 'hold until 2030-11-03T00:00:00Z'],
  ['Eds: WITHHOLD until 6 p.m. EST Nov. 3.', 'hold until 2026-11-03T23:00:00Z'],
  ['WITHHOLD FOR RELEASE 0001 GMT NOV. 3', 'hold until 2026-11-03T00:01:00Z'],
  ["Editor's note: Embargoed until 0001 GMT Nov. 3, 2030", 'hold until 2030-11-03T00:01:00Z'],
  ['For release: November 3, 2030', 'hold until 2030-11-03T00:00:00Z'],
])('%j holds wire copy', (line, decision) => expect(decisionsOf(copy(line), 'text')).toEqual([decision]));

test.each([
  'HOLD FOR RELEASE',
  'Eds: HOLD FOR RELEASE. The agency gives the word.',
  'NOT FOR PUBLICATION',
  'EMBARGOED',
  'EMBARGOED UNTIL THE PRESS CONFERENCE',
])('%j without a time is rejected by name', (line) => {
  const [decision] = decisionsOf(copy(line), 'text');
  expect(decision).toContain(`is ${JSON.stringify(line)}`);
  expect(decision).toMatch(/^reject: /);
  expect(decisionsOf(copy(line), 'text', { includeDrafts: true })).toEqual(['draft']);
});

test.each(['NOT FOR PUBLICATION', 'DO NOT PUBLISH', '*** DO NOT PUBLISH ***'])(
  '%j withholds wire copy',
  (line) => expect(decisionsOf(copy(line), 'text')).toEqual([expect.stringMatching(/^reject: /)]),
);

test('a notice about the countries where copy may not be released withholds nothing', () => {
  const line = 'NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION IN THE UNITED STATES';
  expect(decisionsOf(copy(line), 'text')).toEqual(['publish']);
});

test('an embargo without a year in copy without a date is rejected', () => {
  const [decision] = decisionsOf(copy('EMBARGOED UNTIL 0001 GMT NOV 3', ''), 'text');
  expect(decision).toMatch(/^reject: /);
});

test.each(['FOR IMMEDIATE RELEASE', 'EMBARGO LIFTED', 'EMBARGOED UNTIL 0001 GMT APRIL 3, 2026'])(
  '%j holds nothing',
  (line) => expect(decisionsOf(copy(line), 'text')).toEqual(['publish']),
);

test.each(['MANDATORY KILL', 'KILL KILL KILL', 'STORY REMOVED: BC-US--Bridge'])('%j withdraws', (line) =>
  expect(decisionsOf(copy(line), 'text')).toEqual(['withdraw a#0']),
);

test('an embargo above one of several articles holds it', () => {
  const decisions = decisionsOf(
    `${copy('')}\n=====\n\n${copy('EMBARGOED UNTIL 0001 GMT NOV 3, 2030')}`,
    'text',
  );
  expect(decisions.at(-1)).toBe('hold until 2030-11-03T00:01:00Z');
});

test('an embargo that a rule parts from its article holds it', () => {
  const decisions = decisionsOf(`EMBARGOED UNTIL 0001 GMT NOV 3, 2030\n\n=====\n\n${copy('')}`, 'text');
  expect(decisions).toEqual(['hold until 2030-11-03T00:01:00Z']);
});

test('a date far ahead on its own line holds', () => {
  expect(decisionsOf(copy('', 'Date: 2030-11-04T10:00:00Z'), 'text')).toEqual([
    'hold until 2030-11-04T10:00:00Z',
  ]);
});
