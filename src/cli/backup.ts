import { rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { backUpArchive } from '../archive/back-up-archive.ts';
import { OutputFault } from '../exporting/output-fault.ts';
import { putInPlace } from '../exporting/put-in-place.ts';
import { systemReason } from '../importing/system-reason.ts';
import { type Command, exitCodes, Misuse } from './command.ts';

export const backupCommand: Command = {
  options: { quick: { type: 'boolean', default: false } },
  help: {
    quick: 'Check the copy less thoroughly: its pages, and not that every index agrees with its table.',
  },
  async run({ options, words, config, terminal }) {
    const [file] = words;
    if (file === undefined || words.length > 1) throw new Misuse('Say one file: dateline backup FILE');
    const path = resolve(file);
    if (path === resolve(config.DATABASE_URL.path)) throw new Misuse(`${file} is the archive itself.`);
    const folder = await stat(dirname(path)).catch((cause: unknown) => {
      throw new OutputFault(dirname(path), systemReason(cause));
    });
    if (!folder.isDirectory()) throw new OutputFault(dirname(path), 'is no folder');
    const began = performance.now();
    // Of its own name, so that two backups at once do not write into one file.
    const unfinished = `${path}.${process.pid}.part`;
    try {
      const { bytes } = await backUpArchive(config.DATABASE_URL, unfinished, {
        check: options.quick ? 'quick' : 'full',
      });
      await putInPlace(unfinished, path);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      terminal.out(`${file}: ${bytes.toLocaleString('en')} bytes, whole, in ${seconds} s`);
      return exitCodes.done;
    } finally {
      for (const leftover of ['', '-journal', '-wal', '-shm'])
        await rm(`${unfinished}${leftover}`, { force: true });
    }
  },
};
