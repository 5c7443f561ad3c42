import type { Client, TagSummary } from '../clients/typescript/src/client.ts';
import { optional } from './optional.ts';
import { kindOf } from './tag-types.ts';

/** Position of a topic or place in its hierarchy. */
export interface Hierarchy {
  /** Ancestors from the broadest to the parent. */
  path: TagSummary[];
  /** Other parents. */
  alsoIn: TagSummary[];
  /** Children, most frequent first. */
  narrower: TagSummary[];
  /** Number of further children. */
  more: number;
}

/** Maximum number of ancestors, and of children. */
const highest = 6;
const named = 12;

/** Reads the ancestors and children of a tag, with names and counts. */
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
  const responses = await Promise.all(
    ids.map((id) => {
      const kind = kindOf(id);
      const slug = id.replace(/^[^/]*\//, '');
      return kind && optional(api.get(`/v1/${kind}/{slug}`, { path: { slug } }));
    }),
  );
  return responses.flatMap((response) => (response ? [response.data] : []));
}
