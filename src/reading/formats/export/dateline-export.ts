import { z } from 'zod';
import { Article, statedFieldsOf } from '../../../model/article.ts';
import type { Draft, ReadArticle } from '../../../model/draft.ts';
import { ExportedArticle, ExportedRecord, ExportHead } from '../../../model/exported.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { recordRelease } from '../../release/record-release.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { releaseStatements } from '../../release/release-statements.ts';
import { isRecord, parseJson } from '../json/parse-json.ts';
import type { RecordOfFields } from '../json/record-paths.ts';
import { linesOf } from '../ndjson/ndjson.ts';
import { findInvalidSpan } from './find-invalid-span.ts';

/** A line with `deleted` is a withdrawal of the export, not an article. */
const { deleted: _deleted, ...release } = recordReleaseFields;

/**
 * Dateline's own export, as `GET /v1/export.ndjson` and `dateline export` write it: one JSON object a line, most of
 * them articles. An article comes back as it was, with id, slug, revision, mentions, quotes and tags. One that lacks
 * these (written by hand, or by something else in our form) is read like any other document, and so is every article of
 * an import that names its source.
 */
export const datelineExport: Format = {
  name: 'dateline',
  extensions: [],
  release,
  split: 'lines',
  recognise(head) {
    const first = head.replace(/^\ufeff/, '').trimStart();
    if (/^\{"dateline":\{"export":\d/.test(first)) return 0.99;
    const marks = ['"contentHash"', '"publication"', '"revision"', '"storedAt"', '"publishedAt"'];
    return first.startsWith('{') && marks.filter((mark) => first.includes(mark)).length >= 3 ? 0.97 : 0;
  },
  *read(document, settings) {
    const text = new TextDecoder().decode(document.bytes);
    for (const { line, text: written } of linesOf(text, document.firstLine ?? 1)) {
      const reading = readLine(written, document.path, line, settings);
      if (typeof reading === 'string')
        yield { kind: 'reject', reject: { path: document.path, line, reason: reading } };
      else if (reading) yield reading;
    }
  },
};

/** What a line says, why it can't be read, or undefined for one that says nothing to an import. */
function readLine(
  written: string,
  path: Document['path'],
  line: number,
  { source }: ReadingSettings,
): Reading | string | undefined {
  const parsed = parseJson(written);
  if ('reason' in parsed) return parsed.reason;
  const { value } = parsed;
  if (!isRecord(value)) return 'not a JSON object';
  if (ExportHead.safeParse(value).success) return undefined;
  if ('tag' in value || 'tagCorrection' in value || 'deleted' in value) {
    if (source !== null) return 'the line concerns a whole archive: import it without --source';
    const record = ExportedRecord.safeParse(value);
    return record.success ? { kind: 'record', record: record.data } : fault(record.error);
  }
  // With --source, the id that a line states could be one of an article of another source.
  const whole =
    source === null
      ? ExportedArticle.superRefine(covered).superRefine(consistentlyDated).safeParse(value)
      : undefined;
  if (whole?.success) {
    const invalid = findInvalidSpan(whole.data);
    const article = storedArticle(whole.data, path, line);
    return invalid ?? { kind: 'article', article: { ...article, ...releaseOf(value) } };
  }
  const partial = Exported.safeParse(value);
  return partial.success
    ? { kind: 'draft', draft: { ...draftOf(partial.data, path, line, source), ...releaseOf(value) } }
    : fault(partial.error);
}

/** Returns what somebody added to an article about its publication. */
function releaseOf(value: RecordOfFields): Pick<Draft, 'release'> {
  const release = releaseStatements(recordRelease(value), { timeZone: null });
  return release.length > 0 ? { release } : {};
}

function fault(error: z.ZodError): string {
  return `not an exported article: ${z.prettifyError(error).slice(0, 300)}`;
}

/** Adds an issue where the blocks do not cover the body. */
function covered({ body }: Pick<Article, 'body'>, context: z.core.$RefinementCtx): void {
  let end = -2;
  for (const block of body.blocks) {
    if (block.start !== end + 2 || block.end <= block.start) context.addIssue('blocks do not cover the body');
    end = block.end;
  }
  if (Math.max(0, end) !== body.text.length) context.addIssue('blocks do not cover the body');
}

/** Adds an issue if an article has a date without its origin, or the reverse. */
function consistentlyDated(
  { publishedAt, publication }: Pick<Article, 'publishedAt' | 'publication'>,
  context: z.core.$RefinementCtx,
): void {
  if ((publishedAt === null) !== (publication === null)) {
    context.addIssue('publishedAt and publication are not both set or both null');
  }
}

/** An article that no archive has stored; `sourceKey` keeps its identity. */
const Exported = Article.partial({
  ...{ mentions: true, quotes: true, tags: true, contentHash: true },
  ...{ slug: true, revision: true, storedAt: true, quoteCount: true, wordCount: true },
})
  .extend({ sourceKey: z.string().optional() })
  .superRefine(covered);

/** An article as its archive had read it. */
function storedArticle(article: z.infer<typeof ExportedArticle>, path: string, line: number): ReadArticle {
  const { id, slug, revision, storedAt, history, tags, quoteCount: _, ...said } = article;
  return {
    ...said,
    sections: article.sections ?? [],
    sourceKey: id,
    origin: { path, line, format: 'dateline' },
    inferredTopics: tags
      .filter(({ count }) => count === 0)
      .map((tag) => ({ tag: tag.id, name: tag.name, method: 'stored', confidence: 1 })),
    discovered: [],
    stored: { id, slug, revision, storedAt, ...(history && { history }) },
  };
}

function draftOf(
  article: z.infer<typeof Exported>,
  path: string,
  line: number,
  source: Draft['source'],
): Draft {
  return {
    sourceKey: article.sourceKey ?? article.url ?? article.id,
    origin: { path, line, format: 'dateline' },
    url: article.url,
    source: source ?? article.source,
    headline: article.headline,
    standfirst: article.standfirst,
    byline: article.byline,
    authors: article.authors,
    dateline: article.dateline,
    credit: article.credit,
    language: article.language,
    publishedAt: article.publishedAt,
    publication: article.publication,
    updatedAt: article.updatedAt,
    crawledAt: article.crawledAt,
    images: article.images,
    keywords: article.keywords,
    sections: article.sections ?? [],
    ...statedFieldsOf(article),
    body: article.body,
    summaryOnly: article.summaryOnly,
    warnings: article.warnings,
  };
}
