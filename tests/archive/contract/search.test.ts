import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/archive/results.ts';
import { QuoteEntry } from '../../../src/model/quote-entry.ts';
import { RelatedArticle } from '../../../src/model/related-article.ts';
import { parseSearch } from '../../../src/model/search-syntax.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines, headlines, pagesFrom } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

for (const engine of engines) {
  describe(`search (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    it('finds British and American spellings, inflections and words without their diacritics', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Café on the quay', body: 'A demilitarised harbour was organised.' }),
      ]);
      for (const text of [
        'demilitarized',
        'harbors',
        'organizing',
        'cafe',
        '"demilitarised harbour"',
        'ORGANIZE',
      ]) {
        expect(await allHeadlines(made.archive, { filter: { search: searchFor(text) } }), text).toHaveLength(
          1,
        );
      }
      for (const text of ['"demilitarized harbor"', '=harbors', 'organization', '=organise']) {
        expect(await allHeadlines(made.archive, { filter: { search: searchFor(text) } }), text).toEqual([]);
      }
    });

    it.each([
      [
        'a name typed on another keyboard',
        'Łukasz Wałęsa met Øyvind Sørensen in Łodzi',
        'walesa sorensen lodzi',
      ],
      ['a street with ß', 'Die Straße nach Weiß', 'strasse weiss'],
      ['Vietnamese', 'A storm near Đà Nẵng', 'Da Nang'],
      ['Turkish dots', 'Iğdır ısı', 'igdir isi'],
      ['ё as е', 'Ёлка в Москве', 'елка'],
      ['Arabic without vowel signs', 'مُهِمَّة القاهرة إنَّ', 'مهمة القاهره ان'],
      ['Greek without accents', 'Η κυβέρνηση', 'κυβερνηση'],
      ['subscripts and full-width letters', 'H₂O ｄｓｔ ﬁnance', 'H2O dst finance'],
      ['a word within Japanese', '東京都知事選挙の結果が発表された', '知事'],
      ['a word within Chinese', '首尔会谈', '会谈'],
      ['a Korean noun with a particle', '서울에서 대통령은', '서울 대통령'],
      ['a Thai word', 'ข่าวญี่ปุ่นวันนี้', 'ญี่ปุ่น'],
      ['one character', '首尔会谈', '谈'],
      ['a hashtag by its word', 'Read #budget now', 'budget'],
      ['an elided article', 'Sur l’économie', 'economie'],
      ['a genitive', 'Biden’s plan', 'biden plan'],
      ['a genitive as typed', 'Biden and his plan', "biden's plan"],
      ['e-mail as email', 'An email arrived', 'e-mail'],
    ])('finds %s', async (_, body, text) => {
      await made.archive.writes.writeArticles([sampleArticle({ headline: 'Found', body, language: 'en' })]);
      expect(await allHeadlines(made.archive, { filter: { search: searchFor(text) } })).toEqual(['Found']);
    });

    it.each([
      ['C++', 'C# and C'],
      ['C#', 'C++ and C'],
      ['.NET', 'the net'],
      ['3.5', '3 5 and 35'],
      ['1,000', '1 000'],
      ['#tag', 'the tag'],
      ['@name', 'her name'],
      ['digital.gov', 'digital gov'],
      ['ada@quay.example', 'ada quay example'],
    ])('tells %s from %s', async (right, wrong) => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Right', body: `It is ${right} here` }),
        sampleArticle({ headline: 'Wrong', body: `It is ${wrong} here` }),
      ]);
      expect(await allHeadlines(made.archive, { filter: { search: searchFor(right) } })).toEqual(['Right']);
    });

    it.each([
      ['news', 'new', 'forms'],
      ['university', 'universe', 'forms'],
      ['organization', 'organic', 'forms'],
      ['accessibility', 'access', 'forms'],
      ['bus*', 'but', 'prefix'],
      ['"news"', 'new', 'quoted'],
    ])('does not find %s by %s (%s)', async (text, other) => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Other', body: `Only ${other} here` }),
      ]);
      expect(await allHeadlines(made.archive, { filter: { search: searchFor(text) } })).toEqual([]);
    });

    it('finds every beginning of accessibility', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Found', body: 'Accessibility first' }),
      ]);
      for (let length = 3; length <= 13; length += 1) {
        const search = searchFor(`${'accessibility'.slice(0, length)}*`);
        expect(await allHeadlines(made.archive, { filter: { search } })).toEqual(['Found']);
      }
    });

    it('joins the forms of a word by the language of each text', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'de', body: 'Die Ministerin besucht Oslo', language: 'de' }),
        sampleArticle({ headline: 'ru', body: 'Правительство Москвы', language: 'ru' }),
        sampleArticle({ headline: 'fr', body: 'Les gouvernements', language: 'fr' }),
      ]);
      for (const [text, headline] of Object.entries({ besuchen: 'de', москва: 'ru', gouvernement: 'fr' }))
        expect(await allHeadlines(made.archive, { filter: { search: searchFor(text) } })).toEqual([headline]);
    });

    it('has no phrase that reaches from one caption to the next', async () => {
      const article = sampleArticle({ headline: 'Two', caption: 'A grey heron' });
      await made.archive.writes.writeArticles([
        {
          ...article,
          images: article.images.flatMap((image) => [image, { ...image, caption: 'Landing at dawn' }]),
        },
      ]);
      const found = (text: string) => allHeadlines(made.archive, { filter: { search: searchFor(text) } });
      expect(await found('"grey heron"')).toEqual(['Two']);
      expect(await found('"heron landing"')).toEqual([]);
      expect(await found('caption:heron caption:landing')).toEqual(['Two']);
    });

    it('looks into one field when asked to, captions too', async () => {
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Quay', standfirst: 'Tide', body: 'Heron', caption: 'Lighthouse' }),
      ]);
      for (const text of ['headline:quay', 'standfirst:tide', 'body:heron', 'caption:light*']) {
        expect(await allHeadlines(made.archive, { filter: { search: searchFor(text) } }), text).toHaveLength(
          1,
        );
      }
      expect(await allHeadlines(made.archive, { filter: { search: searchFor('headline:heron') } })).toEqual(
        [],
      );
    });

    it('takes whatever is typed for words', async () => {
      await made.archive.writes.writeArticles([sampleArticle({ headline: 'Quay' })]);
      for (const text of [
        'NEAR/2',
        'a"b" c',
        "'; DROP TABLE articles; --",
        'quay^2 +x',
        'rowid:1',
        '{a b}:c',
        'x\0y',
      ]) {
        const parsed = parseSearch(text);
        if ('error' in parsed) continue;
        expect(await allHeadlines(made.archive, { filter: { search: parsed.expression } }), text).toEqual([]);
      }
    });

    it('ranks the headline above the body, and pages through the ranking without repeats', async () => {
      await made.archive.writes.writeArticles(
        Array.from({ length: 30 }, (_, index) =>
          sampleArticle({
            headline: index % 3 === 0 ? `Heron ${index}` : `Gull ${index}`,
            body: index % 3 === 1 ? 'A heron and a gull and a tern' : 'Many terns',
            publishedAt: `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
          }),
        ),
      );
      const ask = {
        filter: { search: searchFor('heron') },
        sort: 'relevance',
        form: 'card',
        limit: 3,
        count: 'capped',
      } as const;
      const pages = await pagesFrom(async (position): Promise<Page> => {
        const page = await made.archive.reads.articles({ ...ask, ...(position ? { position } : {}) });
        // What arrives meanwhile does not move the pages that follow.
        await made.archive.writes.writeArticles([
          sampleArticle({
            headline: `Heron heron ${position?.id}`,
            publishedAt: '2025-01-01T00:00:00Z',
          }),
        ]);
        return page;
      });
      const read = pages.flatMap(headlines);
      expect(read).toHaveLength(20);
      expect(new Set(read).size).toBe(20);
      expect(read.slice(0, 10).every((headline) => headline.startsWith('Heron'))).toBe(true);
      expect(pages[0]).toMatchObject({
        total: { value: 20, relation: 'eq' },
        ranked: { value: 20, relation: 'eq' },
      });
      const last = pages.at(-1);
      if (!last?.previous) throw new Error('no previous page');
      const back = await made.archive.reads.articles({ ...ask, position: last.previous });
      expect(headlines(back)).toEqual(headlines(pages.at(-2) ?? { items: [] }));
    });

    it('continues a ranking after its newest article made room for others', async () => {
      const ask = {
        filter: { search: searchFor('heron') },
        sort: 'relevance',
        form: 'card',
        limit: 2,
        count: 'none',
      } as const;
      const at = (second: number) => `2024-01-01T00:00:0${second}Z`;
      await made.archive.writes.writeArticles(
        [0, 1, 2, 3].map((number) =>
          sampleArticle({ headline: `Heron ${number}`, publishedAt: `2023-01-0${number + 1}T00:00:00Z` }),
        ),
      );
      await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Newest', body: 'A heron', publishedAt: at(7) }),
      ]);
      const first = await made.archive.reads.articles(ask);
      expect(headlines(first)).toEqual(['Heron 3', 'Heron 2']);
      await made.archive.writes.writeArticles(
        [1, 2, 3].map((number) => sampleArticle({ headline: `Gull ${number}`, publishedAt: at(number) })),
      );
      const rest = await pagesFrom(
        (position) => made.archive.reads.articles({ ...ask, ...(position ? { position } : {}) }),
        first.next,
      );
      expect(rest.flatMap(headlines)).toEqual(['Heron 1', 'Heron 0', 'Newest']);
    });

    it('finds quotes by their words, speaker, subject and article, newest article first, then in reading order', async () => {
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({
          headline: 'Old',
          publishedAt: '2024-01-01T00:00:00Z',
          tags: ['person/ada', 'topic/sea'],
          quotes: [
            { exact: 'The tide is high', speaker: 'person/ada' },
            { exact: 'The tide is low', speaker: 'person/bo' },
          ],
        }),
        sampleArticle({
          headline: 'New',
          publishedAt: '2024-02-01T00:00:00Z',
          quotes: [{ exact: 'Nothing but tides', speaker: 'person/ada' }, { exact: 'Whatever' }],
        }),
      ]);
      const ask = async (query: object): Promise<string[]> => {
        const pages = await pagesFrom((position) =>
          made.archive.reads.quotes({
            limit: 1,
            count: 'capped',
            ...query,
            ...(position ? { position } : {}),
          }),
        );
        const texts = pages.flatMap(({ items }) => items.map((item) => JSON.parse(item).exact));
        expect(pages[0]?.total).toEqual({ value: texts.length, relation: 'eq' });
        return texts;
      };
      const [tidesNew, other, high, low] = [
        'Nothing but tides',
        'Whatever',
        'The tide is high',
        'The tide is low',
      ];
      expect(await ask({})).toEqual([tidesNew, other, high, low]);
      expect(await ask({ speaker: 'person/ada' })).toEqual([tidesNew, high]);
      expect(await ask({ search: searchFor('tide') })).toEqual([tidesNew, high, low]);
      expect(await ask({ search: searchFor('tide'), speaker: 'person/bo' })).toEqual([low]);
      expect(await ask({ search: searchFor('headline:tide') })).toEqual([]);
      expect(await ask({ about: { kind: 'tag', tag: { type: 'topic', slug: 'sea' } } })).toEqual([high, low]);
      expect(await ask({ article: written?.id })).toEqual([high, low]);
      expect(await ask({ before: '2024-01-15T00:00:00Z' })).toEqual([high, low]);
      expect(await ask({ speaker: 'person/nobody' })).toEqual([]);
      const { items } = await made.archive.reads.quotes({ limit: 1, count: 'none' });
      const entry = JSON.parse(items[0] ?? '');
      expect(JSON.stringify(QuoteEntry.parse(entry))).toBe(JSON.stringify(entry));
    });

    it('relates articles by the rarest tags they share, says which, and ignores a tag of most articles', async () => {
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Here', tags: ['person/ada', 'topic/sea', 'topic/news'] }),
        sampleArticle({ headline: 'Near', tags: ['person/ada', 'topic/sea', 'topic/news'] }),
        ...Array.from({ length: 9 }, (_, index) =>
          sampleArticle({ headline: `Far ${index}`, tags: ['topic/news'] }),
        ),
        sampleArticle({ headline: 'Elsewhere', tags: ['topic/inland'] }),
      ]);
      const related = (await made.archive.reads.related(written?.id ?? '', 3)).map((item) =>
        JSON.parse(item),
      );
      expect(related.map(({ headline }) => headline)).toEqual(['Near']);
      expect(related[0].reason).toEqual({
        sharedTags: [
          { id: 'person/ada', name: 'Ada' },
          { id: 'topic/sea', name: 'Sea' },
        ],
        sharedTerms: [],
        daysApart: 0,
      });
      expect(JSON.stringify(RelatedArticle.parse(related[0]))).toBe(JSON.stringify(related[0]));
    });

    it('relates no article by one tag that many have, but by several', async () => {
      const weak = ['topic/budget', 'place/quay'] as const;
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Here', tags: [...weak] }),
        sampleArticle({ headline: 'Both', tags: [...weak] }),
        ...Array.from({ length: 6 }, (_, index) => sampleArticle({ headline: `B${index}`, tags: [weak[0]] })),
        ...Array.from({ length: 6 }, (_, index) => sampleArticle({ headline: `Q${index}`, tags: [weak[1]] })),
        ...Array.from({ length: 26 }, (_, index) => sampleArticle({ headline: `Other ${index}` })),
      ]);
      const related = await made.archive.reads.related(written?.id ?? '', 20);
      expect(related.map((item) => JSON.parse(item).headline)).toEqual(['Both']);
    });

    it('relates no article by a word that only its text has', async () => {
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Lighthouses reopen' }),
        sampleArticle({ headline: 'A storm', body: 'One lighthouse went dark.' }),
        ...Array.from({ length: 9 }, (_, index) => sampleArticle({ headline: `Elsewhere ${index}` })),
      ]);
      expect(await made.archive.reads.related(written?.id ?? '', 5)).toEqual([]);
    });

    it('relates articles by the keywords of the source, of which those that are topics, too, count once', async () => {
      const topics = { keywords: ['Tide', 'Open Data'], tags: ['topic/tide' as const] };
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Here', ...topics }),
        sampleArticle({ headline: 'There', ...topics }),
        ...Array.from({ length: 9 }, (_, index) => sampleArticle({ headline: `Other ${index}` })),
      ]);
      const [first] = await made.archive.reads.related(written?.id ?? '', 5);
      const { headline, reason } = JSON.parse(String(first));
      expect([headline, ...reason.sharedTags.map(({ id }: { id: string }) => id)]).toEqual([
        'There',
        'keyword/open-data',
        'topic/tide',
      ]);
    });

    it.each([
      [3, ['Three', 'Two']],
      [5, []],
    ])('relates the articles of an archive of five by a tag that %i have: %j', async (count, expected) => {
      const written = await made.archive.writes.writeArticles(
        ['One', 'Two', 'Three', 'Four', 'Five'].map((headline, index) =>
          sampleArticle({ headline, tags: index < count ? ['topic/sea'] : [] }),
        ),
      );
      const related = await made.archive.reads.related(written[0]?.id ?? '', 5);
      expect(related.map((item) => JSON.parse(item).headline).toSorted()).toEqual(expected);
    });

    it('relates articles by the rare words of the headline, in any inflection, and the nearest in time first', async () => {
      const day = (number: number) => `2024-01-${String(number).padStart(2, '0')}T00:00:00Z`;
      const [written] = await made.archive.writes.writeArticles([
        sampleArticle({ headline: 'Lighthouses reopen on the coast', publishedAt: day(10) }),
        sampleArticle({ headline: 'A storm', standfirst: 'One lighthouse went dark.', publishedAt: day(28) }),
        sampleArticle({ headline: 'A lighthouse keeper', publishedAt: day(12) }),
        ...Array.from({ length: 9 }, (_, index) =>
          sampleArticle({ headline: `Elsewhere on the coast ${index}`, publishedAt: day(10) }),
        ),
      ]);
      const related = (await made.archive.reads.related(written?.id ?? '', 5)).map((item) =>
        JSON.parse(item),
      );
      expect(related.map(({ headline }) => headline)).toEqual(['A lighthouse keeper', 'A storm']);
      expect(related[0].reason).toEqual({ sharedTags: [], sharedTerms: ['lighthouses'], daysApart: 2 });
    });
  });
}
