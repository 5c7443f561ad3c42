import { decideArrival } from '../../src/archive/core/decide-arrival.ts';
import type { StateAction } from '../../src/model/article-state.ts';
import type { ReadArticle } from '../../src/model/draft.ts';

interface Version {
  document: ReadArticle;
  version: number | null;
  modified: null;
  content: Buffer;
}

interface Waiting extends Version {
  state: 'held' | 'draft';
}

interface Known {
  published?: Version | undefined;
  waiting?: Waiting | undefined;
  withdrawn?:
    | { by: 'source' | 'editor'; version: number | null; modified: null; contents: Buffer[] }
    | undefined;
  lifted?: { version: number | null; modified: null } | undefined;
  purged: boolean;
  /** The last published version of a withdrawn article, and its unpublished copy if an editor withdrew it. */
  last?: Version | undefined;
  kept?: Waiting | undefined;
  /** Contents of all versions that were published. */
  past: Buffer[];
}

/** Articles by their states as docs/publishing.md describes them, one after the other and in memory. */
export function openStatesModel() {
  const articles = new Map<string, Known>();
  const of = (key: string): Known => {
    const known = articles.get(key) ?? { purged: false, past: [] };
    articles.set(key, known);
    return known;
  };
  const publish = (known: Known, version: Version) => {
    known.published = { ...version, version: version.version ?? known.published?.version ?? null };
    known.past.push(version.content);
    known.withdrawn = undefined;
  };
  const withdraw = (known: Known, by: 'source' | 'editor', version: number | null, copies: Buffer[]) => {
    const contents = [...known.past, ...copies, ...(known.withdrawn?.contents ?? [])];
    known.last = known.published ?? known.last;
    known.withdrawn = { by, version, modified: null, contents };
    known.published = undefined;
  };

  const editors: Record<StateAction, (known: Known) => void> = {
    withdraw(known) {
      const from = known.published ?? known.withdrawn ?? known.waiting;
      if (from === undefined) return;
      const copy = known.waiting;
      withdraw(known, 'editor', from.version, copy ? [copy.content] : []);
      known.kept = copy ?? known.kept;
      known.waiting = undefined;
    },
    restore(known) {
      const { withdrawn, last, kept } = known;
      if (withdrawn === undefined) return;
      if (withdrawn.by === 'source') known.lifted = { version: withdrawn.version, modified: null };
      known.withdrawn = undefined;
      if (last) publish(known, { ...last, version: withdrawn.by === 'source' ? null : withdrawn.version });
      known.waiting = kept ?? known.waiting;
      known.last = undefined;
      known.kept = undefined;
    },
    release(known) {
      if (known.waiting === undefined || known.withdrawn) return;
      publish(known, known.waiting);
      known.waiting = undefined;
    },
    purge(known) {
      if (!known.published && !known.waiting && !known.withdrawn) return;
      for (const name of ['published', 'waiting', 'withdrawn', 'last', 'kept'] as const)
        known[name] = undefined;
      known.purged = true;
    },
  };

  return {
    edit: (key: string, action: StateAction) => editors[action](of(key)),
    kill(key: string, version: number | null) {
      const known = of(key);
      const notice = { version, modified: null, content: null, statesPublic: false };
      const decision = decideArrival(known, { release: 'withdraw', ...notice });
      if (decision.kind !== 'withdraw') return;
      const copy = decision.waiting ? known.waiting : undefined;
      if (decision.waiting) known.waiting = undefined;
      withdraw(known, 'source', version, copy ? [copy.content] : []);
    },
    arrive(key: string, document: ReadArticle) {
      const known = of(key);
      const { arrival } = document;
      if (arrival === undefined) throw new Error('the gate has decided');
      const content = Buffer.from(document.contentHash);
      const its = { document, version: document.version ?? null, modified: null, content };
      const decision = decideArrival(known, { ...arrival, ...its });
      if (decision.kind === 'wait') known.waiting = { ...its, state: decision.state };
      if (decision.kind !== 'publish') return;
      if (decision.replaces) known.waiting = undefined;
      publish(known, its);
      known.last = undefined;
    },
    /** Publishes what is due at an instant. */
    pass(now: string) {
      for (const known of articles.values()) {
        const due = known.waiting?.document.arrival?.dueAt;
        if (!known.waiting || known.waiting.state === 'draft' || !due || due > now) continue;
        publish(known, known.waiting);
        known.waiting = undefined;
        known.last = undefined;
      }
    },
    published: () => [...articles.values()].flatMap(({ published }) => published?.document ?? []),
    waiting: () => [...articles.values()].flatMap(({ waiting }) => waiting ?? []),
  };
}
