import cluster, { type Worker } from 'node:cluster';
import { z } from 'zod';
import { joinExpositions } from './join-expositions.ts';

/** Timeout per process in ms. The metrics of a process that does not respond are omitted. */
const timeoutMs = 1000;

const Request = z.object({ metrics: z.literal('request') });
const Response = z.object({ metrics: z.literal('response'), text: z.string() });

/** Sends metrics to the supervisor on request. Call when this process is ready to serve. */
export function sendMetricsOnRequest(read: () => Promise<string>): void {
  process.on('message', async (message) => {
    if (!Request.safeParse(message).success) return;
    // If reading fails, the supervisor omits this process, which keeps serving.
    const text = await read().catch(() => undefined);
    if (text !== undefined && process.connected) {
      process.send?.({ metrics: 'response', text } satisfies z.infer<typeof Response>);
    }
  });
}

/** Returns the combined metrics of all server processes. Runs in the supervisor. */
export async function gatherMetrics(): Promise<string> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected() === true);
  const texts = await Promise.all(workers.map((worker) => (worker ? request(worker) : undefined)));
  return joinExpositions(texts.filter((text) => text !== undefined));
}

/** Requests the metrics of a process. Returns undefined if it does not respond in time. */
function request(worker: Worker): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (text: string | undefined) => {
      clearTimeout(overdue);
      worker.off('message', onMessage);
      resolve(text);
    };
    const onMessage = (message: unknown) => {
      const response = Response.safeParse(message);
      if (response.success) end(response.data.text);
    };
    const overdue = setTimeout(() => end(undefined), timeoutMs);
    worker.on('message', onMessage);
    worker.send({ metrics: 'request' } satisfies z.infer<typeof Request>);
  });
}
