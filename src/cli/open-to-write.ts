import type { Archive } from '../archive/archive.ts';
import type { OpenSettings } from '../archive/engine.ts';
import { openArchive } from '../archive/open-archive.ts';
import type { Call, Terminal } from './command.ts';

/** Opens the archive for a command that writes. The command waits while another process writes, and says so. */
export async function openToWrite(
  { config, terminal }: Pick<Call, 'config' | 'terminal'>,
  settings: OpenSettings = {},
): Promise<Archive> {
  const archive = await openArchive(config.DATABASE_URL, { ...settings, onWaiting: sayWaiting(terminal) });
  if (!settings.readOnly) await archive.writes.listTagsFrom(config.TAG_MIN_ARTICLES);
  return archive;
}

/** Returns a function that says that the command waits. */
export function sayWaiting(terminal: Terminal): () => void {
  return () =>
    terminal.err('Another process is writing to the archive. This one continues as soon as that is done.');
}

/** Says what the operator should do about an archive. */
export async function sayWarnings(archive: Archive, terminal: Terminal): Promise<void> {
  for (const warning of await archive.warnings()) terminal.err(warning);
}
