import { setImmediate } from 'node:timers/promises';

/** Node accepts one connection per turn of the event loop, so that a single turn would let one new client in. */
const turns = 64;

/** Lets other requests be handled before long work goes on. Takes less than a millisecond if there are none. */
export async function handleOthers(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}
