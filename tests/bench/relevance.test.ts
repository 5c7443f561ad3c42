import { describe, expect, it } from 'vitest';
import { sampleFolder } from '../../bench/corpus/choose-corpus.ts';
import { estimate } from '../../bench/relevance/bootstrap.ts';
import { readJudgements, readQueries, readRewordings } from '../../bench/relevance/judged-set.ts';
import { ndcg, recall, unjudged } from '../../bench/relevance/measures.ts';
import { passages } from '../../bench/relevance/passages.ts';
import { readSearchedTexts } from '../../bench/relevance/searched-texts.ts';
import { typedWords } from '../../bench/relevance/typed-words.ts';

describe('the judged set', () => {
  const queries = readQueries();
  const judgements = readJudgements();

  it('has 150 queries with ids of their own', () => {
    expect(new Set(queries.map(({ id }) => id)).size).toBe(150);
    expect(queries).toHaveLength(150);
  });

  it('has an article that is relevant to each query', () => {
    const unanswered = queries.filter(
      ({ id }) => ![...(judgements.get(id)?.values() ?? [])].some((relevance) => relevance > 0),
    );
    expect(unanswered).toEqual([]);
  });

  it('judges and rewords no other queries', () => {
    const ids = new Set(queries.map(({ id }) => id));
    const others = [...judgements.keys(), ...readRewordings().map(({ id }) => id)].filter(
      (id) => !ids.has(id),
    );
    expect(others).toEqual([]);
  });

  it('judges articles of the sample', () => {
    const judged = new Set([...judgements.values()].flatMap((articles) => [...articles.keys()]));
    const sample = readSearchedTexts(sampleFolder);
    expect(sample.filter(({ id }) => judged.has(id)).length).toBeGreaterThan(sample.length / 2);
  });
});

describe('the measures of a ranking', () => {
  const judgements = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 0],
    ['d', 1],
  ]);

  it('compute nDCG as by hand', () => {
    // Found: 0 + 3 / log2(3) + 0 + 1 / log2(5) = 1.8928 + 0.4307 = 2.3235.
    // Best: 3 + 1 / log2(3) + 1 / log2(4) = 3 + 0.6309 + 0.5 = 4.1309. And 2.3235 / 4.1309 = 0.5625.
    expect(ndcg(['c', 'a', 'unjudged', 'b'], judgements, 10)).toBeCloseTo(0.5625, 4);
  });

  it('give 1 to the best order and 0 to no results', () => {
    expect(ndcg(['a', 'd', 'b', 'c'], judgements, 10)).toBe(1);
    expect(ndcg([], judgements, 10)).toBe(0);
  });

  it('look no further than the cutoff', () => {
    expect(ndcg(['c', 'a'], judgements, 1)).toBe(0);
    expect(recall(['c', 'a', 'b'], judgements, 2)).toBe(1 / 2);
    expect(unjudged(['a', 'x', 'y'], judgements, 2)).toBe(1 / 2);
  });

  it('count the relevant articles that were found', () => {
    expect(recall(['a', 'x', 'd'], judgements, 50)).toBe(2 / 3);
  });
});

it('estimates the same interval for the same values, around their mean', () => {
  const values = [0, 1, 1, 0, 1, 1, 0, 1];
  const { mean, low, high } = estimate(values);
  expect(mean).toBe(5 / 8);
  expect(low).toBeLessThan(mean);
  expect(high).toBeGreaterThan(mean);
  expect(estimate(values)).toEqual({ mean, low, high });
});

it('takes operators out of a query, and excludes what it excludes', () => {
  const { text, excludes } = typedWords('"open data" OR e-mail -facebook');
  const article = { id: 'a', published: null, headline: 'Facebook', standfirst: '', body: '', captions: [] };
  expect(text).toBe('open data e-mail');
  expect(excludes(article)).toBe(true);
  expect(excludes({ ...article, headline: 'Facebooks' })).toBe(false);
});

it('shows the passages that hold most of the words', () => {
  const text = `${'Some filler text. '.repeat(20)}Agile contracts in government. ${'More filler. '.repeat(20)}`;
  expect(passages(text, 'agile contracts')).toEqual([expect.stringContaining('Agile contracts')]);
});
