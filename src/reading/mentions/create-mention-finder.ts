import type { AuthorityEntry } from '../../model/authority.ts';
import type { Draft } from '../../model/draft.ts';
import { createLinker, type FoundMentions } from './create-linker.ts';
import { recognisePeople } from './discovery/recognise-people.ts';

/** Linking against an authority, with people it does not know discovered by the trained recogniser. */
export function createMentionFinder(authority: AuthorityEntry[]): (draft: Draft) => FoundMentions {
  return createLinker(authority, recognisePeople);
}
