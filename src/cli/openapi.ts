import { describeApi } from '../routes/openapi/openapi.ts';
import { routesFor } from '../routes/table.ts';
import { version } from '../version.ts';
import { type Command, exitCodes } from './command.ts';

export const openapiCommand: Command = {
  options: {},
  async run({ config, terminal }) {
    const description = await describeApi(
      routesFor({ read: config.READ_ACCESS, parse: config.PARSE_ACCESS }),
      {
        version,
        base: config.PUBLIC_URL ?? '',
      },
    );
    terminal.out(JSON.stringify(description, null, 2));
    return exitCodes.done;
  },
};
