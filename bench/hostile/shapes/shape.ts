/** A kind of hostile document: cheap to write, and perhaps expensive to read. */
export interface Shape {
  name: string;
  /** File name, from which the format is detected if `format` does not name it. */
  path: string;
  /** Name of the format. Null for files that are unpacked, and whose entries are detected. */
  format: string | null;
  /** Returns a document of about this length, in characters or bytes. */
  write(length: number): string | Uint8Array;
}

/** Returns a function that makes shapes of a format. */
export function shapesFor(format: string | null, path: string, prefix = format) {
  return (name: string, write: Shape['write']): Shape => ({
    name: `${prefix}: ${name}`,
    path,
    format,
    write,
  });
}

/** Returns a document of about this length, in bytes. */
export function documentOf({ write }: Shape, length: number): Buffer<ArrayBuffer> {
  const content = write(length);
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}

/** Repeats a text up to a length. */
export function run(unit: string, length: number): string {
  return unit.repeat(Math.max(1, Math.floor(length / unit.length)));
}

/** Repeats a numbered text up to a length. */
export function numbered(unit: (index: number) => string, length: number): string {
  const parts: string[] = [];
  for (let index = 0, written = 0; written < length; index += 1) {
    const part = unit(index);
    parts.push(part);
    written += part.length;
  }
  return parts.join('');
}

/** Returns a word of letters for a number, capitalised: 0 → "Baa", 1 → "Bab". */
export function letters(index: number): string {
  const digits = 'abcdefghijklmnopqrstuvwxyz';
  let word = '';
  for (let rest = index + 676; rest > 0; rest = Math.floor(rest / 26)) word = `${digits[rest % 26]}${word}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
