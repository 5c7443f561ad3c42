/** Articles per band that are counted, newest first; a band of boilerplate has thousands. */
const newestPerBand = 20;
const bandsOfArticle = 8;

/** The fingerprints of some articles: for each band and value, who has it. */
export interface FingerprintTable {
  /** How many articles were put in, those that are gone too. */
  size(): number;
  /** Puts the bands of an article in, after those that are older. */
  put(key: number, bands: readonly number[]): void;
  /** Another key for an article; NaN for one that is gone. */
  rename(from: number, to: number): void;
  /** Adds to `shared` how many of these bands the articles here have, by key. */
  count(bands: readonly number[], shared: Map<number, number>): void;
}

/**
 * Makes an empty table. Some 120 bytes an article, in arrays of numbers: with a Map and lists it took 300 to 400, which
 * the collection of garbage had to look through as well.
 */
export function fingerprintTable(): FingerprintTable {
  let size = 0;
  /** Of articles, by place. */
  let keys = new Float64Array(0);
  /** Of entries, which are place of the article × 8 + band. */
  let values = new Uint16Array(0);
  /** The entry before an entry with the same band and value; −1 where it is the first. */
  let before = new Int32Array(0);
  /** The newest entry of each band and value, plus one, at the place that they hash to or behind it; 0 is free. */
  let newest = new Int32Array(8);
  let taken = 0;

  /** Where the newest entry of a band and value stands, or would. */
  const slotOf = (band: number, value: number): number => {
    const last = newest.length - 1;
    let slot = (Math.imul(band * 65_536 + value, 0x9e3779b1) >>> 8) & last;
    for (;;) {
      const entry = (newest[slot] ?? 0) - 1;
      if (entry < 0 || (entry % bandsOfArticle === band && values[entry] === value)) return slot;
      slot = (slot + 1) & last;
    }
  };
  const growArticles = (): void => {
    const length = Math.ceil(keys.length * 1.5) + 4;
    keys = copied(new Float64Array(length), keys);
    values = copied(new Uint16Array(length * bandsOfArticle), values);
    before = copied(new Int32Array(length * bandsOfArticle), before);
  };
  const growNewest = (): void => {
    const entries = newest;
    newest = new Int32Array(entries.length * 2);
    for (const entry of entries) {
      if (entry > 0) newest[slotOf((entry - 1) % bandsOfArticle, values[entry - 1] ?? 0)] = entry;
    }
  };

  return {
    size: () => size,
    put(key, bands) {
      if (size === keys.length) growArticles();
      keys[size] = key;
      for (let band = 0; band < bandsOfArticle; band++) {
        const entry = size * bandsOfArticle + band;
        const value = bands[band] ?? 0;
        values[entry] = value;
        const slot = slotOf(band, value);
        const latest = (newest[slot] ?? 0) - 1;
        before[entry] = latest;
        newest[slot] = entry + 1;
        if (latest >= 0) continue;
        taken++;
        // Three quarters full, a search takes some two steps.
        if (taken * 4 > newest.length * 3) growNewest();
      }
      size++;
    },
    rename(from, to) {
      const place = keys.subarray(0, size).lastIndexOf(from);
      if (place >= 0) keys[place] = to;
    },
    count(bands, shared) {
      for (const [band, value] of bands.entries()) {
        let entry = (newest[slotOf(band, value)] ?? 0) - 1;
        for (let count = 0; entry >= 0 && count < newestPerBand; count++) {
          const key = keys[Math.floor(entry / bandsOfArticle)] ?? Number.NaN;
          if (!Number.isNaN(key)) shared.set(key, (shared.get(key) ?? 0) + 1);
          entry = before[entry] ?? -1;
        }
      }
    },
  };
}

function copied<Numbers extends Float64Array | Uint16Array | Int32Array>(
  to: Numbers,
  from: Numbers,
): Numbers {
  to.set(from);
  return to;
}
