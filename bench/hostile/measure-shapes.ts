/**
 * `npm run bench:hostile-shapes [-- --sizes 1,10,100 --limit 3 --only WORD --all]`: reads documents that repeat one
 * construct, and prints the CPU time in milliseconds at each size in kB, and by how much the time per kB grows to the
 * largest size. Prints only those that grow more than the limit, unless `--all` is given.
 *
 * `--sizes 100,1000 --limit 1.5` finds what grows more than 15-fold for ten times the bytes.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { shapes } from './shapes/all.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,100' },
    limit: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const limit = Number(values.limit);
/** Number of measurements of a shape that seems to grow. Their medians count. */
const repetitions = 5;
/** Time after which a document is given up, in milliseconds. */
const patience = 60_000;

/** One reading of a document: CPU time in milliseconds, and what came of it. */
interface Measured {
  size: number;
  milliseconds: number;
  outcome: string;
}

async function start() {
  const started = fork(new URL('shapes-process.ts', import.meta.url), { execArgv: [] });
  started.setMaxListeners(0);
  await once(started, 'message');
  return started;
}
let child = await start();

async function measureOnce(shape: string, size: number): Promise<Measured> {
  const reply = once(child, 'message');
  const died = once(child, 'exit').then(() => undefined);
  child.send({ shape, length: size * 1000 });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const measured = await Promise.race([reply, died]);
  clearTimeout(timer);
  if (measured) return { size, ...measured[0] };
  child = await start();
  return { size, milliseconds: Number.POSITIVE_INFINITY, outcome: 'given up' };
}

/** Measures a shape at all sizes, and takes the medians of several turns. */
async function measure(shape: string, turns: number): Promise<Measured[]> {
  const all: Measured[][] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const measured: Measured[] = [];
    for (const size of sizes) {
      measured.push(await measureOnce(shape, size));
      if (measured.at(-1)?.milliseconds === Number.POSITIVE_INFINITY) return measured;
    }
    all.push(measured);
  }
  return sizes.flatMap((_, index) => {
    const sorted = all
      .flatMap((each) => each[index] ?? [])
      .toSorted((one, other) => one.milliseconds - other.milliseconds);
    return sorted[Math.floor(sorted.length / 2)] ?? [];
  });
}

/**
 * Returns the largest growth of the time per kB from a smaller size to the largest. Sizes at which something else came of
 * the document are no base, because a document that is refused early takes no time.
 */
function growthOf(measured: readonly Measured[]): { growth: number; from: number } {
  const last = measured.at(-1);
  const kind = (each: Measured) => each.outcome.replaceAll(/\d+/g, '').slice(0, 20);
  const smaller = measured.slice(0, -1);
  const like = smaller.filter((each) => last && kind(each) === kind(last));
  const perKilobyte = ({ milliseconds, size }: Measured) => milliseconds / size;
  return (like.length > 0 ? like : smaller)
    .map((base) => ({ growth: last ? perKilobyte(last) / perKilobyte(base) : 0, from: base.size }))
    .reduce((one, other) => (other.growth > one.growth ? other : one), { growth: 0, from: 0 });
}

const chosen = shapes.filter((shape) => shape.name.includes(values.only));
let within = 0;
console.log(`${'CPU time in ms'.padEnd(48)}${sizes.map((size) => `${size} kB`.padStart(10)).join('')}`);
for (const { name } of chosen) {
  // The first readings compile the code.
  for (const size of [...sizes.slice(0, 2), ...sizes.slice(0, 2)]) await measureOnce(name, size);
  let measured = await measure(name, 1);
  if (growthOf(measured).growth > limit) measured = await measure(name, repetitions);
  const { growth, from } = growthOf(measured);
  if (growth <= limit) within += 1;
  if (!values.all && growth <= limit) continue;
  const columns = measured.map(({ milliseconds }) => milliseconds.toFixed(2).padStart(10)).join('');
  const base = `x${growth.toFixed(1).padStart(6)} from ${from} kB`;
  console.log(`${name.padEnd(48)}${columns}  ${base.padEnd(19)}  ${measured.at(-1)?.outcome}`);
}
console.log(`${within} of ${chosen.length} shapes within ${limit} ×`);
child.disconnect();
