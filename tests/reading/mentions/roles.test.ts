import { expect, it } from 'vitest';
import { createLinker } from '../../../src/reading/mentions/create-linker.ts';
import { authority, draft, seeing } from './fixture.ts';

const find = createLinker(authority, seeing('Maria García'));

it.each<[body: string, role: string | null]>([
  ['talks with South Korean Foreign Minister Cho Tae-yul', 'South Korean Foreign Minister'],
  ['European Union foreign policy chief Josep Borrell said', 'European Union foreign policy chief'],
  ['a meeting with Japan’s Defence Minister Gen Nakatani at', 'Japan’s Defence Minister'],
  ['hold talks with Defense Minister Kim Yong-hyun, according to the EEAS', 'Defense Minister'],
  [
    'EU High Representative for Foreign Affairs and Security Policy Josep Borrell attends',
    'EU High Representative for Foreign Affairs and Security Policy',
  ],
  ['Josep Borrell, the EU’s top diplomat, wrote', 'EU’s top diplomat'],
  [
    'Josep Borrell, the EU’s high representative for foreign affairs and security policy, wrote',
    'EU’s high representative for foreign affairs and security policy',
  ],
  ['Josep Borrell (foreign policy chief)', 'foreign policy chief'],
  ['He said Sunday President Donald Trump left', 'President'],
  ['former US President Donald Trump left', 'former US President'],
  ['They met South Korean Defense Minister Kim Yong-hyun', 'South Korean Defense Minister'],
  ['opposition leader Maria García', 'opposition leader'],
  ['Maria García, 52, a spokeswoman for the group, said', 'spokeswoman for the group'],
  ['Maria García, director of the institute.', 'director of the institute'],
  ['the foreign minister, Cho Tae-yul, said', 'foreign minister'],
  ['Secretary-General Maria García', 'Secretary-General'],
  ['New Zealand’s Prime Minister Maria García', 'New Zealand’s Prime Minister'],
  ['First Deputy Minister Maria García', 'First Deputy Minister'],
  ['a major Maria García retrospective', null],
  ['Maria García and her lawyer left', null],
  ['Mr Donald Trump left', null],
  ['said Josep Borrell, speaking to the president of Chile', null],
  ['Josep Borrell, who met the president, left', null],
  ['Josep Borrell met the minister', null],
  ['Josep Borrell (not pictured)', null],
])('%s', (body, role) => {
  const mention = find(draft({ body })).mentions.find(({ tag }) => tag.startsWith('person/'));
  expect(mention?.role).toBe(role);
});

it.each<[headline: string, role: string | null]>([
  ['“It Is Too Late,” Warns Climate Scientist Maria García', 'Climate Scientist'],
  ['Borders Must Close, Claims Prime Minister Maria García', 'Prime Minister'],
  ['“The Law Is Void,” Rules Judge Maria García', 'Judge'],
  ['Union Slams Transport Minister Maria García', 'Transport Minister'],
  ['Senate Confirms Attorney General Maria García', 'Attorney General'],
  ['Police Arrested Opposition Leader Maria García', 'Opposition Leader'],
  ['Parliament Ousts Prime Minister Maria García', 'Prime Minister'],
  ['Voters Elect Mayor Maria García', 'Mayor'],
  ['Trump Fires FBI Director Maria García', 'FBI Director'],
  ['Protesters Confront Former President Maria García', 'Former President'],
  ['Remembering Civil Rights Activist Maria García', 'Civil Rights Activist'],
  ['Introducing Deputy Director Maria García', 'Deputy Director'],
  ['UNION BACKS TRANSPORT MINISTER MARIA GARCÍA IN DISPUTE', 'TRANSPORT MINISTER'],
  ['Climate Scientist Warns Maria García of Storms', null],
  ['Maria García, Warns Climate Scientist, Is Wrong', null],
  ['President-Elect Maria García Speaks', 'President-Elect'],
  ['Defending Champion Maria García Wins', 'Defending Champion'],
  ['Centennial Challenges Director Maria García Resigns', 'Centennial Challenges Director'],
  ['House Rules Committee Chairman Maria García Resigns', 'House Rules Committee Chairman'],
  ['United States President Maria García Resigns', 'United States President'],
  ['Foreign Affairs Minister Maria García Resigns', 'Foreign Affairs Minister'],
  ['Associated Press Editor Maria García Resigns', 'Associated Press Editor'],
  ['Human Rights Lawyer Maria García Wins Prize', 'Human Rights Lawyer'],
])('%s', (headline, role) => {
  const see = createLinker(authority, seeing('Maria García', 'MARIA GARCÍA'));
  const mention = see(draft({ headline })).mentions.find(({ tag }) => tag.endsWith('maria-garcia'));
  expect(mention?.role).toBe(role);
});
