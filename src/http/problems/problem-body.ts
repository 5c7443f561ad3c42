import { z } from 'zod';
import { type ProblemName, problems } from '../../errors.ts';

const Fault = z
  .object({
    param: z.string().meta({ description: 'The parameter.', example: 'limit' }),
    value: z.unknown().optional().meta({ description: 'Its value, shortened.', example: '101' }),
    reason: z.string().meta({ description: 'What is wrong with it.', example: 'must be at most 100' }),
    allowed: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .meta({ description: 'What would be right.', example: ['newest', 'oldest', 'relevance'] }),
    suggestion: z.string().optional().meta({ description: 'What was probably meant.', example: 'limit' }),
  })
  .meta({ id: 'Fault', description: 'One thing wrong with one parameter.' });

/** A problem document (RFC 9457). */
export const ProblemBody = z
  .object({
    type: z.string().meta({
      description: 'Names the kind of problem; its address explains it.',
      example: '/problems/invalid-parameter',
    }),
    title: z
      .string()
      .meta({ description: 'The kind of problem in words.', example: 'A parameter is not valid' }),
    status: z.int().meta({ description: 'The HTTP status.', example: 400 }),
    detail: z.string().meta({ description: 'This problem in words.', example: 'limit must be at most 100.' }),
    instance: z.string().meta({
      description: 'This request; the end is its X-Request-Id.',
      example: 'urn:request:6f1c2a9e-0b1d-4c55-9d3e-2f6a1f0d7b11',
    }),
    errors: z.array(Fault).optional().meta({ description: 'Everything wrong with the parameters.' }),
    links: z
      .object({
        docs: z.string().meta({ description: 'The documentation.', example: '/docs' }),
        root: z.string().meta({ description: 'Where the API begins.', example: '/v1' }),
      })
      .optional()
      .meta({ description: 'Where to go on.' }),
  })
  .meta({ id: 'Problem', description: 'A problem (RFC 9457).' });
export type ProblemBody = z.infer<typeof ProblemBody>;

const faults: Partial<Record<ProblemName, ProblemBody['errors']>> = {
  'invalid-parameter': [{ param: 'limit', value: '101', reason: 'must be at most 100' }],
  'invalid-cursor': [
    { param: 'cursor', value: 'abc', reason: 'The cursor was cut off or is not a cursor of this API.' },
  ],
};

/** Returns an example of a problem for the OpenAPI document. */
export function problemExample(name: ProblemName): ProblemBody {
  const { status, title, meaning } = problems[name];
  const errors = faults[name];
  return {
    type: `/problems/${name}`,
    title,
    status,
    detail: meaning,
    instance: 'urn:request:6f1c2a9e-0b1d-4c55-9d3e-2f6a1f0d7b11',
    ...(errors && { errors }),
  };
}
