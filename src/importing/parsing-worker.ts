/** The entry of a parsing thread: it prepares extraction once and then reads one document at a time. */
import { workerData } from 'piscina';
import { articleCard, articleRest } from '../archive/rendering/article-document.ts';
import { applyCorrections } from '../news/apply-corrections.ts';
import type { AuthorityEntry } from '../news/authority.ts';
import type { TagCorrection } from '../news/correction.ts';
import type { ReadArticle } from '../news/draft.ts';
import { instantOf } from '../news/instant.ts';
import type { Parsed, ParsedArticle, ParseRequest } from '../news/parsed-article.ts';
import { type TagId, TagType } from '../news/tag.ts';
import { createExtractor } from '../reading/extract.ts';
import { articleReader } from './read-articles.ts';

/** What all documents are read with. Plain data: it crosses to the thread. */
export interface ParsingTask {
  authority: AuthorityEntry[];
  corrections: TagCorrection[];
}

const { authority, corrections }: ParsingTask = workerData;
const extract = createExtractor(authority);
const known = new Map(authority.map((entry) => [entry.id, entry]));

/** Reads a document whole. */
export default function parse(request: ParseRequest): Parsed {
  const { bytes, path, format, source, timeZone, language } = request;
  const importedAt = instantOf(Math.floor(Date.now() / 1000));
  const read = articleReader(extract, {
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
  const names = new Map(article.mentions.map(({ tag, name }) => [tag, name]));
  for (const { tag, name } of article.inferredTopics) names.set(tag, name);
  const label = (id: TagId) => {
    const entry = known.get(id) ?? article.discovered.find((found) => found.id === id);
    const [type, slug = ''] = id.split('/');
    return {
      id,
      type: TagType.parse(type),
      slug: entry?.slug ?? slug,
      name: entry?.name ?? names.get(id) ?? slug,
    };
  };
  const placing = { id: '', slug: '', revision: 1, storedAt: article.publishedAt, label };
  const { id: _id, slug: _slug, revision: _revision, storedAt: _at, ...card } = articleCard(article, placing);
  return { ...card, ...articleRest(article, placing) };
}
