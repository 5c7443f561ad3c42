import { createHash } from 'node:crypto';
import type { ImportOptions } from './import-documents.ts';

/**
 * Returns the name under which an import stores its position. It is the same for the same input (`fingerprint`, see
 * find-input) and options, so a changed file is imported from its beginning. Null for input that cannot be compared.
 */
export function nameJob(fingerprint: string | null, options: ImportOptions): string | null {
  if (fingerprint === null) return null;
  const { settings, format = null, since = null, extraction = true, includeDrafts = false } = options;
  return createHash('sha256')
    .update(JSON.stringify([fingerprint, settings, format, since, extraction, includeDrafts]))
    .digest('hex');
}

/**
 * Returns a hash of the options that affect parsing, independent of the input: 16 hexadecimal characters.
 * Pages that were fetched with other options are fetched again.
 */
export function nameReading(options: ImportOptions): string {
  const { settings, format = null, since = null, extraction = true, includeDrafts = false } = options;
  return createHash('sha256')
    .update(JSON.stringify([settings, format, since, extraction, includeDrafts]))
    .digest('hex')
    .slice(0, 16);
}
