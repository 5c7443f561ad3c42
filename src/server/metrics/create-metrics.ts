import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../../archive/archive.ts';
import type { Unavailability } from '../../archive/archive-unavailable.ts';
import type { Observer } from '../../http/on-response.ts';

export interface Metrics {
  /** Returns all metrics in the Prometheus text format (0.0.4). Queries the archive. */
  read(): Promise<string>;
  /** Counts a response by its route pattern, which keeps the number of series small. */
  observe: Observer;
  /** Counts a request that was refused to protect the server. */
  refused(reason: Refusal): void;
}

const refusals = ['rate-limited', 'overloaded'] as const;
type Refusal = (typeof refusals)[number];

/** Histogram buckets in seconds, from a cache hit to a slow search. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Creates the metrics of a server process. All series have the process number as a label, because shared
 * counters would drop when a process is replaced.
 */
export function createMetrics(
  archive: Archive,
  { version, process }: { version: string; process: number },
): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'dateline_http_request_duration_seconds',
    help: 'Duration of responses, from the request line to the last byte. Its count is the number of requests.',
    labelNames: ['method', 'route', 'status', 'kept'],
    buckets,
    registers: [registry],
  });
  new Gauge({
    name: 'dateline_build_info',
    help: 'Always 1, with the running version as a label.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1);
  const refused = new Counter({
    name: 'dateline_http_refused_total',
    help: 'Requests refused by a rate limit (rate-limited) or because the event loop was late (overloaded).',
    labelNames: ['reason'],
    registers: [registry],
  });
  // So that the first refusal is an increase.
  for (const reason of refusals) refused.inc({ reason }, 0);
  countFaults(archive, registry);
  const measure = measureArchive(archive, registry);
  return {
    async read() {
      await measure();
      return registry.metrics();
    },
    refused: (reason) => refused.inc({ reason }),
    observe({ method, route = 'none', status, cached, ms }) {
      requests.observe({ method, route, status: String(status), kept: String(cached) }, ms / 1000);
    },
  };
}

/** Reasons that have a series before the first failure, so that the first one is an increase. */
const faultReasons: readonly Unavailability[] = ['damaged', 'not-an-archive', 'missing', 'full', 'busy'];

/** Creates the counter of the storage failures of this process. */
function countFaults({ faults }: Archive, registry: Registry): void {
  new Counter({
    name: 'dateline_storage_errors_total',
    help: 'Reads and writes that failed because of the database file, its storage or a lock, by reason.',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const reason of faultReasons) this.inc({ reason }, 0);
      for (const [reason, count] of faults.counts()) this.inc({ reason }, count);
    },
  });
}

/** Creates gauges of the archive and returns a function that reads them. If the database fails, `up` is 0. */
function measureArchive(archive: Archive, registry: Registry): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `dateline_archive_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('up', '1 if the database responds and has the newest schema, else 0.');
  const items = gauge('items', 'Number of articles, people, quotes and so on in the archive.', ['kind']);
  const revision = gauge(
    'revision',
    'Increases with every change; its rate is that of imports and corrections.',
  );
  const revised = gauge('revised_timestamp_seconds', 'Time of the last change of the archive.');
  const newest = gauge('newest_article_timestamp_seconds', 'Publication time of the newest article.');
  return async () => {
    items.reset();
    for (const one of [revision, revised, newest]) one.remove();
    try {
      await archive.check();
      const { newest: newestAt, oldest: _, ...counts } = await archive.reads.summary();
      for (const [kind, count] of Object.entries(counts)) items.set({ kind }, count);
      const state = await archive.state();
      revision.set(state.revision);
      revised.set(Date.parse(state.revisedAt) / 1000);
      if (newestAt) newest.set(Date.parse(newestAt) / 1000);
      up.set(1);
    } catch {
      // Only the gauge reports it. Failing requests log the reason.
      up.set(0);
    }
  };
}
