import { type AuthorityEntry, authorityEntry } from '../../../model/authority.ts';
import { TagId, TagType } from '../../../model/tag.ts';

/** The entry of a tag that an article names but nobody describes. Throws a ZodError when the id is none. */
export function unconfirmedTag(id: TagId, name: string | undefined): AuthorityEntry {
  const [type, slug = ''] = TagId.parse(id).split('/');
  return authorityEntry({ type: TagType.parse(type), slug, name: name ?? slug }, { discovered: true });
}
