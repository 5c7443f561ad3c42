import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { problemOf } from '../../http/problems/problems.ts';

const state = (status: string) => z.literal(status).meta({ description: 'The state.', example: status });

/** `GET /healthz`: the process is alive. Does not use the database. */
export const getHealth: Operation = operation({
  id: 'getHealth',
  group: 'Service',
  summary: 'Check that the server is alive',
  description: 'Responds while the process runs; does not use the database.',
  parameters: noParameters,
  produces: ['application/json'],
  response: z.object({ status: state('alive') }).meta({ id: 'Health', description: 'The server is alive.' }),
  lifetime: 'now',
  respond: () => ({ body: '{"status":"alive"}' }),
});

/** `GET /readyz`: the database is available and migrated, and no read met damage in the last minute. */
export const getReadiness: Operation = operation({
  id: 'getReadiness',
  group: 'Service',
  summary: 'Check that the server is ready',
  description:
    'Checks that the database responds, has the newest schema and is the file that was opened, and that no read of this process met damage in the last minute; otherwise 503. Warns of a search index that must be built again.',
  parameters: noParameters,
  produces: ['application/json'],
  response: z
    .object({
      status: state('ready'),
      warnings: z
        .array(z.string())
        .optional()
        .meta({
          description:
            'What the operator should do although the server is ready, one sentence each; absent if nothing.',
          example: ['Searches miss the articles that an earlier version stored; run dateline reindex.'],
        }),
    })
    .meta({ id: 'Readiness', description: 'The server is ready.' }),
  lifetime: 'now',
  async respond({ check, warnings }) {
    try {
      await check();
      const said = await warnings();
      return { body: JSON.stringify({ status: 'ready', ...(said.length > 0 && { warnings: said }) }) };
    } catch (cause) {
      const { problem, message } = problemOf(cause);
      const detail = problem === 'archive-unavailable' ? message : 'The database does not respond.';
      throw new Problem('archive-unavailable', detail, { headers: { 'retry-after': '5' }, cause });
    }
  },
});

/** `GET /version` */
export const getVersion: Operation = operation({
  id: 'getVersion',
  group: 'Service',
  summary: 'Read the version',
  description: 'Name and version of the program.',
  parameters: noParameters,
  produces: ['application/json'],
  response: z
    .object({
      name: z.string().meta({ description: 'The name of the program.', example: 'Dateline' }),
      version: z.string().meta({ description: 'Its version.', example: '0.1.0' }),
    })
    .meta({ id: 'Version', description: 'The running program.' }),
  lifetime: 'program',
  respond: ({ version }) => ({ body: JSON.stringify({ name: 'Dateline', version }) }),
});
