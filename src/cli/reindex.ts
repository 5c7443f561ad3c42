import { engineOf } from '../archive/open-archive.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Command, exitCodes } from './command.ts';
import { sayWaiting } from './open-to-write.ts';

export const reindexCommand: Command = {
  options: {},
  async run({ config: { DATABASE_URL }, terminal }) {
    const engine = await engineOf(DATABASE_URL);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    try {
      const { articles, milliseconds, complete } = await engine.reindex(DATABASE_URL, {
        onWaiting: sayWaiting(terminal),
        signal: stop.signal,
      });
      if (complete) {
        const seconds = (milliseconds / 1000).toFixed(1);
        terminal.out(`${pluralize(articles, 'article')} indexed in ${seconds} s.`);
        return exitCodes.done;
      }
      terminal.err('Stopped; searches still use the old index. Run dateline reindex again.');
      return exitCodes.incomplete;
    } finally {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    }
  },
};
