import type { Archive } from '../../src/archive/archive.ts';
import type { TagId } from '../../src/model/tag.ts';
import { type Arriving, arriving } from '../archive/arriving.ts';
import { sampleEntry } from '../archive/sample-articles.ts';

/** Words that only unpublished copy has, and only copy that is gone. Each is also a slug. */
export const secretWords = { unpublished: 'quillfeather', gone: 'thornwhistle' };

/** A text that a public article has, too, so that its story and its related articles could show the other. */
const shared = `The ferry brought grain, timber and news to the harbour. ${'Boats came in all day. '.repeat(40)}`;

const publicSamples: Arriving[] = [
  {
    headline: 'Birch promises a new pier',
    publishedAt: '2024-11-03T11:59:00Z',
    tags: ['person/ada-birch', 'topic/harbours', 'place/seahaven'],
    keywords: ['Open Data'],
    sections: ['City Hall'],
    authors: ['Ann Lee'],
    quotes: [{ exact: 'We will build the pier by spring', speaker: 'person/ada-birch' }],
  },
  {
    headline: 'Council argues over the pier',
    publishedAt: '2024-11-03T23:30:00Z',
    tags: ['person/ada-birch', 'person/bo-elm', 'organization/seahaven-council', 'place/seahaven'],
    quotes: [{ exact: 'There is no money for it', speaker: 'person/bo-elm' }],
  },
  {
    headline: 'Storm closes the ferry',
    publishedAt: '2024-02-29T12:00:00Z',
    source: 'the-island-gazette',
    language: 'de',
    tags: ['place/seahaven', 'topic/storms'],
    caption: 'The ferry at anchor.',
  },
  {
    headline: 'Fishers land a record catch',
    publishedAt: '2023-07-01T06:00:00Z',
    tags: ['topic/harbours', 'person/cy-fir'],
    body: shared,
  },
];

/** An article with a word in every field, in tags of every type, and in the words of a public one. */
function secretArticle(word: string, key: string): Arriving {
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const tags: TagId[] = ['person', 'organization', 'topic', 'place'].map(
    (type) => `${type}/${word}` as TagId,
  );
  return {
    key: `${word}-${key}`,
    headline: name,
    standfirst: `${name} was first.`,
    body: `${shared} ${name} ${key}.`,
    caption: `${name} at anchor.`,
    publishedAt: '2024-11-04T08:00:00Z',
    source: word,
    language: 'fr',
    url: `https://${word}.example/${word}-${key}`,
    tags: [...tags, 'person/ada-birch', 'topic/harbours', 'place/seahaven'],
    inferred: ['topic/transport'],
    keywords: [name, 'Open Data'],
    sections: [name, 'City Hall'],
    authors: [name, 'Ann Lee'],
    quotes: [{ exact: `${name} will build`, speaker: `person/${word}` as TagId }],
  };
}

/** Writes what everybody may read. */
export async function writePublic({ writes }: Archive): Promise<void> {
  await writes.writeTags([
    sampleEntry('person/ada-birch', { aliases: ['Mayor Birch'], description: 'Mayor of Seahaven.' }),
    sampleEntry('topic/harbours', { broader: ['topic/transport'] }),
    sampleEntry('topic/transport'),
  ]);
  await writes.writeArticles(publicSamples.map((sample) => arriving(sample)));
}

/** Writes copy in each state in which nobody may read it. Returns the ids of the articles that were public before. */
export async function writeSecrets({ writes, reads, states }: Archive): Promise<string[]> {
  const { unpublished, gone } = secretWords;
  const held = { release: 'hold', dueAt: '2099-01-01T00:00:00Z' } as const;
  const [pier] = publicSamples;
  await writes.writeArticles([
    arriving({ ...secretArticle(unpublished, 'held'), ...held }),
    arriving({ ...secretArticle(unpublished, 'draft'), release: 'draft' }),
    // A later version of a public article.
    arriving({
      ...secretArticle(unpublished, 'later'),
      key: pier?.headline ?? '',
      source: 'the-harbour-post',
      ...held,
    }),
  ]);
  const written = await writes.writeArticles([
    arriving(secretArticle(gone, 'withdrawn')),
    arriving(secretArticle(gone, 'purged')),
    arriving({ ...secretArticle(gone, 'both'), publishedAt: '2024-11-05T08:00:00Z' }),
  ]);
  const [withdrawn = '', purged = '', both = ''] = written.map(({ id }) => id);
  await writes.withdraw([withdrawn, both]);
  await writes.purge([purged, both]);
  const waiting = await states.unpublished({ limit: 10 });
  if (waiting.length !== 3) throw new Error(`expected 3 unpublished articles, found ${waiting.length}`);
  const ends = await Promise.all([withdrawn, purged].map(async (id) => (await reads.gone(id))?.kind));
  if (ends.join() !== 'withdrawn,purged') throw new Error(`expected articles that are gone, found ${ends}`);
  return [withdrawn, purged, both];
}
