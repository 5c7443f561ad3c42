import { expect, it } from 'vitest';
import { chooseCorpus } from '../../bench/corpus/choose-corpus.ts';
import { measureFeeds } from '../../bench/extraction/feeds.ts';
import { measurePages } from '../../bench/extraction/html.ts';
import { measureQuotes } from '../../bench/extraction/quotes.ts';
import { measureText } from '../../bench/extraction/text.ts';

const sample = chooseCorpus(undefined);

it('is the corpus of a script that is given no other', () => {
  expect(sample).toMatchObject({ isSample: true, folder: expect.stringMatching(/bench\/sample$/) });
});

it('has gold data for pages, feeds, quotes and texts', async () => {
  for (const measure of [measurePages, measureFeeds, measureQuotes, measureText]) {
    expect(await measure(sample.folder)).not.toEqual([]);
  }
});

it('refuses a folder that does not exist', () => {
  expect(() => chooseCorpus('/no/such/corpus')).toThrow('--corpus');
});
