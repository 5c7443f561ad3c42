import type { ArchiveReads } from '../../archive/reads.ts';
import { foldedWords } from '../../model/fold.ts';
import { personOfAuthor } from '../../model/person-of-author.ts';
import type { Position } from '../../model/query.ts';
import { Tag, type TagId } from '../../model/tag.ts';

const Person = Tag.pick({ id: true, slug: true, name: true });

/**
 * Returns the slug of the person who is an author, if the archive knows exactly one of that name; see `personOfAuthor`.
 */
export async function personOf(archive: ArchiveReads, author: string): Promise<string | undefined> {
  const prefix = foldedWords(author).at(-1);
  if (prefix === undefined) return undefined;
  const people = new Map<TagId, { id: TagId; slug: string; name: string }>();
  let position: Position | undefined;
  do {
    const { items, next } = await archive.tags({
      ...{ type: 'person', prefix, sort: 'articles', limit: 100, count: 'none' },
      ...(position && { position }),
    });
    for (const item of items) {
      const person = Person.parse(JSON.parse(item));
      people.set(person.id, person);
    }
    position = next;
  } while (position);
  const id = personOfAuthor(author, people.values());
  return id && people.get(id)?.slug;
}
