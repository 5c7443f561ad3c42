import cluster from 'node:cluster';
import { type Command, exitCodes, flag } from './command.ts';
import { limitServerHeap } from './heap-flags.ts';

export const serveCommand: Command = {
  options: {
    seed: flag('Load the seed archive into the database first.'),
  },
  async run({ options, config }) {
    limitServerHeap();
    // By default SIGHUP would end a server that is still starting.
    process.on('SIGHUP', () => undefined);
    const seed = options.seed === true;
    if (config.WEB_CONCURRENCY === 1) {
      const { serve } = await import('../server/serve.ts');
      await serve(config, { seed });
      return exitCodes.done;
    }
    const { serveSupervised, supervise } = await import('../server/cluster.ts');
    if (cluster.isPrimary) return (await supervise(config)) ? exitCodes.done : exitCodes.failed;
    await serveSupervised(config, { seed });
    return exitCodes.done;
  },
};
