import { mkdir, opendir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OutputFault } from '../output-fault.ts';

/** Says that a folder is a site of ours, and of which archive. */
const mark = '.dateline-site.json';

/** The folder of a site. */
export interface SiteFolder {
  /** Writes a file unless it says the same already. */
  put(file: string, body: Buffer): Promise<void>;
  /** Whether there is such a file or folder. */
  has(file: string): Promise<boolean>;
  remove(file: string): Promise<void>;
  /** The names of what lies in a folder of it; nothing for one that there is not. */
  names(folder: string): AsyncGenerator<string>;
  /** Whether there was a site before. */
  readonly existed: boolean;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Opens a folder for a site. Throws OutputFault for one that holds something else, unless `force` allows to write among
 * it; what is none of the site's files is never touched, except where a file of the site has its name.
 */
export async function openSiteFolder(
  folder: string,
  { archive, force }: { archive: string; force: boolean },
): Promise<SiteFolder> {
  await mkdir(folder, { recursive: true });
  const marked = await readFile(join(folder, mark), 'utf8').catch(() => undefined);
  const owner: unknown = marked && JSON.parse(marked).archive;
  if (!force) {
    if (marked !== undefined && owner !== archive)
      throw new OutputFault(folder, 'holds the site of another archive; --force writes over it');
    if (marked === undefined && !(await isEmpty(folder)))
      throw new OutputFault(folder, 'is not empty and holds no site; --force writes among what is there');
  }
  await writeFile(join(folder, mark), `${JSON.stringify({ archive })}\n`);
  const counts = { written: 0, unchanged: 0, removed: 0 };
  // The folder of the last file is nearly always that of the next.
  let made = '';
  return {
    existed: marked !== undefined,
    get written() {
      return counts.written;
    },
    get unchanged() {
      return counts.unchanged;
    },
    get removed() {
      return counts.removed;
    },
    async put(file, body) {
      const path = join(folder, file);
      if (await says(path, body)) {
        counts.unchanged += 1;
        return;
      }
      if (made !== dirname(path)) await mkdir(dirname(path), { recursive: true });
      made = dirname(path);
      // A server of files never shows half of one.
      await writeFile(`${path}.part`, body);
      await rename(`${path}.part`, path);
      counts.written += 1;
    },
    has: (file) =>
      stat(join(folder, file)).then(
        () => true,
        () => false,
      ),
    async remove(file) {
      await rm(join(folder, file), { recursive: true, force: true });
      made = '';
      counts.removed += 1;
    },
    async *names(of) {
      const opened = await opendir(join(folder, of)).catch(() => undefined);
      if (opened) for await (const { name } of opened) yield name;
    },
  };
}

async function says(path: string, body: Buffer): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size === body.length && body.equals(await readFile(path));
}

async function isEmpty(folder: string): Promise<boolean> {
  for await (const _ of await opendir(folder)) return false;
  return true;
}
