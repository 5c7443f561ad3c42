import { engineOf } from '../archive/open-archive.ts';
import { showProgress } from '../importing/progress.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Command, exitCodes, flag } from './command.ts';
import { sayWaiting } from './open-to-write.ts';

export const reindexCommand: Command = {
  options: {
    json: flag('Print the result as JSON.'),
  },
  async run({ options, config: { DATABASE_URL }, terminal }) {
    const engine = await engineOf(DATABASE_URL);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const begun = performance.now();
    let done = { consumed: 0, total: 0 };
    const progress = showProgress(process.stderr, () => done);
    try {
      const result = await engine
        .reindex(DATABASE_URL, {
          onWaiting: sayWaiting(terminal),
          onProgress(articles, total) {
            done = { consumed: articles, total };
            const milliseconds = performance.now() - begun;
            progress.show({ read: articles, skipped: 0, resumed: 0, milliseconds });
          },
          signal: stop.signal,
        })
        .finally(progress.end);
      const { rebuilt, articles, words, milliseconds, complete } = result;
      if (options.json) terminal.out(JSON.stringify(result));
      else if (complete) {
        const seconds = (milliseconds / 1000).toFixed(1);
        terminal.out(
          rebuilt === 'index'
            ? `${pluralize(articles, 'article')} indexed in ${seconds} s.`
            : `${pluralize(words, 'word')} of the vocabulary changed in ${seconds} s; the index is up to date.`,
        );
      } else terminal.err('Stopped; searches still use the old index. Run dateline reindex again.');
      return complete ? exitCodes.done : exitCodes.incomplete;
    } finally {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    }
  },
};
