import { createFingerprintTable, type FingerprintTable } from '../../core/fingerprint-table.ts';
import type { Connection } from '../connection.ts';

/** Seconds of a week; weeks are counted from 1970. */
const week = 7 * 86_400;
/** Maximum number of articles of a week; the newest are read. With a million articles a year, a week has 19,000. */
const mostInWeek = 16_384;
/** Maximum number of cached articles, of some 120 bytes each. Three weeks are always kept, however large. */
const mostCached = 65_536;

/** Fingerprints of articles by week, read on first use and cached. */
export interface WeekBands {
  /** Counts, by key, the bands that articles of that week and its neighbours share with these. */
  shared(publishedAt: number, bands: readonly number[]): Map<number, number>;
  /** Updates the cache after an article was written, removed, or moved to another key. */
  add(publishedAt: number, key: number, bands: readonly number[]): void;
  remove(publishedAt: number, key: number): void;
  move(publishedAt: number, from: number, to: number): void;
  /** Must be called when a transaction begins. Clears the cache if another connection wrote or the last one failed. */
  begin(): void;
  /** Must be called before a transaction commits. */
  finish(): void;
}

/** Creates the fingerprints of a connection. */
export function createWeekBands(connection: Connection): WeekBands {
  // Keys are in order of publication, so a week is a range of keys.
  const selectWeek = connection.prepare<[number, number], { key: number; bands: Uint8Array }>(
    `SELECT key, bands
     FROM (SELECT key, bands FROM articles
           WHERE key >= (SELECT key FROM articles WHERE published_at >= ? ORDER BY published_at, key LIMIT 1)
             AND published_at < ?
           ORDER BY key DESC
           LIMIT ${mostInWeek})
     ORDER BY key`,
  );
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck();
  const weeks = new Map<number, FingerprintTable>();
  let version: number | undefined;

  const load = (number: number): FingerprintTable => {
    const loaded = createFingerprintTable();
    // Not all(): the rows of a busy week are larger than the table.
    for (const { key, bands } of selectWeek.iterate(number * week, (number + 1) * week)) {
      if (bands.length > 0) loaded.put(key, unpackBands(bands));
    }
    return loaded;
  };
  /** Evicts the least recently used weeks. */
  const makeRoom = (): void => {
    let cached = 0;
    for (const table of weeks.values()) cached += table.size();
    for (const [number, table] of weeks) {
      if (cached <= mostCached || weeks.size <= 3) return;
      weeks.delete(number);
      cached -= table.size();
    }
  };
  const weekOf = (number: number): FingerprintTable => {
    const known = weeks.get(number);
    const found = known ?? load(number);
    weeks.delete(number);
    weeks.set(number, found);
    if (known === undefined) makeRoom();
    return found;
  };
  const rename = (publishedAt: number, from: number, to: number): void => {
    weeks.get(Math.floor(publishedAt / week))?.rename(from, to);
  };

  return {
    shared(publishedAt, bands) {
      const shared = new Map<number, number>();
      const at = Math.floor(publishedAt / week);
      for (const number of [at - 1, at, at + 1]) weekOf(number).count(bands, shared);
      return shared;
    },
    add(publishedAt, key, bands) {
      if (bands.length > 0) weeks.get(Math.floor(publishedAt / week))?.put(key, bands);
    },
    remove: (publishedAt, key) => rename(publishedAt, key, Number.NaN),
    move: rename,
    begin() {
      if (version === undefined || dataVersion.get() !== version) weeks.clear();
      version = undefined;
    },
    finish() {
      version = dataVersion.get();
    },
  };
}

/** Packs bands as they are stored: `[1, 258]` → `00 01 01 02`. */
export function packBands(bands: readonly number[]): Buffer {
  const packed = Buffer.alloc(bands.length * 2);
  for (const [band, value] of bands.entries()) packed.writeUInt16BE(value, band * 2);
  return packed;
}

function unpackBands(packed: Uint8Array): number[] {
  return Array.from(
    { length: packed.length / 2 },
    (_, band) => (packed[band * 2] ?? 0) * 256 + (packed[band * 2 + 1] ?? 0),
  );
}
