import type { Client, TagSummary } from '../clients/typescript/src/client.ts';
import { beside } from './beside.ts';
import { kindOf } from './href.ts';

/** Where a topic or place stands among others of its kind. */
export interface Hierarchy {
  /** From the widest to the one just above. */
  path: TagSummary[];
  /** What else it belongs to. */
  alsoIn: TagSummary[];
  /** What is just below, the most frequent first. */
  narrower: TagSummary[];
  /** How many more are below. */
  more: number;
}

/** How many steps up are followed, and how many below are named. */
const highest = 6;
const named = 12;

/** Reads what is above and below a tag, by name and with counts. */
export async function readHierarchy(api: Client, tag: TagSummary): Promise<Hierarchy> {
  const [first, ...rest] = tag.broader;
  const [path, alsoIn, narrower] = await Promise.all([
    pathTo(api, first, highest),
    readTags(api, rest.slice(0, named)),
    readTags(api, tag.narrower.slice(0, named)),
  ]);
  return {
    path,
    alsoIn,
    narrower: narrower.sort((a, b) => b.articleCount - a.articleCount),
    more: tag.narrower.length - narrower.length,
  };
}

async function pathTo(api: Client, id: string | undefined, steps: number): Promise<TagSummary[]> {
  const [tag] = id && steps > 0 ? await readTags(api, [id]) : [];
  return tag ? [...(await pathTo(api, tag.broader[0], steps - 1)), tag] : [];
}

async function readTags(api: Client, ids: string[]): Promise<TagSummary[]> {
  const answers = await Promise.all(
    ids.map((id) => {
      const kind = kindOf(id);
      const slug = id.replace(/^[^/]*\//, '');
      return kind && beside(api.get(`/v1/${kind}/{slug}`, { path: { slug } }));
    }),
  );
  return answers.flatMap((answer) => (answer ? [answer.data] : []));
}
