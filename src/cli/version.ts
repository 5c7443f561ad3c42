import { version } from '../version.ts';
import { type Command, exitCodes } from './command.ts';

export const versionCommand: Command = {
  options: {},
  async run({ terminal }) {
    terminal.out(`dateline ${version} (Node.js ${process.versions.node})`);
    return exitCodes.done;
  },
};
