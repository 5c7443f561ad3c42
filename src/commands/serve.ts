import cluster from 'node:cluster';
import { serve } from '../serve.ts';
import { type Command, exitCodes } from './command.ts';

export const serveCommand: Command = {
  options: { seed: { type: 'boolean', default: false } },
  help: { seed: 'Put the seed archive into the database first.' },
  async run({ options, config }) {
    const seed = options.seed === true;
    if (config.WEB_CONCURRENCY === 1) {
      await serve(config, { seed });
      return exitCodes.done;
    }
    const { serveSupervised, supervise } = await import('../cluster.ts');
    if (cluster.isPrimary)
      return (await supervise(config, { seed })) === 0 ? exitCodes.done : exitCodes.failed;
    await serveSupervised(config);
    return exitCodes.done;
  },
};
