import { addressOfSourceId } from '../model/source-id.ts';
import type { TagId } from '../model/tag.ts';
import type { KnownTags } from './published.ts';

/** Returns the addresses of a tag in shared vocabularies, then those at sources; empty if it has none. */
export function sameAs(tag: TagId, known: KnownTags): string[] {
  const atSources = (known.get(tag)?.sourceIds ?? []).flatMap((id) => addressOfSourceId(id) ?? []);
  return [...sharedAddresses(tag, known), ...atSources];
}

/** Returns the addresses of a tag in the IPTC Media Topics and in Wikidata; empty if it is in neither. */
// Q313118 → http://www.wikidata.org/entity/Q313118; medtop:20000002 → http://cv.iptc.org/newscodes/mediatopic/20000002
export function sharedAddresses(tag: TagId, known: KnownTags): string[] {
  const { wikidata = null, mediatopic = null } = known.get(tag)?.externalIds ?? {};
  const code = mediatopic === null ? undefined : /^medtop:(\d{8})$/.exec(mediatopic)?.[1];
  return [
    ...(code === undefined ? [] : [`http://cv.iptc.org/newscodes/mediatopic/${code}`]),
    ...(wikidata === null ? [] : [`http://www.wikidata.org/entity/${wikidata}`]),
  ];
}
