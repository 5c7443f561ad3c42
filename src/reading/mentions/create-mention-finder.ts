import type { AuthorityEntry } from '../../model/authority.ts';
import type { Draft } from '../../model/draft.ts';
import { createLinker, type FoundMentions } from './create-linker.ts';
import { recognisePeople } from './discovery/recognise-people.ts';

/** Prepares a mention finder that discovers unknown people with the trained recogniser. */
export function createMentionFinder(authority: AuthorityEntry[]): (draft: Draft) => FoundMentions {
  return createLinker(authority, recognisePeople);
}
