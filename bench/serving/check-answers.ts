import { z } from 'zod';
import type { Running } from './contender.ts';
import type { Question } from './question.ts';

/** Number of requests that are compared, and the share of them that may have other responses. */
const compared = 20;
const tolerated = 0.1;
const patienceMs = 30_000;

const Item = z.object({ slug: z.string() });
/** A list or one article, in an envelope or bare: all servers here answer in one of these. */
const Answer = z
  .union([
    z.object({ data: z.union([z.array(Item), Item]) }).transform(({ data }) => data),
    z.array(Item),
    Item,
  ])
  .transform((data) => [data].flat().map(({ slug }) => slug));

/**
 * Compares what a server answers with what ours does, for some of the questions: servers that answer fast but wrong
 * must not count. Lists have to hold the same articles. Searches stem and match differently, so there only the
 * number of articles on the page is compared, and only downwards by what stemming explains: a server that finds
 * nothing where ours finds something is wrong. Throws an Error that says what differs.
 */
export async function checkAnswers(own: Running, other: Running, questions: Question[]): Promise<void> {
  let wrong = 0;
  let first = '';
  const some = questions.slice(0, compared);
  for (const question of some) {
    const [expected, path] = [own.path(question), other.path(question)];
    if (expected === undefined || path === undefined) continue;
    const ours = await slugsAt(own.origin, expected);
    const theirs = await slugsAt(other.origin, path);
    const right = question.kind.startsWith('search')
      ? theirs.length >= Math.min(ours.length, 1)
      : theirs.length === ours.length &&
        ours.filter((slug) => theirs.includes(slug)).length >= 0.9 * ours.length;
    if (right) continue;
    wrong += 1;
    first ||= `${path} has ${theirs.length} articles and ours ${ours.length}`;
  }
  if (wrong > tolerated * some.length) throw new Error(`${wrong} of ${some.length} answers differ: ${first}`);
}

/** The slugs of the articles in an answer. Throws where it is no 200 or has another shape. */
async function slugsAt(origin: string, path: string): Promise<string[]> {
  const reply = await fetch(`${origin}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await reply.text();
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 200)}`);
  return Answer.parse(JSON.parse(text));
}
