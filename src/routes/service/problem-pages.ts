import { z } from 'zod';
import { Problem, problems } from '../../errors.ts';
import { noParameters, type Operation, operation, type Result } from '../../http/operation.ts';
import { escapeHtml, styledPage, styledPagePolicy } from '../response/html-page.ts';

const ProblemKind = z
  .object({
    type: z
      .string()
      .meta({ description: 'The `type` of the problem.', example: '/problems/invalid-parameter' }),
    name: z.string().meta({ description: 'Name of the problem.', example: 'invalid-parameter' }),
    status: z.int().meta({ description: 'HTTP status.', example: 400 }),
    title: z.string().meta({ description: 'Title.', example: 'Invalid parameter' }),
    meaning: z
      .string()
      .meta({ description: 'Condition under which it occurs.', example: 'A parameter is unknown.' }),
    remedy: z.string().meta({ description: 'Advice to the caller.', example: 'See `errors`.' }),
  })
  .meta({ id: 'ProblemKind', description: 'A kind of problem.' });
type ProblemKind = z.infer<typeof ProblemKind>;

const produces = ['application/json', 'text/html'];

/** `GET /problems`: all problems of the API. */
export const listProblems: Operation = operation({
  id: 'listProblems',
  group: 'Service',
  summary: 'List the problems',
  description: 'The catalogue of problems (RFC 9457), as JSON or HTML.',
  parameters: noParameters,
  produces,
  response: z
    .object({ data: z.array(ProblemKind).meta({ description: 'All kinds of problems.' }) })
    .meta({ id: 'ProblemKinds', description: 'The catalogue of problems.' }),
  lifetime: 'program',
  respond({ base, mediaType }) {
    const data = Object.keys(problems).flatMap((name) => kindOf(name, base) ?? []);
    if (mediaType === 'application/json') return { body: JSON.stringify({ data }) };
    const items = data.map(
      ({ type, status, title }) =>
        `<li><a href="${escapeHtml(type)}">${escapeHtml(title)}</a> (${status})</li>`,
    );
    return pageResult('Problems', `<ul class="problems">${items.join('')}</ul>`, base);
  },
});

/** `GET /problems/:name`: explains a problem. */
export const getProblem: Operation = operation({
  id: 'getProblem',
  group: 'Service',
  summary: 'Explain a problem',
  description: 'Cause and remedy of a problem, as JSON or HTML.',
  path: { name: { description: 'The name of the problem.', example: 'invalid-parameter' } },
  parameters: noParameters,
  produces,
  response: z
    .object({ data: ProblemKind })
    .meta({ id: 'ProblemKindAnswer', description: 'A kind of problem.' }),
  lifetime: 'program',
  problems: ['not-found'],
  respond({ base, mediaType, path: { name = '' } }) {
    const data = kindOf(name, base);
    if (!data) throw new Problem('not-found', `There is no problem ${JSON.stringify(name.slice(0, 100))}.`);
    if (mediaType === 'application/json') return { body: JSON.stringify({ data }) };
    const { title, status, meaning, remedy } = data;
    const text = [
      `Status ${status}, <code>${escapeHtml(name)}</code>`,
      escapeHtml(meaning),
      escapeHtml(remedy),
    ];
    return pageResult(
      title,
      text.map((line) => `<p>${line.replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`).join('\n'),
      base,
    );
  },
});

function pageResult(title: string, body: string, base: string): Result {
  return {
    body: styledPage(title, body, base),
    headers: { 'content-security-policy': styledPagePolicy },
  };
}

function kindOf(name: string, base: string): ProblemKind | undefined {
  const kind = Object.entries(problems).find(([each]) => each === name)?.[1];
  return kind && { type: `${base}/problems/${name}`, name, ...kind };
}
