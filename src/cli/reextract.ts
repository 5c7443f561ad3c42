import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { reextract } from '../importing/reextract.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Command, exitCodes, flag, Misuse, option } from './command.ts';
import { openToWrite } from './open-to-write.ts';

const Options = z.object({
  only: z.string().min(1).optional(),
  since: z.union([z.iso.date().transform((day) => `${day}T00:00:00Z`), z.iso.datetime()]).optional(),
  threads: z.string().regex(/^\d+$/).transform(Number),
});

const allowed: Record<string, string> = {
  only: 'the id or slug of an article',
  since: 'a day such as 2024-11-03 or an instant such as 2024-11-03T11:59:00Z',
  threads: 'a whole number from 0',
};

export const reextractCommand: Command = {
  options: {
    only: option('Only this article (id or slug).'),
    since: option('Skip articles published before this day or instant.'),
    threads: option(
      'Number of worker threads that extract; with 0 the main thread does.',
      String(availableParallelism()),
    ),
    json: flag('Print the report as JSON.'),
  },
  async run({ options, config, terminal }) {
    const parsed = Options.safeParse(options);
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path: [name] }) => String(name));
      throw new Misuse(
        faults.map((name) => `invalid value for --${name}; expected ${allowed[name]}`).join('\n'),
      );
    }
    const { only, since, threads } = parsed.data;
    const archive = await openToWrite({ config, terminal }, { create: false });
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    try {
      const report = await reextract(archive, {
        ...(only !== undefined && { only }),
        ...(since !== undefined && { since }),
        threads,
        batchSize: 100,
        signal: stop.signal,
      });
      if (report === undefined) throw new Misuse(`no article with id or slug "${only}"`);
      const { read, changed, same, milliseconds, ending } = report;
      if (options.json) terminal.out(JSON.stringify(report));
      else {
        const seconds = (milliseconds / 1000).toFixed(1);
        terminal.out(
          `${pluralize(read, 'article')} processed in ${seconds} s: ${changed} changed, ${same} unchanged.`,
        );
      }
      return ending === 'complete' ? exitCodes.done : exitCodes.incomplete;
    } finally {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      await archive.close();
    }
  },
};
