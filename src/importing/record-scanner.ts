const newline = 0x0a;
const quotationMark = 0x22;

/** Finds the ends of records in bytes that arrive in parts. */
export interface RecordScanner {
  /**
   * Returns the offset after the first record that ends at or after `least` bytes of the part; 0 if there is
   * none. Bytes before that offset (or else the whole part) are consumed.
   */
  next(part: Uint8Array, least: number): number;
  /** Returns the offset after the last complete record of bytes that start with a record; 0 if there is none. */
  lastEnd(bytes: Uint8Array): number;
}

/**
 * Creates a scanner for records that end at any line break (`lines`), or at a line break outside quotation
 * marks (`csv`, RFC 4180; doubled quotation marks cancel out).
 */
export function createRecordScanner(split: 'lines' | 'csv'): RecordScanner {
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
