import { version } from '../version.ts';
import { type Command, exitCodes } from './command.ts';

export const versionCommand: Command = {
  name: 'version',
  words: '',
  summary: 'Print the version of this program and of the Node.js that runs it.',
  options: {},
  help: {},
  async run({ terminal }) {
    terminal.out(`dateline ${version} (Node.js ${process.versions.node})`);
    return exitCodes.done;
  },
};
