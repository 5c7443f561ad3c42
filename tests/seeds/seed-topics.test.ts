import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTopicFinder } from '../../src/reading/topics/find-topics.ts';
import { draft, mentionsIn } from '../reading/topics/draft.ts';
import { seedTopics } from './authority-files.ts';

const find = createTopicFinder(seedTopics());
const names = {
  'organization/european-union': ['European Union', 'EU'],
  'organization/european-external-action-service': ['European External Action Service'],
  'place/south-korea': ['South Korea', 'S. Korea', 'Republic of Korea'],
  'place/north-korea': ['North Korea', 'DPRK'],
  'place/japan': ['Japan'],
  'place/russia': ['Russia'],
  'place/ukraine': ['Ukraine'],
  'place/seoul': ['Seoul'],
};

/** Slugs of the topics found in an article, mentioned or inferred. */
function topicsOf(body: string, headline = 'A headline'): string[] {
  const article = draft({ headline, body });
  const { mentions, inferredTopics } = find(article, mentionsIn(article, names));
  const tags = [...mentions, ...inferredTopics].map(({ tag }) => tag.replace('topic/', ''));
  return [...new Set(tags)].sort();
}

test('the source document is about all four', () => {
  const [, headline = '', , , , ...rest] = readFileSync(
    'seeds/articles/000_3e34dd70f7b57985.txt',
    'utf8',
  ).split(/\n{2,}/);
  expect(topicsOf(rest.join('\n\n'), headline)).toEqual([
    'defence-and-security-cooperation',
    'eu-south-korea-relations',
    'north-korean-troops-in-russia',
    'war-in-ukraine',
  ]);
});

describe('other articles on these subjects get the topic', () => {
  test.each([
    [
      'eu-south-korea-relations',
      'Trade envoys of the EU and South Korea opened talks on digital goods in Busan.',
    ],
    ['eu-south-korea-relations', 'Seoul and Brussels will hold their next summit in May.'],
    [
      'eu-south-korea-relations',
      'The South Korean president thanked European Union leaders for a closer partnership.',
    ],
    [
      'defence-and-security-cooperation',
      'Poland and Norway agreed to deepen military cooperation in the Arctic.',
    ],
    ['defence-and-security-cooperation', 'Canberra and Manila signed a defence pact on Monday.'],
    ['defence-and-security-cooperation', 'The two navies will strengthen bilateral defense ties.'],
    [
      'north-korean-troops-in-russia',
      'Pyongyang has sent more soldiers to the Kursk region, the agency said.',
    ],
    [
      'north-korean-troops-in-russia',
      'About 3,000 North Korean troops are training in eastern Russia, Kyiv says.',
    ],
    ['war-in-ukraine', "Since Moscow's invasion of Ukraine began, grain prices have doubled."],
    ['war-in-ukraine', 'Russian forces kept up their shelling of Ukrainian towns.'],
    ['war-in-ukraine', 'The Russia–Ukraine war enters its third winter.'],
  ])('%s: %s', (topic, body) => {
    expect(topicsOf(body)).toContain(topic);
  });
});

describe('articles on something else do not', () => {
  test.each([
    [
      'EU and Japan trade',
      'The EU and Japan agreed to ease trade in cars and cheese, officials said in Tokyo.',
    ],
    ['EU and North Korea', 'The EU condemned a missile test by North Korea and called for talks.'],
    [
      'South Korea alone',
      'South Korea beat Japan 2-1. The EU was not mentioned in the talks after the match.',
    ],
    ['other troops', 'South Korea sent troops to help after the floods in Pohang.'],
    ['trade with Russia', 'North Korea sent coal to Russia and bought wheat.'],
    [
      'another war',
      'The war in Sudan has displaced millions; Russia and Ukraine called for peace at the United Nations.',
    ],
    ['grain', 'Ukraine exported more wheat than Russia did in July.'],
    ['social security', 'Ministers discussed social security and cooperation between pension funds.'],
    ['a football defence', 'The defence held firm with help from the goalkeeper.'],
    ['Dutch troops', 'Dutch troops trained with Russian helicopters, now in a museum, for a film.'],
  ])('%s', (_, body) => {
    expect(topicsOf(body)).toEqual([]);
  });
});
