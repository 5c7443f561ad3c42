/**
 * `npm run bench:hostile-shapes [-- --sizes 1,10,100 --only WORD --all]`: reads documents that repeat one construct, and
 * prints the CPU time in milliseconds at each size in kB, and by how much the time per kB grows from the first size to
 * the last. Prints only those that grow more than threefold, unless `--all` is given.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { iptcShapes } from './iptc-shapes.ts';
import { shapes as otherShapes } from './shapes.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,100' },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
/** Time after which a document is given up, in milliseconds. */
const patience = 20_000;

async function start() {
  const started = fork(new URL('shapes-process.ts', import.meta.url), { execArgv: [] });
  started.setMaxListeners(0);
  await once(started, 'message');
  return started;
}
const shapes = [...otherShapes, ...iptcShapes];
let child = await start();

async function measure(shape: string, kilobytes: number): Promise<{ milliseconds: number; outcome: string }> {
  const reply = once(child, 'message');
  const died = once(child, 'exit').then(() => undefined);
  child.send({ shape, length: kilobytes * 1000 });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const measured = await Promise.race([reply, died]);
  clearTimeout(timer);
  if (measured) return measured[0];
  child = await start();
  return { milliseconds: Number.POSITIVE_INFINITY, outcome: 'given up' };
}

let printed = 0;
for (const { name } of shapes.filter((shape) => shape.name.includes(values.only))) {
  // The first readings compile the code.
  for (const kilobytes of sizes.slice(0, 2)) await measure(name, kilobytes);
  const times: number[] = [];
  let outcome = '';
  for (const kilobytes of sizes) {
    const measured = await measure(name, kilobytes);
    times.push(measured.milliseconds);
    outcome = measured.outcome;
    if (measured.milliseconds === Number.POSITIVE_INFINITY) break;
  }
  const growth = (times.at(-1) ?? 0) / (sizes[times.length - 1] ?? 1) / ((times[0] ?? 1) / (sizes[0] ?? 1));
  if (!values.all && growth <= 3) continue;
  printed += 1;
  const columns = times.map((time) => time.toFixed(1).padStart(9)).join('');
  console.log(`${name.padEnd(44)}${columns}  x${growth.toFixed(1).padStart(6)}  ${outcome}`);
}
console.log(`${printed} of ${shapes.length} shapes printed; columns: ${sizes.join(', ')} kB`);
child.disconnect();
