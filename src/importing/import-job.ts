import { createHash } from 'node:crypto';
import type { ImportOptions } from './import-documents.ts';

/**
 * The name under which an import keeps how far it got: equal for the same input (`fingerprint`, see find-input)
 * read with the same options, so that a file that was changed meanwhile is read from its beginning. Null for
 * input that can't be known to be the same.
 */
export function nameJob(fingerprint: string | null, options: ImportOptions): string | null {
  if (fingerprint === null) return null;
  const { settings, format = null, since = null, extraction = true } = options;
  return createHash('sha256')
    .update(JSON.stringify([fingerprint, settings, format, since, extraction]))
    .digest('hex');
}

/**
 * The name of how documents are read: equal for equal options, whatever the input. What was fetched with others is
 * asked for anew. Hexadecimal, 16 characters.
 */
export function nameReading({ settings, format, since, extraction = true }: ImportOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([settings, format ?? null, since ?? null, extraction]))
    .digest('hex')
    .slice(0, 16);
}
