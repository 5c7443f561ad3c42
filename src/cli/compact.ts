import { engineOf } from '../archive/open-archive.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Command, exitCodes } from './command.ts';
import { sayWaiting } from './open-to-write.ts';

export const compactCommand: Command = {
  options: {},
  async run({ config: { DATABASE_URL }, terminal }) {
    const engine = await engineOf(DATABASE_URL);
    const { before, after, complete } = await engine.compact(DATABASE_URL, {
      onWaiting: sayWaiting(terminal),
    });
    terminal.out(
      `${DATABASE_URL.path}: ${pluralize(before, 'byte')} before, ${pluralize(after, 'byte')} now`,
    );
    if (complete) return exitCodes.done;
    terminal.err(
      'Another process still reads an earlier state, so the log was kept; run dateline compact again.',
    );
    return exitCodes.incomplete;
  },
};
