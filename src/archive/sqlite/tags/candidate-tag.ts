import { type AuthorityEntry, authorityEntry } from '../../../model/authority.ts';
import { TagId, TagType } from '../../../model/tag.ts';

/** Returns an entry for a tag that an article names but no authority describes. Throws a ZodError on an invalid id. */
export function candidateTag(id: TagId, name?: string): AuthorityEntry {
  const [type, slug = ''] = TagId.parse(id).split('/');
  return authorityEntry({ type: TagType.parse(type), slug, name: name ?? slug }, { discovered: true });
}
