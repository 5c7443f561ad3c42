import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import type { PreparedArticle } from '../archive/core/article-json/prepared-article.ts';
import { AuthorityEntry } from '../model/authority.ts';
import type { TagCorrection } from '../model/correction.ts';
import type { WithdrawalNotice } from '../model/draft.ts';
import { instantOf } from '../model/instant.ts';
import { SeedSettings } from '../model/seed-settings.ts';
import { builtInEntries, withBuiltInPlaces } from '../model/vocabulary.ts';
import { openBatches } from './batches.ts';
import { ImportFault } from './import-fault.ts';
import { placeOf } from './place.ts';
import { createOpeningReader } from './read-articles.ts';
import { readSeedBytes, readSeedJson } from './read-seed.ts';
import { emptyReport, type ImportReport, noteResult } from './report.ts';
import { readMappings } from './tag-mappings.ts';

const ownSeeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/**
 * Loads a folder of seeds into the archive: first the authority files, then the documents and mappings of tags, as
 * listed in its `seed.json`. Existing data stays. Everything is read before anything is written. Throws ImportFault, which
 * names file and line, if a file is missing, unreadable, empty, not UTF-8 or invalid.
 */
export async function seedArchive(archive: Archive, folder: string = ownSeeds): Promise<ImportReport> {
  const begun = Date.now();
  const report = emptyReport();
  const settings = await readSeedJson(join(folder, 'seed.json'), SeedSettings);
  const files = settings.authority.map((file) => readSeedJson(join(folder, file), z.array(AuthorityEntry)));
  const seeds = (await Promise.all(files)).flat();

  const mappings = await readSeedMappings(folder, settings.keywords ?? [], seeds);

  const present = await archive.reads.authority();
  const known = new Set(present.map(({ id }) => id));
  const missing = seeds.filter(({ id }) => !known.has(id));
  const authority = [...present, ...missing];
  const own = new Set(authority.map(({ id }) => id));
  const wider = builtInEntries(
    missing.flatMap(({ broader }) => broader),
    own,
  );

  const read = createOpeningReader({
    settings: { source: settings.source, timeZone: settings.timeZone, language: settings.language, map: {} },
    authority: withBuiltInPlaces(authority),
    format: null,
    importedAt: instantOf(Math.floor(begun / 1000)),
  });
  const articles: (PreparedArticle | WithdrawalNotice)[] = [];
  for (const path of settings.files) {
    const bytes = await readSeedBytes(join(folder, path));
    for (const outcome of await read({ path, bytes })) {
      if (outcome.kind === 'article') articles.push(outcome.article);
      if (outcome.kind === 'withdrawal') articles.push(outcome);
      if (outcome.kind === 'reject')
        throw new ImportFault(placeOf(join(folder, path), outcome.reject.line), outcome.reject.reason);
    }
    report.documents++;
    report.bytes += bytes.length;
  }

  await archive.writes.writeTags([...wider, ...missing]);
  const batches = openBatches(archive, {
    size: 500,
    job: null,
    position: 0,
    known: new Set([...own, ...wider.map(({ id }) => id)]),
    onStored(results) {
      for (const result of results) noteResult(report, result);
    },
  });
  for (const article of articles) await batches.add(article);
  await batches.flush();
  await addMappings(archive, mappings);
  report.undated = articles.filter((each) => 'card' in each && each.publishedAt === null).length;
  return { ...report, read: articles.length, milliseconds: Date.now() - begun };
}

/** Reads tables of mappings. Throws ImportFault that names the first invalid line. */
async function readSeedMappings(
  folder: string,
  paths: string[],
  seeds: AuthorityEntry[],
): Promise<TagCorrection[]> {
  const topics = seeds.filter(({ type }) => type === 'topic');
  const mappings: TagCorrection[] = [];
  for (const path of paths) {
    const table = new TextDecoder().decode(await readSeedBytes(join(folder, path)));
    for (const mapping of readMappings(table, topics)) {
      if ('reason' in mapping)
        throw new ImportFault(placeOf(join(folder, path), mapping.line), mapping.reason);
      mappings.push(mapping.correction);
    }
  }
  return mappings;
}

/** Adds mappings, except those of tags that have a correction of the same kind already. */
async function addMappings(archive: Archive, mappings: TagCorrection[]): Promise<void> {
  const rules = await archive.reads.tagCorrections();
  const missing = mappings.filter(
    ({ do: verb, tag }) => !rules.some(({ correction }) => correction.do === verb && correction.tag === tag),
  );
  if (missing.length > 0) await archive.writes.correctTags(missing, 'seeds');
}
