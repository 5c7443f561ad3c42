/** Entry point of a parsing thread. Prepares extraction once, then parses one document at a time. */
import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'piscina';
import { articleBody, cardContent } from '../archive/core/article-json/article-document.ts';
import { likelyLabels } from '../archive/core/article-json/likely-labels.ts';
import { applyCorrections } from '../model/apply-corrections.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { TagCorrection } from '../model/correction.ts';
import type { ReadArticle } from '../model/draft.ts';
import { instantOf } from '../model/instant.ts';
import type { Parsed, ParsedArticle, ParseRequest } from '../model/parsed-article.ts';
import { createExtractor } from '../reading/extract.ts';
import { createUnrenderedReader } from './read-articles.ts';

/** Data that all documents of the thread share. Must be structured-cloneable. */
export interface ParsingTask {
  authority: AuthorityEntry[];
  corrections: TagCorrection[];
}

/** A document to parse. The thread posts to `begin` when it begins. */
export interface ThreadRequest {
  request: ParseRequest;
  begin: MessagePort;
}

const { authority, corrections }: ParsingTask = workerData;
const extract = createExtractor(authority);
const known = new Map(authority.map((entry) => [entry.id, entry]));

/** Parses a document completely. */
export default function parse({ request, begin }: ThreadRequest): Parsed {
  begin.postMessage(null);
  const { bytes, path, format, source, timeZone, language } = request;
  const importedAt = instantOf(Math.floor(Date.now() / 1000));
  const read = createUnrenderedReader(extract, {
    settings: { source, timeZone, language, map: {} },
    format,
    importedAt,
  });
  const outcomes = read({ path, bytes });
  return {
    kind: 'read',
    articles: outcomes.flatMap((outcome) => (outcome.kind === 'article' ? [parsed(outcome.article)] : [])),
    rejects: outcomes.flatMap((outcome) =>
      outcome.kind === 'reject' ? [{ line: outcome.reject.line, reason: outcome.reject.reason }] : [],
    ),
  };
}

function parsed(read: ReadArticle): ParsedArticle {
  const article = applyCorrections(read, corrections);
  const label = likelyLabels(known, article);
  return { ...cardContent(article, label), ...articleBody(article, label) };
}
