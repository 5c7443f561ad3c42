const newline = 0x0a;
const quotationMark = 0x22;

/** Finds where records end in bytes that come part by part. */
export interface RecordEnds {
  /**
   * One past the end of the first record that ends after at least `least` bytes of the part; 0 for none. What
   * lies before it counts as seen; without one, the whole part.
   */
  next(part: Uint8Array, least: number): number;
  /** One past the end of the last whole record of bytes that begin with a record; 0 for none. */
  lastEnd(bytes: Uint8Array): number;
}

/**
 * Records that end at any line break (`lines`), or at those outside quotation marks (`csv`, RFC 4180: doubled
 * marks cancel out).
 */
export function recordEnds(split: 'lines' | 'csv'): RecordEnds {
  if (split === 'lines') {
    return {
      next: (part, least) => part.indexOf(newline, Math.max(least - 1, 0)) + 1,
      lastEnd: (bytes) => bytes.lastIndexOf(newline) + 1,
    };
  }
  let quoted = false;
  return {
    next(part, least) {
      for (let index = 0; index < part.length; index++) {
        if (part[index] === quotationMark) quoted = !quoted;
        else if (part[index] === newline && !quoted && index + 1 >= least) return index + 1;
      }
      return 0;
    },
    lastEnd(bytes) {
      let within = false;
      let end = 0;
      for (let index = 0; index < bytes.length; index++) {
        if (bytes[index] === quotationMark) within = !within;
        else if (bytes[index] === newline && !within) end = index + 1;
      }
      return end;
    },
  };
}
