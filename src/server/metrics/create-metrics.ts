import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../../archive/archive.ts';
import type { Observer } from '../../http/on-response.ts';

/** What a process counts of itself. */
export interface Metrics {
  /** All of it in the format of Prometheus (text, 0.0.4); the archive is asked for its state. */
  read(): Promise<string>;
  /** Counts an answered request by the pattern of its route, so that series stay few. */
  observe: Observer;
}

/** From a kept answer to a search that is slow, in seconds. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Makes the metrics of a process that serves an archive. All series bear its number, since counters of several
 * processes in one series would go down when one of them is replaced.
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
    help: 'How long answers took, from the request line to the last byte; its count is that of requests.',
    labelNames: ['method', 'route', 'status', 'kept'],
    buckets,
    registers: [registry],
  });
  new Gauge({
    name: 'dateline_build_info',
    help: '1, with the version that runs.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1);
  const measure = measureArchive(archive, registry);
  return {
    async read() {
      await measure();
      return registry.metrics();
    },
    observe({ method, route = 'none', status, kept, ms }) {
      requests.observe({ method, route, status: String(status), kept: String(kept) }, ms / 1000);
    },
  };
}

/** Measures how much the archive holds and how new it is; where it does not answer, only that. */
function measureArchive(archive: Archive, registry: Registry): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `dateline_archive_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('up', '1 where the database answers and has the newest schema, else 0.');
  const items = gauge('items', 'How many articles, people, quotes and so on the archive holds.', ['kind']);
  const revision = gauge('revision', 'Grows with every change: its rate is that of imports and corrections.');
  const revised = gauge('revised_timestamp_seconds', 'When the archive last changed.');
  const newest = gauge('newest_article_timestamp_seconds', 'When the newest article was published.');
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
      // Prometheus has to hear that it is down; requests that fail are logged with the reason.
      up.set(0);
    }
  };
}
