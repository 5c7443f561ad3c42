import type { Archive } from '../../src/archive/archive.ts';
import { seededRandom } from '../training/random.ts';

const rangeSize = 100;

/**
 * Articles from all over an archive as JSON, about `count` and the same each time: all of them, oldest first, where
 * there are no more, else ranges that begin at random instants.
 */
export async function* sampleArticles(
  archive: Archive,
  form: 'card' | 'full',
  count: number,
): AsyncGenerator<string> {
  const { articles, oldest, newest } = await archive.reads.summary();
  const query = { filter: {}, sort: 'oldest', form, limit: rangeSize, count: 'none' } as const;
  type Position = Parameters<typeof archive.reads.articles>[0]['position'];
  const page = (position: Position) => archive.reads.articles({ ...query, ...(position && { position }) });
  if (articles <= count) {
    let position: Position;
    do {
      const { items, next } = await page(position);
      yield* items;
      position = next;
    } while (position);
    return;
  }
  const [first, last] = [oldest, newest].map((instant) => Date.parse(instant ?? '') / 1000);
  const random = seededRandom(count);
  for (let ranges = Math.ceil(count / rangeSize); ranges > 0; ranges -= 1) {
    const rank = Math.floor((first ?? 0) + random() * ((last ?? 0) - (first ?? 0)));
    yield* (await page({ direction: 'after', rank, id: '' })).items;
  }
}
