import { describe, expect, it } from 'vitest';
import { archiveForEachTest, engines } from '../engines.ts';
import { type Sample, sampleArticle } from '../sample-articles.ts';

/** A text of so many different words; `changed` of them, evenly spread, are others. */
function words(count: number, changed = 0, topic = 'harbour'): string {
  const every = changed === 0 ? Number.POSITIVE_INFINITY : Math.floor(count / changed);
  return Array.from({ length: count }, (_, at) =>
    at % every === every - 1 ? `other${topic}${at}` : `${topic}${at}`,
  ).join(' ');
}

for (const engine of engines) {
  describe(`articles that tell one story (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    const write = async (...samples: Sample[]) =>
      (await made.archive.writes.writeArticles(samples.map(sampleArticle))).map(({ id }) => id);
    const storyOf = async (id = '') => {
      const story = await made.archive.reads.story(id);
      return story?.articles.map((article) => JSON.parse(article).headline);
    };
    const on = (day: string) => `2024-05-${day}T08:00:00Z`;

    it('joins the same words from two clients of a wire, in the order of publication', async () => {
      const body = words(120);
      const [late, early] = await write(
        { headline: 'Second client', body, publishedAt: on('07') },
        { headline: 'First client', body, publishedAt: on('06') },
      );
      expect(await storyOf(late)).toEqual(['First client', 'Second client']);
      expect((await made.archive.reads.story(early ?? ''))?.id).toBe(
        (await made.archive.reads.story(late ?? ''))?.id,
      );
    });

    it('joins a later take within a week, across weeks of the calendar, and not after it', async () => {
      const [first, second, month] = await write(
        { headline: 'First take', body: words(150), publishedAt: '2024-05-08T23:00:00Z' },
        { headline: 'Second take', body: words(150, 5), publishedAt: '2024-05-09T01:00:00Z' },
        { headline: 'A month later', body: words(150, 6), publishedAt: '2024-06-20T01:00:00Z' },
      );
      expect(await storyOf(first)).toEqual(['First take', 'Second take']);
      expect(await storyOf(second)).toEqual(['First take', 'Second take']);
      expect(await storyOf(month)).toBeUndefined();
    });

    it('leaves apart what shares less than half of its runs of words', async () => {
      const [one] = await write(
        { headline: 'One', body: words(120) },
        { headline: 'Two', body: `${words(40)} ${words(80, 0, 'storm')}` },
      );
      expect(await storyOf(one)).toBeUndefined();
    });

    it('joins short texts only when they are the same', async () => {
      const short = 'Markets in the capital are closed for the holiday today.';
      const [one, , other] = await write(
        { headline: 'One', body: short },
        { headline: 'Same', body: short },
        { headline: 'Other', body: short.replace('today', 'tomorrow') },
      );
      expect(await storyOf(one)).toEqual(['One', 'Same']);
      expect(await storyOf(other)).toBeUndefined();
    });

    it('keeps a story together when its articles are moved to other keys', async () => {
      const at = on('06');
      const crowd = Array.from({ length: 200 }, (_, index) => ({
        headline: `Crowd ${index}`,
        body: words(60, 0, `crowd${index}word`),
        publishedAt: at,
      }));
      const after = '2024-05-06T08:00:01Z';
      const [first] = await write({ headline: 'First', body: words(120), publishedAt: after });
      await write(...crowd);
      await write({ headline: 'Second', body: words(120, 5), publishedAt: after });
      expect(await storyOf(first)).toEqual(['First', 'Second']);
    });

    it('takes an article out of a story that it does not tell any more, and one that is deleted', async () => {
      const body = words(120);
      const [one, two, three] = await write(
        { headline: 'One', body },
        { headline: 'Two', body },
        { headline: 'Three', body },
      );
      await write({ key: 'Two', headline: 'Two', body: words(120, 0, 'storm') });
      expect(await storyOf(one)).toEqual(['One', 'Three']);
      expect(await storyOf(two)).toBeUndefined();
      await made.archive.writes.withdraw([three ?? '']);
      expect(await storyOf(one)).toBeUndefined();
    });

    it('gives all revisions of an article, the present one last', async () => {
      const [id] = await write({ key: 'a', headline: 'Old words' });
      await write({ key: 'a', headline: 'New words' });
      const revisions = (await made.archive.reads.revisions(id ?? '')).map((article) => JSON.parse(article));
      expect(revisions.map(({ revision, headline }) => [revision, headline])).toEqual([
        [1, 'Old words'],
        [2, 'New words'],
      ]);
      expect(await made.archive.reads.revisions('nothing')).toEqual([]);
    });
  });
}
