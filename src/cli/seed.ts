import { reportLines } from '../importing/report-lines.ts';
import { seedArchive } from '../importing/seed-archive.ts';
import { type Command, exitCodes, option } from './command.ts';
import { openToWrite } from './open-to-write.ts';

export const seedCommand: Command = {
  options: {
    from: option('Folder with a seed.json. Default: seeds/ of Dateline.'),
  },
  async run({ options, config, terminal }) {
    const archive = await openToWrite({ config, terminal });
    try {
      const folder = typeof options.from === 'string' ? options.from : undefined;
      const report = await seedArchive(archive, folder);
      for (const line of reportLines(report)) terminal.out(line);
      return report.skipped > 0 ? exitCodes.incomplete : exitCodes.done;
    } finally {
      await archive.close();
    }
  },
};
