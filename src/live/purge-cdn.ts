import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { type Allows, guardedAgent, RefusedAddress, reasonOfRefusal, refuseAddress } from '../net/guard.ts';
import { followChanges } from './follow-changes.ts';
import { privateAddressesSetting } from './post-webhook.ts';
import { retryDelay } from './retry-delay.ts';
import type { Sender } from './sender.ts';

export interface CdnPurge {
  archive: Archive;
  /** Address that gets the posts. */
  url: string;
  /** Returns all paths of an article by its id or slug. */
  pathsOf(reference: string): string[];
  allows: Allows;
  warn(about: { err: unknown }, message: string): void;
  limits?: Partial<CdnPurgeLimits>;
}

/** Times in milliseconds. */
interface CdnPurgeLimits {
  timeoutMs: number;
  /** Maximum time between checks for changes and for a free lease. */
  everyMs: number;
  delay(failures: number): number;
}

const defaults: CdnPurgeLimits = {
  timeoutMs: 10_000,
  everyMs: 1000,
  delay: (failures) => Math.min(retryDelay(failures), 60_000),
};

/** Maximum number of withdrawn articles in one post. */
const maxArticles = 50;
/** Number of changes that are read at once. */
const changesPerRead = 500;

/**
 * Posts the paths and the surrogate keys of withdrawn articles to `url`, where a script purges them from a CDN. A post
 * that fails is repeated. Nothing waits for it.
 */
export function purgeCdn(purge: CdnPurge): Sender {
  const { archive, url, pathsOf, allows, warn } = purge;
  const { timeoutMs, everyMs, delay } = { ...defaults, ...purge.limits };
  let agent: ReturnType<typeof guardedAgent> | undefined;

  /** Returns the next withdrawn articles after a change, and the last change that this covers. */
  const withdrawnAfter = async (since: number) => {
    const ids = new Set<string>();
    for (let seq = since; ; await setImmediate()) {
      const changes = await archive.changes.since(seq, changesPerRead);
      for (const change of changes) {
        if (change.kind === 'deleted') ids.add(change.article);
        seq = change.seq;
        if (ids.size === maxArticles) return { ids: [...ids], seq };
      }
      if (ids.size > 0 || changes.length < changesPerRead) return { ids: [...ids], seq };
    }
  };

  const post = async (ids: string[], signal: AbortSignal): Promise<void> => {
    const paths = new Set<string>();
    for (const id of ids) {
      const gone = await archive.reads.gone(id);
      for (const reference of gone?.kind === 'withdrawn' ? [id, gone.slug] : [id]) {
        for (const path of pathsOf(reference)) paths.add(path);
      }
    }
    refuseAddress(new URL(url), allows);
    agent ??= guardedAgent(allows);
    const { fetch } = await import('undici');
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ paths: [...paths], keys: ids }),
      headers: { 'content-type': 'application/json', 'user-agent': 'Dateline' },
      redirect: 'manual',
      dispatcher: await agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the receiver responded with status ${response.status}`);
  };

  const following = followChanges({
    archive,
    name: 'cdn-purge',
    leaseMs: timeoutMs + everyMs,
    everyMs,
    delay,
    onError: (err) =>
      warn({ err }, `could not purge withdrawn articles from the CDN; will retry${hint(err)}`),
    async handle(since, signal) {
      const { ids, seq } = await withdrawnAfter(since);
      if (ids.length > 0) await post(ids, signal);
      return seq;
    },
  });
  return {
    async close() {
      await following.close();
      await (await agent)?.destroy();
    },
  };
}

/** Returns the reason of a refused address, with the setting that allows it. */
function hint(err: unknown): string {
  const cause = err instanceof Error && err.cause instanceof RefusedAddress ? err.cause : err;
  return cause instanceof RefusedAddress ? `: ${reasonOfRefusal(cause, privateAddressesSetting)}` : '';
}
