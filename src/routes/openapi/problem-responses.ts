import { type ProblemName, problems } from '../../errors.ts';
import { problemExample } from '../../http/problems/problem-body.ts';
import { problemMediaType } from '../../http/problems/problems.ts';
import type { Route } from '../route.ts';

/** Problems that any operation can have. */
const everywhere: ProblemName[] = [
  'invalid-parameter',
  'malformed-request',
  'not-acceptable',
  'url-too-long',
  'internal-error',
];

/** Problems of a body that is sent, even if the operation takes none. */
const ofBodies: ProblemName[] = [
  'invalid-body',
  'request-timeout',
  'body-too-large',
  'unsupported-media-type',
];

function problemsOf({ operation, method, keyScope, cost }: Route): ProblemName[] {
  const { problems: own = [], lifetime, id } = operation;
  const readsArchive = lifetime !== 'program' && id !== 'getHealth';
  const key: ProblemName[] = keyScope ? ['unauthorized', 'forbidden'] : [];
  return [
    ...everywhere,
    ...(method === 'GET' ? [] : ofBodies),
    ...own,
    ...key,
    ...(cost > 0 ? (['rate-limited'] as const) : []),
    ...(readsArchive ? (['archive-unavailable', 'query-timeout', 'overloaded'] as const) : []),
  ];
}

/** Returns the statuses of the problems of a route, ascending. */
export function statusesOf(route: Route): number[] {
  return [...new Set(problemsOf(route).map((name) => problems[name].status))].sort();
}

/** Returns the responses for all statuses of problems of these routes, with an example of each problem. */
export function problemResponses(routes: Route[]): Record<string, unknown> {
  const used = [...new Set(routes.flatMap(problemsOf))];
  const byStatus = Map.groupBy(used, (name) => problems[name].status);
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      `Problem${status}`,
      {
        description: `${names.map((name) => problems[name].title).join('; or: ')}.`,
        headers: {
          'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
          ...((status === 503 || status === 429) && {
            'Retry-After': { $ref: '#/components/headers/Retry-After' },
          }),
        },
        content: {
          [problemMediaType]: {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              names.map((name) => [name, { summary: problems[name].title, value: problemExample(name) }]),
            ),
          },
        },
      },
    ]),
  );
}
