/**
 * `npm run bench:compare -- --base DIR [--corpus DIR]`: compares this checkout with another one. Both serve the same
 * invented articles and are measured in turn, pair by pair. Prints the ratios of requests per second, start time and
 * memory, and in the same run those to the limit and to a plain Express server. Takes less than six minutes.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openArchive } from '../../src/archive/open-archive.ts';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { checkAnswers } from '../serving/check-answers.ts';
import type { Running } from '../serving/contender.ts';
import { startDateline } from '../serving/contenders/dateline.ts';
import { express } from '../serving/contenders/express.ts';
import { startLimit } from '../serving/contenders/limit.ts';
import { archiveName } from '../serving/data-folder.ts';
import { loadGenerator } from '../serving/load.ts';
import { pathsOf } from '../serving/measure.ts';
import { plainArticles } from '../serving/plain-articles.ts';
import { drawQuestions, type Material, type QuestionKind, readMaterial } from '../serving/question.ts';
import { residentMiB } from '../serving/resident-memory.ts';
import { say } from '../serving/say.ts';
import { checkoutArchive } from './checkout-archive.ts';
import { measureRates, measureStarts, type Rates, type Round, type Subject } from './measure-pairs.ts';
import { comparePairs, median, type Pairs } from './ratios.ts';

/** Time for all measures: starts, five cold and two hot lists of requests. */
const MINUTES = 5;

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    corpus: { type: 'string' },
    size: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '1' },
  },
});
if (values.base === undefined) throw new Error('--base DIR is missing: the checkout to compare with');
const corpus = chooseCorpus(values.corpus);
const size = Number(values.size);
const effort = {
  generator: await loadGenerator(),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  budgetMs: (MINUTES * 60_000) / 8,
};
const checkouts = { base: resolve(values.base), ours: fileURLToPath(new URL('../..', import.meta.url)) };
const cold = { RESPONSE_CACHE_MB: '0' };
const coldKinds: QuestionKind[] = ['topic in a year', 'newest', 'article', 'search', 'search by relevance'];
const hotKinds: QuestionKind[] = ['newest', 'article'];

const paths = {
  base: await checkoutArchive(checkouts.base, size, corpus),
  ours: await checkoutArchive(checkouts.ours, size, corpus),
};
const base = { checkout: checkouts.base, path: paths.base };
const ours = { checkout: checkouts.ours, path: paths.ours };
const pairs: Pairs[] = await measureStarts(base, ours, effort);
/** Ratios of this checkout to other servers, in each round. */
const beside: { measure: string; ratios: number[]; goal: number }[] = [];
const running: Pick<Running, 'stop'>[] = [];

/** Starts a server and stops it at the end, whatever happens. */
async function started<Server extends Pick<Running, 'stop'>>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  running.push(server);
  return server;
}

function keepPairs(measure: string, { perSecond, perCpuSecond }: Rates, ratio: number | null): void {
  const goal = ratio === null ? null : { ratio, atMost: false };
  pairs.push(
    { measure, unit: '/s', rounds: perSecond, goal },
    { measure: `${measure}, of CPU time`, unit: '/s', rounds: perCpuSecond, goal },
  );
}

function keepBeside(measure: string, { perSecond, perCpuSecond }: Rates, goal: number): void {
  const ratiosOf = (rounds: Round[]) => rounds.map(({ ours, other }) => ours / other);
  beside.push(
    { measure, ratios: ratiosOf(perSecond), goal },
    { measure: `${measure}, of CPU time`, ratios: ratiosOf(perCpuSecond), goal },
  );
}

async function compareCold(material: Material, source: Parameters<typeof express.start>[0]): Promise<void> {
  const servers = {
    base: await started(startDateline(base, cold)),
    ours: await started(startDateline(ours, cold)),
  };
  const plain = await started(express.start(source));
  for (const kind of coldKinds) {
    const questions = drawQuestions(kind, 1_500, material);
    await checkAnswers(servers.ours, servers.base, questions);
    const subject = (name: Subject['name'], server: Running): Subject => ({
      name,
      server,
      paths: pathsOf(server, questions),
    });
    const subjects = [subject('base', servers.base), subject('ours', servers.ours)];
    if (kind === 'article') subjects.push(subject('other', plain));
    const rates = await measureRates(`${kind}, cold`, subjects, effort);
    keepPairs(`${kind}, cold`, rates, 0.95);
    if (kind === 'article') keepBeside('article, cold, of Express', rates, 1.5);
  }
  await measureMemory('cold', servers);
}

async function compareHot(material: Material): Promise<void> {
  const servers = { base: await started(startDateline(base)), ours: await started(startDateline(ours)) };
  const limit = await started(startLimit());
  for (const kind of hotKinds) {
    const questions = drawQuestions(kind, 10, material);
    const asked = pathsOf(servers.ours, questions);
    const bytes = await Promise.all(
      asked.map(
        async (path) => (await (await fetch(`${servers.ours.origin}${path}`)).arrayBuffer()).byteLength,
      ),
    );
    const rates = await measureRates(
      `${kind}, hot`,
      [
        { name: 'base', server: servers.base, paths: pathsOf(servers.base, questions) },
        { name: 'ours', server: servers.ours, paths: asked },
        { name: 'other', server: limit, paths: [`/${Math.round(median(bytes))}`] },
      ],
      effort,
    );
    keepPairs(`${kind}, hot`, rates, null);
    keepBeside(`${kind}, hot, of the limit`, rates, kind === 'newest' ? 0.75 : 0.55);
  }
  await measureMemory('hot', servers);
}

async function measureMemory(when: string, servers: { base: Running; ours: Running }): Promise<void> {
  const rounds = [{ base: await residentMiB(servers.base.pid), ours: await residentMiB(servers.ours.pid) }];
  const measure = `resident memory after the load, ${when}`;
  pairs.push({ measure, unit: 'MiB', rounds, goal: { ratio: 1.05, atMost: true } });
}

try {
  const archive = await openArchive({ engine: 'sqlite', path: ours.path }, { readOnly: true });
  const material = await readMaterial(archive);
  const source = {
    name: `compare-${archiveName(size, corpus)}`,
    size,
    path: ours.path,
    articles: () => plainArticles(archive),
  };
  await compareCold(material, source);
  await archive.close();
  await compareHot(material);
} finally {
  for (const server of running) await server.stop();
}

const rounded = (value: number) => Math.round(1000 * value) / 1000;
console.table(
  pairs.map((each) => {
    const { base, ours, ratio, least, largest, met } = comparePairs(each);
    return {
      measure: each.measure,
      base: `${Math.round(base)} ${each.unit}`,
      ours: `${Math.round(ours)} ${each.unit}`,
      ratio: rounded(ratio),
      least: rounded(least),
      largest: rounded(largest),
      goal: each.goal === null ? '' : `${each.goal.atMost ? '≤' : '≥'} ${each.goal.ratio}`,
      met: met ?? '',
    };
  }),
);
console.table(
  beside.map(({ measure, ratios, goal }) => ({
    measure,
    ratio: rounded(median(ratios)),
    least: rounded(Math.min(...ratios)),
    largest: rounded(Math.max(...ratios)),
    goal: `≥ ${goal}`,
    met: median(ratios) >= goal,
  })),
);
say('done');
// Connections that were kept alive would hold the process.
process.exit();
