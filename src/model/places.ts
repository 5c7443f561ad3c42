import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AuthorityEntry, authorityEntry } from './authority.ts';
import type { TagId } from './tag.ts';

/** A line of seeds/vocabulary/places.jsonl. */
export const PlaceRow = z.strictObject({
  slug: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  description: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
  /** Slugs of the places it lies in. */
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
 * The built-in places: continents, countries, territories and capitals, wider places first. They are for the
 * extractor; one enters an archive when an article mentions it. Read from disk at the first call.
 */
export function builtInPlaces(): AuthorityEntry[] {
  return [...load().values()];
}

/** The built-in place of an id: `place/south-korea`. */
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
