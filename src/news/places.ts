import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AuthorityEntry } from './authority.ts';
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

function placeEntry(row: PlaceRow): AuthorityEntry {
  return {
    id: `place/${row.slug}`,
    type: 'place',
    slug: row.slug,
    name: row.name,
    aliases: row.aliases,
    description: row.description,
    roles: [],
    country: row.country,
    broader: row.broader.map((slug) => `place/${slug}`),
    externalIds: { wikidata: row.wikidata, mediatopic: null },
    discovered: false,
    titles: [],
    pronoun: null,
    rules: [],
    keywords: [],
    distinctFrom: [],
  };
}
