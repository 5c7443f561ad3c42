import { z } from 'zod';
import { noParameters, type Operation, operation } from './operation.ts';

/** `GET /openapi.json`; `describe` gives the description for a public address. */
export function openapiOperation(describe: (about: { version: string; base: string }) => object): Operation {
  return operation({
    id: 'getOpenapi',
    group: 'Service',
    summary: 'Read the description of the API',
    description: 'The API as OpenAPI 3.1, for programs. `/docs` shows it to people.',
    parameters: noParameters,
    produces: ['application/json'],
    answers: z.record(z.string(), z.unknown()).meta({
      id: 'OpenapiDocument',
      description: 'An OpenAPI 3.1 document.',
      example: { openapi: '3.1.0' },
    }),
    lifetime: 'program',
    respond: ({ version, base }) => ({ body: JSON.stringify(describe({ version, base })) }),
  });
}
