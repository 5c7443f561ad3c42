import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type AuthorityEntry, authorityEntry } from './authority.ts';

/**
 * Line of seeds/vocabulary/mediatopics.jsonl: a concept of the IPTC Media Topics, a controlled vocabulary of
 * subjects for news (CC BY 4.0, International Press Telecommunications Council).
 */
export const MediaTopicRow = z.strictObject({
  /** QCode: `medtop:20000062`. */
  code: z.string(),
  slug: z.string(),
  name: z.string(),
  /** American spelling, if different. */
  nameUS: z.string().optional(),
  definition: z.string(),
  /** QCode of the broader concept; null at the top. */
  broader: z.string().nullable(),
  wikidata: z.string().optional(),
  /** Day it was retired. Retired concepts are recognised in old metadata but no longer offered. */
  retired: z.string().optional(),
  /** Names by BCP 47 language. */
  names: z.record(z.string(), z.string()),
});
export type MediaTopicRow = z.infer<typeof MediaTopicRow>;

interface Vocabulary {
  rows: MediaTopicRow[];
  byCode: Map<string, MediaTopicRow>;
  bySlug: Map<string, MediaTopicRow>;
}

let vocabulary: Vocabulary | undefined;

function load(): Vocabulary {
  if (vocabulary) return vocabulary;
  const rows = readFileSync(new URL('../../seeds/vocabulary/mediatopics.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => MediaTopicRow.parse(JSON.parse(line)));
  vocabulary = {
    rows,
    byCode: new Map(rows.map((row) => [row.code, row])),
    bySlug: new Map(rows.map((row) => [row.slug, row])),
  };
  return vocabulary;
}

/** Returns all concepts, including retired ones, in the vocabulary's order. Read from disk at the first call. */
export function mediaTopics(): readonly MediaTopicRow[] {
  return load().rows;
}

/** Finds a concept by QCode (`medtop:20000062`), bare code (`20000062`) or NewsCodes URL, retired or not. */
export function mediaTopic(code: string): MediaTopicRow | undefined {
  const digits = /^(?:medtop:|https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/)?(\d{8})\/?$/i.exec(
    code.trim(),
  )?.[1];
  return digits ? load().byCode.get(`medtop:${digits}`) : undefined;
}

/** Finds a concept by its slug: `war`. */
export function mediaTopicBySlug(slug: string): MediaTopicRow | undefined {
  return load().bySlug.get(slug);
}

/** Converts a concept to an authority entry. Its names match keywords of sources; text is not searched for them. */
export function mediaTopicEntry(row: MediaTopicRow): AuthorityEntry {
  const wider = row.broader === null ? undefined : load().byCode.get(row.broader);
  const name = row.name.charAt(0).toUpperCase() + row.name.slice(1);
  return authorityEntry(
    { type: 'topic', slug: row.slug, name },
    {
      description: row.definition,
      broader: wider ? [`topic/${wider.slug}`] : [],
      externalIds: { wikidata: row.wikidata ?? null, mediatopic: row.code },
      keywords: [row.name, ...(row.nameUS ? [row.nameUS] : [])],
    },
  );
}
