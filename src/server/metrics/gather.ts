import cluster, { type Worker } from 'node:cluster';
import { z } from 'zod';
import { joinExpositions } from './join-expositions.ts';

/** A process that does not answer in time is left out: what the others count is worth more than waiting. */
const patienceMs = 1000;

const Question = z.object({ metrics: z.literal('asked') });
const Reply = z.object({ metrics: z.literal('answered'), text: z.string() });

/** Has this process answer its supervisor's questions for metrics. To be called when it is ready to serve. */
export function answerSupervisor(read: () => Promise<string>): void {
  process.on('message', async (message) => {
    if (!Question.safeParse(message).success) return;
    // One whose metrics can't be read is left out like one that is too late; it goes on serving.
    const text = await read().catch(() => undefined);
    if (text !== undefined && process.connected) {
      process.send?.({ metrics: 'answered', text } satisfies z.infer<typeof Reply>);
    }
  });
}

/** The metrics of all serving processes, asked of them by their supervisor. */
export async function gatherMetrics(): Promise<string> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected() === true);
  const texts = await Promise.all(workers.map((worker) => (worker ? ask(worker) : undefined)));
  return joinExpositions(texts.filter((text) => text !== undefined));
}

function ask(worker: Worker): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (text: string | undefined) => {
      clearTimeout(overdue);
      worker.off('message', hear);
      resolve(text);
    };
    const hear = (message: unknown) => {
      const reply = Reply.safeParse(message);
      if (reply.success) end(reply.data.text);
    };
    const overdue = setTimeout(() => end(undefined), patienceMs);
    worker.on('message', hear);
    worker.send({ metrics: 'asked' } satisfies z.infer<typeof Question>);
  });
}
