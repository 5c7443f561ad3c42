import { z } from 'zod';

/** Path inside the folder of seeds. */
const Inside = z
  .string()
  .min(1)
  .refine(
    (path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'),
    'must lie inside the folder',
  );

/** IANA time zone known to this machine. */
const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'is not an IANA time zone');

/**
 * Contents of `seed.json` in a folder of seeds: authority files to load, documents to import, and defaults
 * for documents that lack a value. Validation errors name the setting.
 */
export const SeedSettings = z.strictObject({
  /** Outlet or collection of the documents; null if unknown. */
  source: z
    .strictObject({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), name: z.string().min(1) })
    .nullable(),
  /** IANA zone for printed dates that have none. If null, readers assume UTC and warn. */
  timeZone: TimeZone.nullable(),
  /** BCP 47 tag for documents that do not declare their language; null detects it. */
  language: z.string().min(2).nullable(),
  /** Authority files, each an array of AuthorityEntry. */
  authority: z.array(Inside),
  /** Tables of mappings of tags (CSV), for tags that no editor has corrected in the same way. */
  keywords: z.array(Inside).optional(),
  /** Documents, in import order. */
  files: z.array(Inside),
});
export type SeedSettings = z.infer<typeof SeedSettings>;
