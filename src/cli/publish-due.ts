import type { Archive } from '../archive/archive.ts';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import { isDue, publishDueNow } from '../live/publish-due.ts';
import type { Call } from './command.ts';
import { openToWrite } from './open-to-write.ts';

/**
 * Publishes what is due before a command reads the archive, which is open for reading only. Says so if the archive cannot
 * be written.
 */
export async function publishBeforeReading(
  archive: Pick<Archive, 'states'>,
  call: Pick<Call, 'config' | 'terminal'>,
): Promise<void> {
  if (!(await isDue(archive, Date.now()))) return;
  try {
    const writable = await openToWrite(call, { create: false, migrate: false });
    try {
      await publishDueNow(writable);
    } finally {
      await writable.close();
    }
  } catch (cause) {
    if (!(cause instanceof ArchiveUnavailable)) throw cause;
    call.terminal.err(`Articles that are due were not published: ${cause.message}`);
  }
}
