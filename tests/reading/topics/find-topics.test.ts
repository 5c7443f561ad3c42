import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuthorityEntry, authorityEntry } from '../../../src/model/authority.ts';
import { createTopicFinder } from '../../../src/reading/topics/find-topics.ts';
import { ends } from '../../ends.ts';
import { draft, mentionsIn } from './draft.ts';

function topic(slug: string, name: string, rest: Partial<AuthorityEntry> = {}): AuthorityEntry {
  return authorityEntry({ type: 'topic', slug, name }, rest);
}

describe('phrases', () => {
  const find = createTopicFinder([
    topic('war-in-ukraine', 'War in Ukraine', { aliases: ['Russia–Ukraine war', 'Ukraine war'] }),
    topic('defence-cooperation', 'Defence cooperation', { aliases: ['defence tie'] }),
    topic('npt', 'Treaty on the Non-Proliferation of Nuclear Weapons', { aliases: ['NPT'] }),
    topic('who', 'World Health Organization', { aliases: ['WHO'] }),
  ]);
  const found = (body: string) => find(draft({ body }), []).mentions.map(({ tag, exact }) => [tag, exact]);

  test('a topic is found regardless of capitals, hyphens and dashes', () => {
    expect(found('The war in Ukraine. The WAR IN UKRAINE. A Russia-Ukraine war.')).toEqual([
      ['topic/war-in-ukraine', 'war in Ukraine'],
      ['topic/war-in-ukraine', 'WAR IN UKRAINE'],
      ['topic/war-in-ukraine', 'Russia-Ukraine war'],
    ]);
  });

  test('plurals and spelling do not matter', () => {
    expect(found('stronger defense ties and defence co-operation').map(([, exact]) => exact)).toEqual([
      'defense ties',
    ]);
    expect(found('DEFENSE COOPERATION').map(([, exact]) => exact)).toEqual(['DEFENSE COOPERATION']);
  });

  test('a possessive inside a phrase is skipped, one after it is left out', () => {
    expect(found("the Ukraine's war and the war in Ukraine's east").map(([, exact]) => exact)).toEqual([
      "Ukraine's war",
      'war in Ukraine',
    ]);
  });

  test('an acronym is found in capitals only', () => {
    expect(found('those who left the NPT, who said npt')).toEqual([['topic/npt', 'NPT']]);
  });

  test('a phrase never crosses a sentence, a comma or a paragraph', () => {
    expect(found('They want defence. Cooperation failed.')).toEqual([]);
    expect(found('for defence, cooperation and peace')).toEqual([]);
    expect(found('more on defence\n\nCooperation failed')).toEqual([]);
  });

  test('parts of words do not match', () => {
    expect(found('the prewar in Ukraine, postwar in Ukrainetown')).toEqual([]);
  });

  test('headline, standfirst, body and captions are searched in this order', () => {
    const { mentions } = find(
      draft({
        headline: 'Ukraine war goes on',
        standfirst: 'The war in Ukraine',
        body: 'A Ukraine war story',
        images: [
          { url: null, caption: null, credit: null },
          { url: null, caption: 'In the Ukraine war', credit: 'AFP' },
        ],
      }),
      [],
    );
    expect(mentions.map(({ field, image, start }) => [field, image, start])).toEqual([
      ['headline', null, 0],
      ['standfirst', null, 4],
      ['body', null, 2],
      ['caption', 1, 7],
    ]);
  });

  test('spans match the text, for any text, and are the same twice', () => {
    const words = fc.constantFrom(
      'war',
      'in',
      'Ukraine',
      'Defence',
      'ties',
      '🙂',
      'İ',
      '’s',
      '. ',
      '-',
      '\n\n',
      ' ',
      'NPT',
      'ﬁ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (pieces) => {
        const article = draft({ body: pieces.join(' ') });
        const { mentions } = find(article, []);
        let end = 0;
        for (const mention of mentions.filter(({ field }) => field === 'body')) {
          expect(article.body.text.slice(mention.start, mention.end)).toBe(mention.exact);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
        expect(find(article, []).mentions).toEqual(mentions);
      }),
    );
  });
});

describe('rules', () => {
  const rule = (within: 'sentence' | 'paragraph' | 'article') =>
    topic('troops', 'Troops abroad', {
      rules: [{ within, all: [['place/north-korea'], ['~troop', '~soldier']] }],
    });
  const places = { 'place/north-korea': ['North Korea', 'DPRK'] };
  const inferred = (within: 'sentence' | 'paragraph' | 'article', body: string) => {
    const article = draft({ body });
    return createTopicFinder([rule(within)])(article, mentionsIn(article, places)).inferredTopics;
  };

  test('a rule is satisfied if a sentence satisfies each group', () => {
    expect(inferred('sentence', 'North Korea sent troops.')).toEqual([
      { tag: 'topic/troops', name: 'Troops abroad', method: 'topic-rule', confidence: 0.8 },
    ]);
    expect(inferred('sentence', 'North Korea spoke. Troops left.')).toEqual([]);
  });

  test('abbreviations and decimals do not end a sentence', () => {
    expect(
      inferred('sentence', 'On Nov. 3, Gen. Lee of the U.S. saw 1.5 million DPRK soldiers.'),
    ).toHaveLength(1);
  });

  test('a quotation ends the sentence outside its closing mark', () => {
    expect(inferred('sentence', '"We saw North Korea." Soldiers left.')).toEqual([]);
  });

  test('a paragraph is wider than a sentence, an article wider still', () => {
    expect(inferred('paragraph', 'North Korea spoke. Troops left.')).toHaveLength(1);
    expect(inferred('paragraph', 'North Korea spoke.\n\nTroops left.')).toEqual([]);
    expect(inferred('article', 'North Korea spoke.\n\nTroops left.')).toHaveLength(1);
  });

  test('each further place makes the topic surer, up to a limit', () => {
    const confidences = [1, 2, 20].map(
      (times) => inferred('sentence', 'North Korea sent troops. '.repeat(times))[0]?.confidence,
    );
    expect(confidences).toEqual([0.8, 0.85, 0.95]);
  });

  test('a mentioned topic is not inferred, too', () => {
    const named = topic('war', 'War in Ukraine', { rules: [{ within: 'sentence', all: [['~war']] }] });
    const { mentions, inferredTopics } = createTopicFinder([named])(
      draft({ body: 'The war in Ukraine.' }),
      [],
    );
    expect(mentions).toHaveLength(1);
    expect(inferredTopics).toEqual([]);
  });

  test("a rule may ask for another topic's phrase", () => {
    const war = topic('war', 'War in Ukraine');
    const aid = topic('aid', 'Aid to Ukraine', {
      rules: [{ within: 'sentence', all: [['topic/war'], ['~aid']] }],
    });
    const { inferredTopics } = createTopicFinder([war, aid])(
      draft({ body: 'Aid for the war in Ukraine.' }),
      [],
    );
    expect(inferredTopics.map(({ tag }) => tag)).toEqual(['topic/aid']);
  });
});

test('a text is not compared with every topic', () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    topic(`t-${index}`, `Topic number ${index} of many`),
  );
  const find = createTopicFinder([...many, topic('war', 'War in Ukraine')]);
  // 45,000 words, which would be compared with 20,000 topics.
  const text = draft({ body: 'The topic of the war in Ukraine, number 7. '.repeat(5_000) });
  let found = 0;
  expect(
    ends(() => {
      found = find(text, []).mentions.length;
    }),
  ).toBe(true);
  expect(found).toBeGreaterThanOrEqual(5_000);
});
