/** Maximum number of articles counted per band, newest first. A band of boilerplate has thousands. */
const newestPerBand = 20;
const bandsOfArticle = 8;

/** Fingerprints of articles, indexed by band and value. */
export interface FingerprintTable {
  /** Returns the number of articles that were added, including removed ones. */
  size(): number;
  /** Adds the bands of an article. Older articles must be added first. */
  put(key: number, bands: readonly number[]): void;
  /** Changes the key of an article; NaN removes it. */
  rename(from: number, to: number): void;
  /** Adds the number of these bands that each article has to `shared`, by key. */
  count(bands: readonly number[], shared: Map<number, number>): void;
}

/**
 * Creates an empty table. Typed arrays take some 120 bytes an article. A Map with lists took 300 to 400, which the
 * garbage collector had to traverse, too.
 */
export function createFingerprintTable(): FingerprintTable {
  let size = 0;
  /** Keys of articles, in the order they were added. */
  let keys = new Float64Array(0);
  /** Value of each entry. The entry of an article and band is the index of the article × 8 + band. */
  let values = new Uint16Array(0);
  /** Previous entry with the same band and value; −1 if there is none. */
  let before = new Int32Array(0);
  /** Hash table (linear probing) of the newest entry of each band and value, plus one; 0 is a free slot. */
  let newest = new Int32Array(8);
  let taken = 0;

  /** Returns the slot of a band and value. */
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
        // A look-up takes about two steps while the table is at most three quarters full.
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
