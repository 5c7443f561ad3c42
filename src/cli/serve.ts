import cluster from 'node:cluster';
import { type Command, exitCodes, flag } from './command.ts';
import { limitServerHeap } from './heap-flags.ts';

export const serveCommand: Command = {
  options: {
    seed: flag('Load the seed archive into the database first.'),
  },
  async run({ options, config }) {
    limitServerHeap();
    const seed = options.seed === true;
    const { serveSupervised, supervise } = await import('../server/cluster.ts');
    if (cluster.isWorker) await serveSupervised(config, { seed });
    else if (config.WEB_CONCURRENCY > 1) return (await supervise(config)) ? exitCodes.done : exitCodes.failed;
    else await (await import('../server/serve-alone.ts')).serveAlone(config, { seed });
    return exitCodes.done;
  },
};
