import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { ArticleFilter } from '../../../src/model/query.ts';
import { plainWords, relaxedQuery } from '../../../src/model/relaxed-search.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

/** The relaxed search of a text, in the syntax of searches; undefined if it is not relaxed. */
async function relaxed(
  archive: Archive,
  text: string,
  filter: ArticleFilter = {},
): Promise<string | undefined> {
  const search = searchFor(text);
  const relaxation = await archive.reads.relaxed({ ...filter, search });
  return relaxation && relaxedQuery(plainWords(search) ?? [], relaxation)?.q;
}

async function found(archive: Archive, text: string): Promise<string[]> {
  return (await allHeadlines(archive, { filter: { search: searchFor(text) } })).sort();
}

for (const engine of engines) {
  describe(`a relaxed search (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    const write = (bodies: string[], language = 'en') =>
      made.archive.writes.writeArticles(
        bodies.map((body, number) =>
          sampleArticle({ key: `${language}${number} ${body}`, headline: `h${number}`, body, language }),
        ),
      );

    it('leaves out stop words first', async () => {
      await write(['blind people vote', 'blind people read', 'people who are blind']);
      expect(await relaxed(made.archive, 'how can blind people')).toBe('blind people');
    });

    it('is the search as typed if that finds three articles', async () => {
      await write(['the blind people vote', 'the blind people read', 'the people are blind']);
      expect(await relaxed(made.archive, 'the blind people')).toBeUndefined();
    });

    it('corrects words that occur nowhere or seldom, and keeps what was typed if it occurs', async () => {
      await write([...Array.from({ length: 20 }, (_, index) => `government ${index}`), 'the goverment acts']);
      expect(await relaxed(made.archive, 'goverment')).toBe('(goverment OR government)');
      expect(await relaxed(made.archive, 'govermnent')).toBe('government');
      expect(await relaxed(made.archive, 'government')).toBeUndefined();
    });

    it.each([
      ['acessibility', 'accessibility'],
      ['washingtn', 'washington'],
      ['obmaa', 'obama'],
      ['Müler', 'muller'],
      ['Łdź', 'lodz'],
      ['accomodasion', 'accommodation'],
      ['acessibilty', 'accessibility'],
      ['Правителство', 'правительство'],
      ["washingtn's", 'washington'],
      ['«washingtn»?', undefined],
    ])('finds the spelling of %s', async (typed, meant) => {
      await made.archive.writes.writeTags([sampleEntry('place/lodz', { name: 'Łódź' })]);
      await write([
        'Accessibility in Washington, said Obama, accommodation for Müller in Łódź',
        'Правительство Москвы',
        'An oman came to the gsa',
      ]);
      expect(await relaxed(made.archive, typed)).toBe(meant);
    });

    it('takes names before other words, and no word for another that is as good', async () => {
      await made.archive.writes.writeTags([
        sampleEntry('person/josep-borrell'),
        sampleEntry('person/james-hansen'),
      ]);
      await write([
        'Josep Borrell and James Hansen met in a boring hall',
        ...Array.from({ length: 9 }, (_, index) => `It hasn't bored ${index}, the boring hall`),
      ]);
      expect(await relaxed(made.archive, 'borell')).toBe('borrell');
      expect(await relaxed(made.archive, 'hansn')).toBe('hansen');
    });

    it('does not correct acronyms in capitals', async () => {
      await write(['gsa one', 'gsa two', 'gsa three', 'gsa four']);
      for (const typed of ['NSA', 'NSAA', 'nsa']) expect(await relaxed(made.archive, typed)).toBeUndefined();
      expect(await made.archive.reads.suggest(searchFor('NSA'))).toEqual([]);
    });

    it('adds the long form of an acronym and the acronym of a long form', async () => {
      await made.archive.writes.writeTags([
        sampleEntry('organization/general-services-administration', { aliases: ['GSA'] }),
        sampleEntry('organization/fbi', { name: 'Federal Bureau of Investigation', slug: 'federal-bureau' }),
      ]);
      await write([
        'The General Services Administration buys',
        'GSA sells',
        'gsa rents',
        'The Federal Bureau of Investigation asks',
      ]);
      expect(await relaxed(made.archive, 'gsa')).toBe('(gsa OR "General Services Administration")');
      expect(await relaxed(made.archive, 'General Services Administration')).toBe(
        '(General Services Administration OR "GSA")',
      );
      expect(await relaxed(made.archive, 'FBI')).toBe('(FBI OR "Federal Bureau of Investigation")');
    });

    it('takes any of the words at last, and then the step that finds most', async () => {
      await write(['accessible website', 'blind people', 'a government']);
      const question = 'how can a government website be made easier for blind people';
      expect(await relaxed(made.archive, question)).toBe(
        'government OR website OR easier OR blind OR people',
      );
      expect(await relaxed(made.archive, 'zeppelin xylophone')).toBeUndefined();
    });

    it('counts the articles that the rest of the filter leaves', async () => {
      await write(['pier one', 'pier two', 'pier three', 'pier tow']);
      await write(['quay four'], 'de');
      const german = { tags: { kind: 'tag', tag: { type: 'language', slug: 'de' } } } as const;
      expect(await relaxed(made.archive, 'pier')).toBeUndefined();
      expect(await relaxed(made.archive, 'pier quay', german)).toBe('pier OR quay');
      expect(await relaxed(made.archive, 'pier', german)).toBeUndefined();
      const nobody = { tags: { kind: 'tag', tag: { type: 'person', slug: 'nobody' } } } as const;
      expect(await relaxed(made.archive, 'pier quay', nobody)).toBeUndefined();
    });

    it('finds every article that the search as typed finds', async () => {
      const vocabulary = [
        'the',
        'how',
        'pier',
        'peir',
        'harbour',
        'harbor',
        'harbuor',
        'gsa',
        'GSA',
        'General',
        'Services',
        'Administration',
        'Müller',
        'muler',
        "pier's",
        'C++',
        '3.5',
        'quay?',
      ];
      await made.archive.writes.writeTags([
        sampleEntry('organization/general-services-administration', {
          aliases: ['GSA', 'Service of Admirals'],
        }),
      ]);
      const word = fc.constantFrom(...vocabulary);
      const bodies = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), {
        minLength: 30,
        maxLength: 30,
      });
      const [sample = []] = fc.sample(bodies, { numRuns: 1, seed: 7 });
      await made.archive.writes.writeArticles(
        sample.map((words, number) =>
          sampleArticle({ key: `${number}`, headline: `n${number}`, body: words.join(' ') }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (typed) => {
          const text = typed.join(' ');
          const q = await relaxed(made.archive, text);
          const strict = await found(made.archive, text);
          if (q === undefined) return;
          const wider = await found(made.archive, q);
          expect(strict.length).toBeLessThan(3);
          expect(wider.length).toBeGreaterThan(strict.length);
          expect(wider).toEqual(expect.arrayContaining(strict));
        }),
        { numRuns: 150 },
      );
    });
  });
}
