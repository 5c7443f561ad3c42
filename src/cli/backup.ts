import { rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { engineOf } from '../archive/open-archive.ts';
import { moveDurably } from '../exporting/move-durably.ts';
import { OutputFault } from '../exporting/output-fault.ts';
import { systemReason } from '../importing/system-reason.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Command, exitCodes, flag, Misuse } from './command.ts';

export const backupCommand: Command = {
  options: {
    quick: flag('Check the copy faster: only its pages, not if indexes match their tables.'),
  },
  async run({ options, words, config, terminal }) {
    const [file] = words;
    if (file === undefined || words.length > 1)
      throw new Misuse('expected one argument: FILE (usage: dateline backup FILE)');
    const path = resolve(file);
    if (path === resolve(config.DATABASE_URL.path))
      throw new Misuse(`${file} is the archive itself; choose another file`);
    const folder = await stat(dirname(path)).catch((cause: unknown) => {
      throw new OutputFault(dirname(path), systemReason(cause));
    });
    if (!folder.isDirectory()) throw new OutputFault(dirname(path), 'is not a folder');
    const began = performance.now();
    // A unique name, so that concurrent backups do not write into the same file.
    const unfinished = `${path}.${process.pid}.part`;
    try {
      const engine = await engineOf(config.DATABASE_URL);
      const { bytes } = await engine.backUp(config.DATABASE_URL, unfinished, {
        check: options.quick ? 'quick' : 'full',
      });
      await moveDurably(unfinished, path);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      terminal.out(`${file}: ${pluralize(bytes, 'byte')}, checked, in ${seconds} s`);
      return exitCodes.done;
    } finally {
      for (const leftover of ['', '-journal', '-wal', '-shm'])
        await rm(`${unfinished}${leftover}`, { force: true });
    }
  },
};
