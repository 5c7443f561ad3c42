import { z } from 'zod';

/** Paths inside the seed's folder, never outside. */
const Inside = z
  .string()
  .min(1)
  .refine(
    (path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'),
    'must lie inside the folder',
  );

/** An IANA time zone that this machine knows. */
const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'is not an IANA time zone');

/**
 * `seed.json` in a folder of seeds: which authority files to load, which documents to import, and what holds for
 * documents that do not say it themselves. A fault names the setting.
 */
export const SeedSettings = z.strictObject({
  /** The outlet or collection the documents come from; null when that is not known. */
  source: z
    .strictObject({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), name: z.string().min(1) })
    .nullable(),
  /** IANA zone of printed dates without one; null when not known: readers then assume UTC and warn. */
  timeZone: TimeZone.nullable(),
  /** BCP 47 tag of documents that do not say theirs; null to detect it. */
  language: z.string().min(2).nullable(),
  /** Authority files, each an array of AuthorityEntry. */
  authority: z.array(Inside),
  /** Documents, in import order. */
  files: z.array(Inside),
});
export type SeedSettings = z.infer<typeof SeedSettings>;
