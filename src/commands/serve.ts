import { serve } from '../serve.ts';
import { type Command, exitCodes } from './command.ts';

export const serveCommand: Command = {
  options: { seed: { type: 'boolean', default: false } },
  help: { seed: 'Put the seed archive into the database first.' },
  async run({ options, config }) {
    await serve(config, { seed: options.seed === true });
    return exitCodes.done;
  },
};
