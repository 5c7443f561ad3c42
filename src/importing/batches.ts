import type { WriteResult } from '../archive/answers.ts';
import type { Archive } from '../archive/archive.ts';
import type { PreparedArticle } from '../archive/core/article-json/prepared-article.ts';
import type { KeptLine } from '../model/exported.ts';
import type { TagId } from '../model/tag.ts';
import { builtInEntries } from '../model/vocabulary.ts';

/** Gathers articles and writes them in batches, each one transaction with its checkpoint. */
export interface Batches {
  add(article: PreparedArticle): Promise<void>;
  /** What another archive kept beside its articles; written before the articles that are added after it. */
  keep(line: KeptLine): Promise<void>;
  /** All articles of one more document of the input have been added. */
  endDocument(): void;
  /** Writes what is left. */
  flush(): Promise<void>;
}

/** How long an article waits for its batch to fill, in milliseconds: slow input is seen soon, too. */
const longestWait = 5_000;

/** What to write and where to note it. */
export interface BatchSettings {
  /** Articles a transaction. */
  size: number;
  /** The name under which checkpoints are kept; null keeps none. */
  job: string | null;
  /** Documents that an earlier run of the job has stored. */
  position: number;
  /** The ids of the archive's authority entries. */
  known: ReadonlySet<TagId>;
  /** Called when a batch is committed. */
  onStored: (results: WriteResult[]) => void;
}

/**
 * Opens batches into an archive. Before a batch, what its articles name of the built-in vocabulary and the
 * archive lacks is stored, so that no article refers to a topic or place without a description.
 */
export function openBatches(archive: Archive, settings: BatchSettings): Batches {
  const known = new Set(settings.known);
  let { position } = settings;
  let written = position;
  let batch: PreparedArticle[] = [];
  let kept: KeptLine[] = [];
  let begun = 0;

  const flushKept = async () => {
    if (kept.length === 0) return;
    await archive.writes.restore(kept);
    for (const line of kept) if ('tag' in line) known.add(line.tag.id);
    kept = [];
  };

  const flush = async () => {
    await flushKept();
    if (batch.length === 0 && (settings.job === null || position === written)) return;
    const entries = builtInEntries(batch.flatMap(tagsOf), known);
    if (entries.length > 0) await archive.writes.writeTags(entries);
    for (const { id } of entries) known.add(id);
    const checkpoint = settings.job === null ? undefined : { job: settings.job, position };
    settings.onStored(await archive.writes.writeArticles(batch, checkpoint));
    written = position;
    batch = [];
  };
  return {
    async add(article) {
      if (batch.length === 0) begun = Date.now();
      batch.push(article);
      if (batch.length >= settings.size || Date.now() - begun > longestWait) await flush();
    },
    async keep(line) {
      // Articles that came before it go first.
      if (batch.length > 0) await flush();
      kept.push(line);
      if (kept.length >= settings.size) await flushKept();
    },
    endDocument() {
      position++;
    },
    flush,
  };
}

function tagsOf({ tags, quotes }: PreparedArticle): TagId[] {
  return [...tags, ...quotes.flatMap(({ speaker }) => (speaker ? [speaker] : []))].map(({ id }) => id);
}
