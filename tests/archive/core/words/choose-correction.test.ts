import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  chooseCorrection,
  leastArticles,
} from '../../../../src/archive/core/words/choose-correction.ts';

const word = (text: string, articles: number): Candidate => ({ word: text, articles, isName: false });
const name = (text: string, articles: number): Candidate => ({ word: text, articles, isName: true });
const typed = (form: string, articles = 0, isName = false) => ({ form, articles, isName, ofArticles: 1200 });

describe('the correction of a word', () => {
  it.each<[string, Candidate[], string]>([
    ['hansn', [word('hasn', 66), name('hansen', 15), name('hans', 9)], 'hansen'],
    ['borell', [word('bore', 80), name('borrell', 1)], 'borrell'],
    ['obmaa', [name('obama', 70), word('oman', 900)], 'obama'],
    ['goverment', [word('government', 880)], 'government'],
    ['peopel', [name('popel', 1), word('people', 2000)], 'people'],
    ['ldz', [name('lodz', 1)], 'lodz'],
  ])('%s is the likeliest', (form, candidates, meant) => {
    expect(chooseCorrection(typed(form), candidates)).toBe(meant);
    expect(chooseCorrection(typed(form), candidates.toReversed())).toBe(meant);
  });

  it('is no stop word, and for three letters only a longer name', () => {
    expect(chooseCorrection(typed('fromm'), [word('from', 1000)])).toBeUndefined();
    expect(chooseCorrection(typed('nsa'), [name('gsa', 700), word('nasal', 5)])).toBeUndefined();
  });

  it('by an unlikely slip must be frequent or a name, but for small archives', () => {
    expect(chooseCorrection(typed('borel'), [word('bored', 9)])).toBeUndefined();
    expect(chooseCorrection(typed('muler'), [word('mule', 4)])).toBeUndefined();
    expect(chooseCorrection(typed('muler'), [word('mule', 4), word('muller', 1)])).toBe('muller');
    expect(chooseCorrection(typed('reserch'), [word('reseach', 40)])).toBe('reseach');
    expect(chooseCorrection({ ...typed('feery'), ofArticles: 4 }, [word('ferry', 1)])).toBe('ferry');
  });

  it('must be clearly better than a word that occurs', () => {
    expect(leastArticles(typed('goverment', 1))).toBe(10);
    expect(leastArticles(typed('goverment', 4))).toBe(200);
    expect(leastArticles(typed('tide', 2))).toBe(100);
    expect(chooseCorrection(typed('heron', 1), [word('hero', 30)])).toBeUndefined();
  });

  it.each([
    ['an established short word', typed('tide', 3)],
    ['an established name', typed('hanson-brown', 3, true)],
    ['a name in three articles', typed('washingten', 3, true)],
    ['a stop word', typed('where')],
    ['two letters', typed('ab')],
    ['digits', typed('2o24')],
    ['a very long word', typed('x'.repeat(25))],
  ])('is none for %s', (_, each) => {
    expect(leastArticles(each)).toBe(Number.POSITIVE_INFINITY);
  });
});
