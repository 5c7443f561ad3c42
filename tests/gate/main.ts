/** `npm run test:gate`: the gate for a minute, or for `--seconds`. */
import { parseArgs } from 'node:util';
import { runGate } from './run-gate.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(values.seconds);
console.log(`importing for ${seconds} s, killing a publisher every 3 s`);
const { faults, missing, ...counts } = await runGate({
  seconds,
  killEveryMs: 3000,
  started: () => undefined,
});
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', '),
);
for (const fault of faults) console.error(fault);
for (const word of missing) console.error(`${word} was due and is not shown`);
if (faults.length === 0 && missing.length === 0)
  console.log('Nothing was shown before its time or after it was withdrawn, and everything that was due.');
process.exitCode = faults.length + missing.length > 0 ? 1 : 0;
