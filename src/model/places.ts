import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AuthorityEntry, authorityEntry } from './authority.ts';
import type { TagId } from './tag.ts';

/** Line of seeds/vocabulary/places.jsonl. */
export const PlaceRow = z.strictObject({
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  description: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
  /** Slugs of the places that contain it. */
  broader: z.array(z.string()),
  wikidata: z.string().nullable(),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

let places: Map<TagId, AuthorityEntry> | undefined;

function load(): Map<TagId, AuthorityEntry> {
  places ??= new Map(
    readFileSync(new URL('../../seeds/vocabulary/places.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => placeEntry(PlaceRow.parse(JSON.parse(line))))
      .map((entry) => [entry.id, entry]),
  );
  return places;
}

/**
 * Returns the built-in places (continents, countries, territories, capitals), broader places first. Extraction looks
 * for them. A place is stored in an archive when an article mentions it. Read from disk at the first call.
 */
export function builtInPlaces(): AuthorityEntry[] {
  return [...load().values()];
}

/** Finds a built-in place by its id: `place/south-korea`. */
export function builtInPlace(id: TagId): AuthorityEntry | undefined {
  return load().get(id);
}

function placeEntry({
  slug,
  name,
  aliases,
  description,
  country,
  broader,
  wikidata,
}: PlaceRow): AuthorityEntry {
  return authorityEntry(
    { type: 'place', slug, name },
    {
      aliases,
      description,
      country,
      broader: broader.map((wider) => `place/${wider}`),
      externalIds: { wikidata, mediatopic: null },
    },
  );
}
