import { createHash } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { findFiles } from './find-files.ts';
import { ImportFault } from './import-fault.ts';
import { systemReason } from './system-reason.ts';

/**
 * Returns the total size of the files at these paths, in bytes, and a hash of their paths, sizes and
 * modification times. Throws ImportFault for a path that does not exist or cannot be read.
 */
export async function surveyFiles(paths: string[]): Promise<{ size: number; fingerprint: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for (const path of paths) {
    await access(path, constants.R_OK).catch((cause) => {
      throw new ImportFault(path, systemReason(cause));
    });
    for await (const file of findFiles(path)) {
      size += file.size ?? 0;
      hash.update(JSON.stringify([file.path, file.size, file.modifiedAt]));
    }
  }
  return { size, fingerprint: hash.digest('hex') };
}
