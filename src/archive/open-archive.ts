import type { Archive } from './archive.ts';
import type { ArchiveLocation, Engine, OpenSettings } from './engine.ts';

/** All engines, loaded on first use. */
const engines: Record<ArchiveLocation['engine'], () => Promise<Engine>> = {
  sqlite: async () => (await import('./sqlite/engine.ts')).sqliteEngine,
};

/** Returns the engine of a location. */
export function engineOf({ engine }: ArchiveLocation): Promise<Engine> {
  return engines[engine]();
}

/** Opens the archive at a location, as Engine.open. Throws ArchiveUnavailable. */
export async function openArchive(location: ArchiveLocation, settings: OpenSettings = {}): Promise<Archive> {
  return (await engineOf(location)).open(location, settings);
}
