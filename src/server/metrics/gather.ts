import cluster, { type Worker } from 'node:cluster';
import { z } from 'zod';
import { joinExpositions } from './join-expositions.ts';

/** Timeout per process. A process that does not respond is omitted. */
const timeoutMs = 1000;

const Question = z.object({ metrics: z.literal('asked') });
const Reply = z.object({ metrics: z.literal('answered'), text: z.string() });

/** Answers the supervisor's requests for metrics. Call when this process is ready to serve. */
export function answerSupervisor(read: () => Promise<string>): void {
  process.on('message', async (message) => {
    if (!Question.safeParse(message).success) return;
    // A process that fails to read its metrics is omitted; it keeps serving.
    const text = await read().catch(() => undefined);
    if (text !== undefined && process.connected) {
      process.send?.({ metrics: 'answered', text } satisfies z.infer<typeof Reply>);
    }
  });
}

/** Returns the combined metrics of all server processes. Runs in the supervisor. */
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
    const overdue = setTimeout(() => end(undefined), timeoutMs);
    worker.on('message', hear);
    worker.send({ metrics: 'asked' } satisfies z.infer<typeof Question>);
  });
}
