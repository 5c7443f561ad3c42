import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../../../src/archive/results.ts';
import { type Arriving, arriving, killing } from '../arriving.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';

const later = '2030-01-01T00:00:00Z';

for (const engine of engines) {
  describe(`states of articles (${engine.name})`, () => {
    const made = archiveForEachTest(engine);
    const write = async (...documents: Parameters<typeof made.archive.writes.writeArticles>[0]) =>
      made.archive.writes.writeArticles(documents);
    const outcomes = (results: WriteResult[]) => results.map(({ outcome }) => outcome);
    const arrive = async (...samples: Arriving[]) => outcomes(await write(...samples.map(arriving)));
    const idOf = async (sample: Arriving): Promise<string> => {
      const [only] = await write(arriving(sample));
      return only?.id ?? '';
    };
    const published = () => allHeadlines(made.archive);

    describe('held copy and drafts', () => {
      it('are in no read until they are published', async () => {
        const held = { headline: 'Secret', tags: ['person/ada-birch'], quotes: [{ exact: 'Hush' }] };
        const results = await write(
          arriving({ ...held, release: 'hold', dueAt: later }),
          arriving({ ...held, key: 'other', headline: 'Unready', release: 'draft' }),
        );
        expect(results).toMatchObject([
          { outcome: 'held', slug: '', revision: 0 },
          { outcome: 'draft', slug: '', revision: 0 },
        ]);
        const [{ id = '' } = {}] = results;
        expect(await published()).toEqual([]);
        expect(await made.archive.reads.article(id)).toEqual({ kind: 'absent' });
        expect(await made.archive.reads.gone(id)).toBeUndefined();
        expect(await made.archive.reads.summary()).toMatchObject({
          articles: 0,
          people: 0,
          quotes: 0,
          sources: 0,
        });
        expect(await made.archive.changes.last()).toBe(0);
        expect(await made.archive.exports.tags('', 5)).toEqual([]);
      });

      it('are listed for editors, with the revision that they will replace', async () => {
        await arrive({ key: 'a', headline: 'First' });
        await arrive({ key: 'a', headline: 'Second', release: 'hold', dueAt: later, version: 2 });
        await arrive({ key: 'b', headline: 'Unready', release: 'draft' });
        const all = await made.archive.states.unpublished({ limit: 5 });
        expect(
          all.map(({ headline, state, dueAt, version, revision }) => [
            headline,
            state,
            dueAt,
            version,
            revision,
          ]),
        ).toEqual(
          expect.arrayContaining([
            ['Second', 'held', later, 2, 1],
            ['Unready', 'draft', null, null, null],
          ]),
        );
        const drafts = await made.archive.states.unpublished({ state: 'draft', limit: 5 });
        expect(drafts.map(({ headline }) => headline)).toEqual(['Unready']);
        const [first] = all;
        expect(await made.archive.states.unpublished({ limit: 5, after: first?.id })).toEqual(all.slice(1));
        expect(await made.archive.states.nextDue()).toBe(later);
      });

      it('are published when they are due, and not a second earlier', async () => {
        await arrive({ headline: 'Secret', tags: ['person/ada-birch'], release: 'hold', dueAt: later });
        expect(await made.archive.writes.publishDue('2029-12-31T23:59:59Z')).toEqual([]);
        expect(outcomes(await made.archive.writes.publishDue(later))).toEqual(['new']);
        expect(await published()).toEqual(['Secret']);
        expect(await made.archive.states.nextDue()).toBeUndefined();
        expect(await made.archive.reads.summary()).toMatchObject({ articles: 1, people: 1 });
        expect((await made.archive.changes.since(0, 5)).map(({ kind }) => kind)).toEqual(['new']);
      });

      it('are published at the present time if an editor releases them before their date', async () => {
        const held = {
          headline: 'Early',
          publishedAt: '2999-01-01T00:00:00Z',
          release: 'hold' as const,
          dueAt: '2999-01-01T00:00:00Z',
        };
        const id = await idOf(held);
        expect(await made.archive.writes.release([id])).toMatchObject([
          { before: 'held', after: 'published' },
        ]);
        const found = await made.archive.reads.article(id);
        const article = found.kind === 'found' ? JSON.parse(found.value) : {};
        expect(article.publishedAt < '2999').toBe(true);
        expect(article.publication.basis).toBe('editor');
        // The same document is not held again.
        expect(await arrive(held)).toEqual(['same']);
        expect(await made.archive.states.unpublished({ limit: 5 })).toEqual([]);
      });

      it('wait beside the published version, and replace it', async () => {
        await arrive({ key: 'a', headline: 'First' });
        expect(await arrive({ key: 'a', headline: 'Second', release: 'hold', dueAt: later })).toEqual([
          'held',
        ]);
        expect(await published()).toEqual(['First']);
        expect(outcomes(await made.archive.writes.publishDue(later))).toEqual(['changed']);
        expect(await published()).toEqual(['Second']);
        const [{ id } = { id: '' }] = await made.archive.states.find('second');
        await arrive({ key: 'a', headline: 'Third', release: 'draft' });
        expect(await made.archive.states.find(id)).toMatchObject([{ state: 'published', next: 'draft' }]);
        expect(await made.archive.writes.release([id])).toMatchObject([{ changed: true, slug: 'third' }]);
      });

      it('give way to a published version', async () => {
        await arrive({ key: 'a', headline: 'Second', release: 'hold', dueAt: later });
        expect(await arrive({ key: 'a', headline: 'Third' })).toEqual(['new']);
        expect(await made.archive.states.unpublished({ limit: 5 })).toEqual([]);
      });

      it('give back the built-in description of their topics when they are published', async () => {
        await arrive({
          headline: 'Gold',
          inferred: ['topic/economy-business-and-finance'],
          release: 'hold',
          dueAt: later,
        });
        expect(await made.archive.reads.authority()).toEqual([]);
        await made.archive.writes.publishDue(later);
        expect((await made.archive.reads.authority()).map(({ id }) => id)).toContain(
          'topic/economy-business-and-finance',
        );
      });
    });

    describe('versions', () => {
      it('never replace a later one, by number', async () => {
        expect(await arrive({ key: 'a', headline: 'Two', version: 2 })).toEqual(['new']);
        expect(await arrive({ key: 'a', headline: 'One', version: 1 })).toEqual(['older']);
        expect(await arrive({ key: 'a', headline: 'None' })).toEqual(['older']);
        expect(await published()).toEqual(['Two']);
        expect(await arrive({ key: 'a', headline: 'Two, mended', version: 2 })).toEqual(['changed']);
      });

      it('never replace a later one, by time of modification', async () => {
        const [early, late] = ['2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z'];
        await arrive({ key: 'a', headline: 'Late', updatedAt: late });
        expect(await arrive({ key: 'a', headline: 'Early', updatedAt: early })).toEqual(['older']);
      });

      it('are remembered when the content is the same', async () => {
        await arrive({ key: 'a', headline: 'One', version: 1 });
        expect(await arrive({ key: 'a', headline: 'One', version: 3 })).toEqual(['same']);
        expect(await arrive({ key: 'a', headline: 'Two', version: 2 })).toEqual(['older']);
      });

      it('survive a correction', async () => {
        const id = await idOf({ key: 'a', headline: 'Two', version: 2 });
        await made.archive.writes.correct(id, [{ do: 'set', headline: 'Two!' }], 'desk');
        expect(await arrive({ key: 'a', headline: 'One', version: 1 })).toEqual(['older']);
      });
    });

    describe('a withdrawal by the source', () => {
      const story = { key: 'a', headline: 'Libel', tags: ['person/ada-birch'] };

      it('takes the article back, and leaves a tombstone', async () => {
        const id = await idOf(story);
        const results = await write(killing(story, { note: 'Legal reasons' }));
        expect(results).toMatchObject([{ id, slug: 'libel', outcome: 'withdrawn' }]);
        expect(await published()).toEqual([]);
        const tombstone = { kind: 'withdrawn', id, slug: 'libel', note: 'Legal reasons', revision: 1 };
        expect(await made.archive.reads.gone(id)).toMatchObject(tombstone);
        expect(await made.archive.reads.gone('libel')).toMatchObject(tombstone);
        expect((await made.archive.changes.since(1, 5)).map(({ kind }) => kind)).toEqual(['deleted']);
        expect(await made.archive.reads.summary()).toMatchObject({ articles: 0, people: 0 });
      });

      it('in the same batch as the article, does so too', async () => {
        expect(outcomes(await write(arriving(story), killing(story)))).toEqual(['new', 'withdrawn']);
        expect(await published()).toEqual([]);
      });

      it('is only lifted by a later version that states that it is public', async () => {
        await arrive({ ...story, version: 1 });
        await write(killing(story, { version: 2 }));
        const again = { ...story, headline: 'Mended' };
        expect(await arrive({ ...again, version: 3 })).toEqual(['gone']);
        expect(await arrive({ ...again, version: 2, statesPublic: true })).toEqual(['gone']);
        expect(await arrive({ ...again, version: 3, statesPublic: true })).toEqual(['new']);
        expect(await published()).toEqual(['Mended']);
        const [present] = await made.archive.states.find('mended');
        const revisions = await made.archive.reads.revisions(present?.id ?? '');
        expect(revisions.map((revision) => JSON.parse(revision).headline)).toEqual(['Libel', 'Mended']);
        expect(await made.archive.reads.gone('libel')).toBeUndefined();
        expect(await arrive({ ...again, headline: 'Mended again', version: 4 })).toEqual(['changed']);
      });

      it('without versions is not lifted by any text that the article ever had', async () => {
        await arrive({ ...story, headline: 'First' });
        await arrive({ ...story, headline: 'Second' });
        await write(killing(story));
        for (const headline of ['First', 'Second'])
          expect(await arrive({ ...story, headline, statesPublic: true })).toEqual(['gone']);
        expect(await arrive({ ...story, headline: 'Third', statesPublic: true })).toEqual(['new']);
      });

      it('of another source does nothing', async () => {
        await arrive(story);
        expect(outcomes(await write(killing({ ...story, source: 'gazette' })))).toEqual(['not-stored']);
        expect(await published()).toEqual(['Libel']);
      });

      it('of copy that was never public shows nothing to readers', async () => {
        const id = await idOf({ ...story, release: 'hold', dueAt: later });
        expect(outcomes(await write(killing(story)))).toEqual(['withdrawn']);
        expect(await made.archive.writes.publishDue(later)).toEqual([]);
        expect(await made.archive.reads.gone(id)).toBeUndefined();
        expect(await made.archive.changes.last()).toBe(0);
      });

      it('that an editor lifted does not come back with the same notice', async () => {
        const id = await idOf({ ...story, version: 1 });
        await write(killing(story, { version: 2 }));
        await made.archive.writes.restore([id]);
        expect(outcomes(await write(killing(story, { version: 2 })))).toEqual(['older']);
        expect(await published()).toEqual(['Libel']);
        expect(outcomes(await write(killing(story, { version: 3 })))).toEqual(['withdrawn']);
      });
    });

    describe('a withdrawal by an editor', () => {
      const story = {
        key: 'a',
        headline: 'Ferry sinks',
        tags: ['person/ada-birch'],
        quotes: [{ exact: 'Help' }],
      };

      it('is only lifted by restoring the article, which brings back everything', async () => {
        const id = await idOf({ ...story, headline: 'Ferry in trouble' });
        await arrive(story);
        await made.archive.writes.correct(id, [{ do: 'set', standfirst: 'All saved' }], 'desk');
        const before = await made.archive.reads.article(id);
        const summary = await made.archive.reads.summary();
        const [change] = await made.archive.writes.withdraw([id], { note: 'Under review' });
        expect(change).toEqual({
          id,
          slug: 'ferry-sinks',
          before: 'published',
          after: 'withdrawn',
          changed: true,
        });
        for (const reference of [id, 'ferry-sinks', 'ferry-in-trouble'])
          expect(await made.archive.reads.gone(reference)).toMatchObject({
            kind: 'withdrawn',
            note: 'Under review',
          });
        expect(await arrive({ ...story, version: 9, statesPublic: true })).toEqual(['gone']);

        const [restored] = await made.archive.writes.restore([id]);
        expect(restored).toEqual({
          id,
          slug: 'ferry-sinks',
          before: 'withdrawn',
          after: 'published',
          changed: true,
        });
        const after = await made.archive.reads.article('ferry-sinks');
        if (before.kind !== 'found' || after.kind !== 'found') throw new Error('it is there');
        const { revision, storedAt: _at, ...content } = JSON.parse(before.value);
        expect(JSON.parse(after.value)).toMatchObject({ ...content, revision: revision + 1 });
        expect(await made.archive.reads.summary()).toEqual(summary);
        expect(await made.archive.reads.article('ferry-in-trouble')).toEqual({
          kind: 'moved',
          slug: 'ferry-sinks',
        });
        const corrected = await made.archive.reads.corrected(id);
        expect(corrected).toMatchObject({ value: { corrections: [{ editor: 'desk' }] } });
        const [own] = corrected.kind === 'found' ? corrected.value.corrections : [];
        await made.archive.writes.withdrawCorrection(id, own?.number ?? 0);
        const [uncorrected] = await made.archive.reads.uncorrected([id]);
        expect(uncorrected?.reading.standfirst).toBeNull();
      });

      it('keeps held copy, which is held again when it is restored', async () => {
        const id = await idOf({ ...story, release: 'hold', dueAt: later });
        const [change] = await made.archive.writes.withdraw([id]);
        expect(change).toMatchObject({ before: 'held', after: 'withdrawn' });
        expect(await made.archive.states.unpublished({ limit: 5 })).toEqual([]);
        expect(await made.archive.writes.publishDue(later)).toEqual([]);
        expect(await made.archive.writes.restore([id])).toMatchObject([{ after: 'held' }]);
        expect(outcomes(await made.archive.writes.publishDue(later))).toEqual(['new']);
      });

      it('is not made if the article is not the expected one', async () => {
        const id = await idOf(story);
        const [change] = await made.archive.writes.withdraw([id], { expected: () => false });
        expect(change).toMatchObject({ before: 'published', after: 'published', mismatch: true });
        expect(await published()).toEqual(['Ferry sinks']);
      });

      it('holds for the same text under another id, of any source', async () => {
        const id = await idOf(story);
        expect(await arrive({ ...story, key: 'copy' })).toEqual(['same']);
        await made.archive.writes.withdraw([id]);
        expect(await arrive({ ...story, key: 'copy' })).toEqual(['gone']);
        expect(await arrive({ ...story, key: 'another' })).toEqual(['gone']);
        expect(await arrive({ ...story, key: 'another', headline: 'Ferry sails' })).toEqual(['new']);
      });

      it('of an unknown article does nothing', async () => {
        for (const act of ['withdraw', 'restore', 'release', 'purge'] as const) {
          expect(await made.archive.writes[act](['0000'])).toEqual([
            { id: '0000', slug: '', before: 'absent', after: 'absent', changed: false },
          ]);
        }
      });
    });

    describe('an import that is taken back', () => {
      it('withdraws new articles, and restores the revision before of the others', async () => {
        await made.archive.writes.writeTags([sampleEntry('person/bo-elm')]);
        await arrive(
          { key: 'a', headline: 'Right', tags: ['person/bo-elm'] },
          { key: 'b', headline: 'Untouched' },
        );
        const since = await made.archive.changes.last();
        await arrive({ key: 'a', headline: 'Wrong' }, { key: 'c', headline: 'New' });
        await arrive({ key: 'd', headline: 'Held', release: 'hold', dueAt: later });
        const [first] = await made.archive.changes.since(since, 1);
        const arrived = await made.archive.states.arrivedSince(first?.at ?? '');
        // Both imports may be within one second.
        const own = arrived.filter(({ name }) => name !== 'untouched');
        const revisions = own.map((article) => ({
          ...article,
          revision: article.name === 'wrong' ? 1 : null,
        }));
        expect(own.map(({ name, state }) => [name, state]).sort()).toEqual([
          ['Held', 'held'],
          ['new', 'published'],
          ['wrong', 'published'],
        ]);
        await made.archive.writes.revert(revisions, { note: 'Wrong file' });
        expect((await published()).sort()).toEqual(['Right', 'Untouched']);
        expect(await made.archive.states.unpublished({ limit: 5 })).toEqual([]);
        expect(await made.archive.reads.gone('new')).toMatchObject({ note: 'Wrong file' });
        const [right] = await made.archive.states.find('right');
        expect(await made.archive.reads.revisions(right?.id ?? '')).toHaveLength(3);
      });
    });

    describe('a purge', () => {
      it('leaves no read that tells what the article was', async () => {
        const story = { key: 'a', headline: 'Purged story' };
        const id = await idOf({ ...story, headline: 'Earlier slug' });
        await arrive({ ...story, keywords: ['Onlyhere'] });
        await made.archive.writes.correct(id, [{ do: 'set', standfirst: 'Correction' }], 'desk');
        expect(await made.archive.writes.purge([id])).toMatchObject([
          { before: 'published', after: 'purged', slug: '' },
        ]);
        for (const reference of [id, 'purged-story', 'earlier-slug'])
          expect(await made.archive.reads.gone(reference)).toEqual({ kind: 'purged' });
        expect(await made.archive.states.find(id)).toEqual([]);
        expect(await made.archive.exports.deletions('', 5)).toEqual([]);
        expect(await made.archive.reads.summary()).toMatchObject({ articles: 0, keywords: 0 });
        expect((await made.archive.changes.since(0, 9)).at(-1)).toMatchObject({
          kind: 'deleted',
          article: id,
        });
        expect(await made.archive.writes.restore([id])).toMatchObject([
          { before: 'purged', after: 'purged' },
        ]);
      });

      it('is never undone by an import, under any id', async () => {
        const story = { key: 'a', headline: 'Purged story', version: 1 };
        const id = await idOf(story);
        await made.archive.writes.purge([id]);
        expect(await arrive({ ...story, headline: 'Other', version: 2, statesPublic: true })).toEqual([
          'gone',
        ]);
        expect(await arrive({ ...story, key: 'b' })).toEqual(['gone']);
        expect(outcomes(await write(killing(story)))).toEqual(['gone']);
        const stored = { id, slug: 'purged-story', revision: 7, storedAt: '2024-01-01T00:00:00Z' };
        expect(outcomes(await write({ ...sampleArticle({ headline: 'Other' }), stored }))).toEqual(['gone']);
        await made.archive.writes.restoreRecords([{ deleted: { id, slug: 'purged-story', revision: 7 } }]);
        expect(await made.archive.reads.gone(id)).toEqual({ kind: 'purged' });
        expect(await arrive({ key: 'c', headline: 'Purged story' })).toEqual(['gone']);
        expect(await arrive({ key: 'c', headline: 'Purged story', body: 'A new text.' })).toEqual(['new']);
        expect(await made.archive.states.find('purged-story-2')).toHaveLength(1);
      });

      it('takes copies with it that wait to be published', async () => {
        const story = { headline: 'Purged story' };
        const id = await idOf({ key: 'a', ...story });
        await arrive({ key: 'b', ...story, release: 'hold', dueAt: later });
        await made.archive.writes.purge([id]);
        expect(await made.archive.states.unpublished({ limit: 5 })).toEqual([]);
      });

      it('of copy that was never public shows nothing to readers', async () => {
        const id = await idOf({ headline: 'Purged story', release: 'draft' });
        expect(await made.archive.writes.purge([id])).toMatchObject([{ before: 'draft', after: 'purged' }]);
        expect(await made.archive.reads.gone(id)).toBeUndefined();
      });
    });

    it('are found by id, slug, former slug and address, in any state', async () => {
      const url = 'https://news.example/tide';
      const id = await idOf({ key: 'a', headline: 'Tide', url });
      await arrive({ key: 'a', headline: 'High tide', url });
      const heldId = await idOf({ key: 'b', headline: 'Low tide', url: `${url}/2`, release: 'draft' });
      const find = (reference: string) => made.archive.states.find(reference);
      const source = 'the-harbour-post';
      const tide = { id, state: 'published', source, name: 'high-tide', next: null };
      for (const reference of [id, 'tide', 'high-tide', `${url}/`])
        expect(await find(reference)).toEqual([tide]);
      const low = { id: heldId, state: 'draft', source, name: 'Low tide', next: null };
      expect(await find(`${url}/2`)).toEqual([low]);
      expect(
        (await made.archive.states.ofSource('the-harbour-post')).map((each) => each.name).sort(),
      ).toEqual(['Low tide', 'high-tide']);
      await made.archive.writes.withdraw([id, heldId]);
      for (const reference of [id, 'tide', 'high-tide', url])
        expect(await find(reference)).toEqual([{ ...tide, state: 'withdrawn' }]);
      expect(await find(`${url}/2`)).toMatchObject([{ id: heldId, state: 'withdrawn' }]);
      expect(await made.archive.states.ofSource('the-harbour-post')).toHaveLength(2);
    });
  });
}
