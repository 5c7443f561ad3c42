import type { Connection } from '../connection.ts';

/** Seconds of a week; weeks are counted from 1970. */
const week = 7 * 86_400;
/** Of a week with more articles than this only the last are looked through: a million a year are 19,000 a week. */
const mostInWeek = 16_384;
/** Articles remembered in all, some 300 bytes each. */
const mostRemembered = 65_536;
/** Articles per band that are counted, newest first; a band of boilerplate has thousands. */
const newestPerBand = 20;
const bandsOfArticle = 8;

/** The fingerprints of what was published in a week: for each band and value, who has it. */
interface Week {
  /** Of its articles; NaN for one that is gone. */
  keys: number[];
  /** The newest entry with a band and value (band × 2^16 + value); an entry is place of the article × 8 + band. */
  newest: Map<number, number>;
  /** The entry before an entry with the same band and value; −1 where it is the first. */
  before: number[];
}

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
    `SELECT key, bands FROM articles
     WHERE key >= (SELECT key FROM articles WHERE published_at >= ? ORDER BY published_at, key LIMIT 1)
       AND published_at < ?
     ORDER BY key DESC
     LIMIT ${mostInWeek}`,
  );
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck();
  const weeks = new Map<number, Week>();
  let version: number | undefined;

  const put = ({ keys, newest, before }: Week, key: number, bands: readonly number[]): void => {
    const place = keys.push(key) - 1;
    for (let band = 0; band < bandsOfArticle; band++) {
      const value = band * 65_536 + (bands[band] ?? 0);
      const entry = place * bandsOfArticle + band;
      before.push(newest.get(value) ?? -1);
      newest.set(value, entry);
    }
  };
  const load = (number: number): Week => {
    const loaded: Week = { keys: [], newest: new Map(), before: [] };
    for (const { key, bands } of selectWeek.all(number * week, (number + 1) * week).reverse()) {
      if (bands.length > 0) put(loaded, key, unpackBands(bands));
    }
    return loaded;
  };
  /** Lets go of the weeks that were asked for longest ago; those beside the one in question stay. */
  const makeRoom = (): void => {
    let remembered = 0;
    for (const { keys } of weeks.values()) remembered += keys.length;
    for (const [number, { keys }] of weeks) {
      if (remembered <= mostRemembered || weeks.size <= 3) return;
      weeks.delete(number);
      remembered -= keys.length;
    }
  };
  const weekOf = (number: number): Week => {
    const known = weeks.get(number);
    const found = known ?? load(number);
    weeks.delete(number);
    weeks.set(number, found);
    if (known === undefined) makeRoom();
    return found;
  };
  const replace = (publishedAt: number, key: number, by: number): void => {
    const keys = weeks.get(Math.floor(publishedAt / week))?.keys;
    const place = keys?.lastIndexOf(key) ?? -1;
    if (keys && place >= 0) keys[place] = by;
  };

  return {
    shared(publishedAt, bands) {
      const shared = new Map<number, number>();
      const at = Math.floor(publishedAt / week);
      for (const number of [at - 1, at, at + 1]) {
        const { keys, newest, before } = weekOf(number);
        for (const [band, value] of bands.entries()) {
          let entry = newest.get(band * 65_536 + value) ?? -1;
          for (let count = 0; entry >= 0 && count < newestPerBand; count++) {
            const key = keys[Math.floor(entry / bandsOfArticle)] ?? Number.NaN;
            if (!Number.isNaN(key)) shared.set(key, (shared.get(key) ?? 0) + 1);
            entry = before[entry] ?? -1;
          }
        }
      }
      return shared;
    },
    add(publishedAt, key, bands) {
      const known = weeks.get(Math.floor(publishedAt / week));
      if (known && bands.length > 0) put(known, key, bands);
    },
    remove: (publishedAt, key) => replace(publishedAt, key, Number.NaN),
    move: replace,
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
