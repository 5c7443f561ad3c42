import { z } from 'zod';
import { type ProblemName, problems } from '../../errors.ts';

const Fault = z
  .object({
    param: z.string().meta({ description: 'Name of the parameter.', example: 'limit' }),
    value: z.unknown().optional().meta({ description: 'Value of the parameter, shortened.', example: '101' }),
    reason: z.string().meta({ description: 'Reason why it is invalid.', example: 'must be at most 100' }),
    allowed: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .meta({ description: 'Allowed values.', example: ['newest', 'oldest', 'relevance'] }),
    suggestion: z.string().optional().meta({ description: 'Likely intended value.', example: 'limit' }),
  })
  .meta({ id: 'Fault', description: 'An error in one parameter.' });

export const ProblemBody = z
  .object({
    type: z.string().meta({
      description: 'Kind of problem, as the address of a page that explains it.',
      example: '/problems/invalid-parameter',
    }),
    title: z.string().meta({ description: 'Name of the kind of problem.', example: 'Invalid parameter' }),
    status: z.int().meta({ description: 'HTTP status.', example: 400 }),
    detail: z
      .string()
      .meta({ description: 'Explanation of this occurrence.', example: 'limit must be at most 100.' }),
    instance: z.string().meta({
      description: 'URN of the request; it ends with its X-Request-Id.',
      example: 'urn:request:6f1c2a9e-0b1d-4c55-9d3e-2f6a1f0d7b11',
    }),
    errors: z.array(Fault).optional().meta({ description: 'All errors in the parameters.' }),
    links: z
      .object({
        docs: z.string().meta({ description: 'The documentation.', example: '/docs' }),
        root: z.string().meta({ description: 'Entry point of the API.', example: '/v1' }),
      })
      .optional()
      .meta({ description: 'Further information.' }),
  })
  .meta({ id: 'Problem', description: 'A problem (RFC 9457).' });
export type ProblemBody = z.infer<typeof ProblemBody>;

const faults: Partial<Record<ProblemName, ProblemBody['errors']>> = {
  'invalid-parameter': [{ param: 'limit', value: '101', reason: 'must be at most 100' }],
  'invalid-cursor': [
    { param: 'cursor', value: 'abc', reason: 'The cursor was truncated or is not a cursor of this API.' },
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
