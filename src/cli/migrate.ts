import { openArchive } from '../archive/open-archive.ts';
import { type Command, exitCodes } from './command.ts';

export const migrateCommand: Command = {
  options: {},
  help: {},
  async run({ config, terminal }) {
    const archive = await openArchive(config.DATABASE_URL);
    await archive.check();
    await archive.close();
    terminal.out('The database schema is up to date.');
    return exitCodes.done;
  },
};
