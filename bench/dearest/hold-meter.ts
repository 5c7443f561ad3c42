/**
 * Runs inside the server that is measured (`node --import`). Measures for how long the main thread let no other request
 * run. It counts the CPU time of the thread between two turns of the event loop, because other programs on the machine
 * do not change it, and the time that passed.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';

export const Held = z.object({ cpuMs: z.number(), wallMs: z.number(), residentMiB: z.number() });
export type Held = z.infer<typeof Held>;

const delay = monitorEventLoopDelay({ resolution: 1 });
let longest = 0;
let last = process.threadCpuUsage();

function measure(): void {
  const now = process.threadCpuUsage();
  longest = Math.max(longest, now.user - last.user + now.system - last.system);
  last = now;
}

process.on('message', (message) => {
  if (message === 'begin') {
    longest = 0;
    last = process.threadCpuUsage();
    delay.reset();
  }
  if (message === 'end') {
    measure();
    const residentMiB = Math.round(process.memoryUsage.rss() / 2 ** 20);
    process.send?.({ cpuMs: longest / 1000, wallMs: delay.max / 1e6, residentMiB } satisfies Held);
  }
});
process.channel?.unref();
delay.enable();
setInterval(measure, 1).unref();
