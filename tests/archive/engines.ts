import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../../src/archive/archive.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';

/** An engine that the contract is tested on. */
export interface Engine {
  name: string;
  /** A new, empty archive. `again` opens the same one a second time, as another process would. */
  create(): { archive: Archive; again: (settings?: { readOnly?: boolean }) => Archive; remove: () => void };
}

export const engines: Engine[] = [
  {
    name: 'sqlite',
    create() {
      const folder = mkdtempSync(join(tmpdir(), 'dateline-archive-'));
      const path = join(folder, 'archive.db');
      const opened: Archive[] = [];
      const open = (settings: { readOnly?: boolean } = {}): Archive => {
        const archive = openSqliteArchive({ path, ...settings });
        opened.push(archive);
        return archive;
      };
      return {
        archive: open(),
        again: open,
        remove() {
          for (const archive of opened) archive.close();
          rmSync(folder, { recursive: true });
        },
      };
    },
  },
];
