import { z } from 'zod';
import { noParameters, type Operation, operation } from '../../http/operation.ts';

/** `GET /openapi.json`. `describe` returns the document for a public address. */
export function openapiOperation(
  describe: (about: { version: string; base: string }) => Promise<object>,
): Operation {
  // Made on the first request, because it takes tens of milliseconds.
  const written = new Map<string, string>();
  return operation({
    id: 'getOpenapi',
    group: 'Service',
    summary: 'Read the description of the API',
    description: 'The API as OpenAPI 3.1, for programs. `/docs` shows it to people.',
    parameters: noParameters,
    produces: ['application/json'],
    response: z.record(z.string(), z.unknown()).meta({
      id: 'OpenapiDocument',
      description: 'An OpenAPI 3.1 document.',
      example: { openapi: '3.1.0' },
    }),
    lifetime: 'program',
    async respond({ version, base }) {
      const about = `${version} ${base}`;
      const body = written.get(about) ?? JSON.stringify(await describe({ version, base }));
      written.set(about, body);
      return { body };
    },
  });
}
