import { mkdir, opendir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OutputFault } from '../output-fault.ts';

/** File that marks a folder as a site, with the id of its archive. */
const mark = '.dateline-site.json';

export interface SiteFolder {
  /** Writes a file unless its content is the same already. */
  put(file: string, body: Buffer): Promise<void>;
  has(file: string): Promise<boolean>;
  remove(file: string): Promise<void>;
  /** Yields the names in a subfolder; none if it does not exist. */
  names(folder: string): AsyncGenerator<string>;
  /** True if the folder already contained a site. */
  readonly existed: boolean;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Opens an output folder. Throws OutputFault if it contains anything but a site of this archive, unless
 * `force` is set. Files with other names than those of the site are never changed.
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
      throw new OutputFault(folder, 'contains the site of another archive; use --force to overwrite it');
    if (marked === undefined && !(await isEmpty(folder)))
      throw new OutputFault(folder, 'is not empty and contains no site; use --force to write into it');
  }
  await writeFile(join(folder, mark), `${JSON.stringify({ archive })}\n`);
  const counts = { written: 0, unchanged: 0, removed: 0 };
  // The last folder that was created: consecutive files are usually in the same one.
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
      if (await hasContent(path, body)) {
        counts.unchanged += 1;
        return;
      }
      if (made !== dirname(path)) await mkdir(dirname(path), { recursive: true });
      made = dirname(path);
      // A web server must not serve a partly written file.
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

async function hasContent(path: string, body: Buffer): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size === body.length && body.equals(await readFile(path));
}

async function isEmpty(folder: string): Promise<boolean> {
  for await (const _ of await opendir(folder)) return false;
  return true;
}
