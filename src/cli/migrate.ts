import { engineOf, openArchive } from '../archive/open-archive.ts';
import { type Command, exitCodes } from './command.ts';
import { sayWaiting, sayWarnings } from './open-to-write.ts';

export const migrateCommand: Command = {
  options: {},
  async run({ config: { DATABASE_URL }, terminal }) {
    const engine = await engineOf(DATABASE_URL);
    const applied = await engine.migrate(DATABASE_URL, { onWaiting: sayWaiting(terminal) });
    for (const name of applied) terminal.out(`Applied ${name}.`);
    terminal.out(applied.length > 0 ? 'The schema is up to date.' : 'The schema is already up to date.');
    const archive = await openArchive(DATABASE_URL, { readOnly: true });
    await sayWarnings(archive, terminal).finally(() => archive.close());
    return exitCodes.done;
  },
};
