import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { articleBody, cardContent } from '../archive/core/article-json/article-document.ts';
import { likelyLabels } from '../archive/core/article-json/likely-labels.ts';
import { applyCorrections } from '../model/apply-corrections.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { TagCorrection } from '../model/correction.ts';
import type { ReadArticle } from '../model/draft.ts';
import { instantOf } from '../model/instant.ts';
import type { Parsed, ParsedArticle, ParsedRelease, ParseRequest } from '../model/parsed-article.ts';
import type { Release } from '../model/release.ts';
import { createExtractor } from '../reading/extract.ts';
import { openDocument } from '../reading/open-document.ts';
import { createUnrenderedReader } from './read-articles.ts';

/** Data that all documents of a process share. It is the first message to the process. */
export interface ParsingTask {
  authority: AuthorityEntry[];
  corrections: TagCorrection[];
  limits: ParsingLimits;
}

export interface ParsingLimits {
  /** Maximum resident memory of a process, in bytes. A process that exceeds it is killed. */
  memory: number;
  /** Maximum size of the parsed articles as JSON, in UTF-16 code units. */
  result: number;
}

/** Reply to a document, and the resident memory of the process, in bytes. */
export interface ParsingReply {
  parsed: Parsed;
  memory: number;
}

const sample: ParseRequest = {
  bytes: Buffer.from('Pier opens\n\n"The pier is open," Ann Lee said.'),
  path: 'sample.txt',
  format: 'text',
  source: null,
  timeZone: null,
  language: null,
};

/**
 * Parses the documents that the parent process sends, one at a time, until the parent exits. The first message is a
 * ParsingTask, the reply to it `ready`.
 */
export function parseInProcess(): void {
  process.once('message', async (task: ParsingTask) => {
    watch(task.limits.memory);
    const parse = createParser(task);
    // Loads what is loaded on first use, such as the tables for languages, so that it takes none of a document's time.
    await parse(sample);
    // Serving goes first.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    process.on('message', async (request: ParseRequest) => {
      const reply: ParsingReply = { parsed: await parse(request), memory: process.memoryUsage.rss() };
      process.send?.(reply);
    });
    process.send?.('ready');
  });
  process.on('disconnect', () => process.exit());
  // A terminal sends these to the whole process group; the parent decides when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
}

/** Starts a thread that kills this process if it needs too much memory or its parent is gone, even while it parses. */
function watch(memory: number): void {
  const thread = new Worker(new URL('./watch-process.js', import.meta.url), {
    workerData: { memory, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  thread.unref();
}

function createParser({
  authority,
  corrections,
  limits,
}: ParsingTask): (request: ParseRequest) => Promise<Parsed> {
  const extract = createExtractor(authority);
  const known = new Map(authority.map((entry) => [entry.id, entry]));
  const parsedArticle = (read: ReadArticle, release: Release): ParsedArticle => {
    const article = applyCorrections(read, corrections);
    const label = likelyLabels(known, article);
    return {
      ...cardContent(article, label),
      ...articleBody(article, label),
      release: parsedRelease(release),
    };
  };

  return async ({ bytes, path, format, source, timeZone, language }) => {
    const read = createUnrenderedReader(extract, {
      settings: { source, timeZone, language, map: {} },
      format,
      importedAt: instantOf(Math.floor(Date.now() / 1000)),
      unpublished: 'show',
    });
    const articles: string[] = [];
    const rejects: { line: number | null; reason: string }[] = [];
    let size = 0;
    const opened = await openDocument({ path, bytes }, format);
    const outcomes = 'reason' in opened ? [{ kind: 'reject' as const, reject: opened }] : read(opened);
    for (const outcome of outcomes) {
      if (outcome.kind === 'article') {
        const article = JSON.stringify(parsedArticle(outcome.article, outcome.release));
        articles.push(article);
        size += article.length;
      } else if (outcome.kind === 'reject') {
        const { line, reason } = outcome.reject;
        rejects.push({ line, reason });
        size += reason.length;
      } else if (outcome.kind === 'withdrawal') {
        const { field, value, origin } = outcome;
        rejects.push({
          line: origin.line,
          reason: `withdraws an article: ${field} is ${JSON.stringify(value)}`,
        });
        size += value.length;
      }
      if (size > limits.result) {
        return {
          kind: 'refused',
          reason: `its articles take more than ${limits.result / 2 ** 20} MiB as JSON`,
        };
      }
    }
    return {
      kind: 'read',
      articles: Buffer.from(`[${articles.join(',')}]`),
      count: articles.length,
      rejects,
    };
  };
}

function parsedRelease(release: Release): ParsedRelease {
  switch (release.kind) {
    case 'publish':
      return { decision: 'publish', until: null, reason: null };
    case 'hold':
      return { decision: 'hold', until: release.until, reason: `${release.field} is in the future` };
    default:
      return { decision: release.kind, until: null, reason: release.reason };
  }
}
