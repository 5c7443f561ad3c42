import type { Connection } from '../connection.ts';
import { type FingerprintTable, fingerprintTable } from './fingerprint-table.ts';

/** Seconds of a week; weeks are counted from 1970. */
const week = 7 * 86_400;
/** Of a week with more articles than this only the last are looked through: a million a year are 19,000 a week. */
const mostInWeek = 16_384;
/** Articles remembered in all, some 120 bytes each. */
const mostRemembered = 65_536;

/** The fingerprints of articles week by week, read when first asked for and remembered. */
export interface WeekBands {
  /** How many bands articles of that week and its neighbours share with these, by key. */
  shared(publishedAt: number, bands: readonly number[]): Map<number, number>;
  /** To be called after an article was written, removed, or moved to another key. */
  add(publishedAt: number, key: number, bands: readonly number[]): void;
  remove(publishedAt: number, key: number): void;
  move(publishedAt: number, from: number, to: number): void;
  /** To be called when a transaction begins: forgets what others changed since the last, or that one has left. */
  begin(): void;
  /** To be called when a transaction has come to its end without a fault. */
  settle(): void;
}

/** Gives the fingerprints of one connection. */
export function weekBands(connection: Connection): WeekBands {
  // Keys grow with publication: a week is a stretch of them.
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
    const loaded = fingerprintTable();
    // One by one: a list of a busy week's rows would be larger than the table.
    for (const { key, bands } of selectWeek.iterate(number * week, (number + 1) * week)) {
      if (bands.length > 0) loaded.put(key, unpackBands(bands));
    }
    return loaded;
  };
  /** Lets go of the weeks that were asked for longest ago; those beside the one in question stay. */
  const makeRoom = (): void => {
    let remembered = 0;
    for (const table of weeks.values()) remembered += table.size();
    for (const [number, table] of weeks) {
      if (remembered <= mostRemembered || weeks.size <= 3) return;
      weeks.delete(number);
      remembered -= table.size();
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
    settle() {
      version = dataVersion.get();
    },
  };
}

/** Bands as they are stored: `[1, 258]` → `00 01 01 02`. */
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
