import { expect, test } from 'vitest';
import { createKeywordMatcher } from '../../../src/reading/topics/match-keyword.ts';
import { seedTopics } from '../../seeds/authority-files.ts';

const match = createKeywordMatcher(seedTopics());
const tags = (keyword: string, language = 'en') => match(keyword, language).map(({ tag }) => tag);

test.each([
  ['politics', 'topic/politics'],
  ['Earthquakes', 'topic/earthquake'],
  ['foreign trade', 'topic/international-trade'],
  ['Crime, Law & Justice', 'topic/crime-law-and-justice'],
  ['defense', 'topic/defence'],
  ['Labor', 'topic/labour'],
  ['climate-change', 'topic/climate-change'],
  ['Business', 'topic/economy-business-and-finance'],
  ['handball', 'topic/handball-team'],
  ['Sports', 'topic/sport'],
  ['Sci/Tech', 'topic/science-and-technology'],
  ['medtop:20000062', 'topic/war'],
  ['http://cv.iptc.org/newscodes/mediatopic/20000062', 'topic/war'],
])('the keyword %s means %s', (keyword, tag) => {
  expect(tags(keyword)).toEqual([tag]);
});

test("an authority's topic comes before the Media Topics", () => {
  expect(tags('Russia-Ukraine War')).toEqual(['topic/war-in-ukraine']);
});

test("names in the article's language are understood, in another language they are not", () => {
  expect(tags('Verteidigung', 'de-AT')).toEqual(['topic/defence']);
  expect(tags('Verteidigung', 'en')).toEqual([]);
});

test('an active name comes before a retired one, which still resolves', () => {
  expect(tags('renewable energy')).toEqual(['topic/renewable-energy']);
  expect(tags('World Cup')).toEqual(['topic/world-cup']);
  expect(tags('Securities')).toEqual(['topic/securities']);
  expect(tags('security')).toEqual([]);
});

test('a path of sections matches part by part', () => {
  expect(tags('News / Politics / Elections')).toEqual(['topic/politics', 'topic/election']);
});

test('an unknown keyword has no topic', () => {
  expect(tags('Home')).toEqual([]);
  expect(tags('')).toEqual([]);
  expect(tags('★')).toEqual([]);
});
