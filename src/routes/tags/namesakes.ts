import type { ArchiveReads } from '../../archive/reads.ts';
import { onlyNamesake, sharedWords } from '../../model/namesake.ts';
import type { Position } from '../../model/query.ts';
import { Tag, type TagId } from '../../model/tag.ts';

const Namesake = Tag.pick({ id: true, slug: true, name: true });
type Namesake = Pick<Tag, 'id' | 'slug' | 'name'>;

/** Returns the slug of the person who is an author, if the archive knows exactly one of that name; see `onlyNamesake`. */
export async function personOf(archive: ArchiveReads, author: string): Promise<string | undefined> {
  return (await namesakeOf(archive, 'person', author))?.slug;
}

/** Returns the slug of the author who is a person, if the archive knows one person and one author of that name. */
export async function authorOf(
  archive: ArchiveReads,
  person: Pick<Tag, 'id' | 'name'>,
): Promise<string | undefined> {
  const author = await namesakeOf(archive, 'author', person.name);
  if (author === undefined) return undefined;
  const named = await namesakeOf(archive, 'person', author.name);
  return named?.id === person.id ? author.slug : undefined;
}

async function namesakeOf(
  archive: ArchiveReads,
  type: 'person' | 'author',
  name: string,
): Promise<Namesake | undefined> {
  const prefix = sharedWords(name).join(' ');
  if (prefix === '') return undefined;
  const tags = new Map<TagId, Namesake>();
  let position: Position | undefined;
  do {
    const { items, next } = await archive.tags({
      ...{ type, prefix, sort: 'articles', limit: 100, count: 'none' },
      ...(position && { position }),
    });
    for (const item of items) {
      const tag = Namesake.parse(JSON.parse(item));
      tags.set(tag.id, tag);
    }
    position = next;
  } while (position);
  const id = onlyNamesake(name, tags.values());
  return id === undefined ? undefined : tags.get(id);
}
