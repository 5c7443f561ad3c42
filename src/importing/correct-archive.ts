import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { articleIdOf } from '../archive/core/article-json/article-id.ts';
import { CorrectionRefused } from '../archive/correction-refused.ts';
import { ArticleCorrection, TagCorrection } from '../model/correction.ts';
import { findArticleId } from './find-article-id.ts';
import { readMappings } from './tag-mappings.ts';

/** Number of rules of a table that are stored in one transaction, which others wait for. */
const batchSize = 200;

export interface CorrectionReport {
  applied: number;
  /** Lines that could not be applied, numbered from 1, with the reason. */
  faults: { line: number; reason: string }[];
}

/** Article that a line corrects, by id or slug, or by source key. An article with the source key need not exist yet. */
const Reference = z.object({
  article: z.string().min(1).optional(),
  sourceKey: z.string().min(1).optional(),
  source: z.string().min(1).optional(),
});

/**
 * Applies corrections in order, one JSON object per line. A line with an article corrects that article; a
 * line without one corrects a tag in all articles. Invalid lines are skipped and reported. Applying a line
 * twice has no further effect.
 */
export async function correctArchive(
  archive: Archive,
  lines: AsyncIterable<string>,
  editor: string,
): Promise<CorrectionReport> {
  const report: CorrectionReport = { applied: 0, faults: [] };
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    const reason = await applyLine(archive, text, editor);
    if (reason === undefined) report.applied++;
    else report.faults.push({ line, reason });
  }
  return report;
}

/** Applies a CSV table of mappings of tags, in order, like `correctArchive`. */
export async function mapTags(archive: Archive, table: string, editor: string): Promise<CorrectionReport> {
  const report: CorrectionReport = { applied: 0, faults: [] };
  const topics = (await archive.reads.authority()).filter(({ type }) => type === 'topic');
  const mappings: { line: number; correction: TagCorrection }[] = [];
  for (const mapping of readMappings(table, topics)) {
    if ('reason' in mapping) report.faults.push(mapping);
    else mappings.push(mapping);
  }
  for (let from = 0; from < mappings.length; from += batchSize) {
    const batch = mappings.slice(from, from + batchSize);
    const corrections = batch.map(({ correction }) => correction);
    if ((await correctTags(archive, corrections, editor)) === undefined) {
      report.applied += batch.length;
      continue;
    }
    // Nothing of the batch was stored. One at a time, only the faulty ones are left out.
    for (const { line, correction } of batch) {
      const reason = await correctTags(archive, [correction], editor);
      if (reason === undefined) report.applied++;
      else report.faults.push({ line, reason });
    }
  }
  report.faults.sort((a, b) => a.line - b.line);
  return report;
}

/** Applies corrections of tags, or none and returns the reason why one contradicts others. */
async function correctTags(
  archive: Archive,
  corrections: TagCorrection[],
  editor: string,
): Promise<string | undefined> {
  try {
    await archive.writes.correctTags(corrections, editor);
    return undefined;
  } catch (cause) {
    if (cause instanceof CorrectionRefused) return cause.message;
    throw cause;
  }
}

/** Applies one line, or returns the reason why it cannot be applied. */
async function applyLine(archive: Archive, text: string, editor: string): Promise<string | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    return `not JSON: ${cause instanceof Error ? cause.message : cause}`;
  }
  const reference = Reference.safeParse(value);
  if (!reference.success) return z.prettifyError(reference.error);
  const { article, sourceKey, source } = reference.data;
  if (article === undefined && sourceKey === undefined) {
    const correction = TagCorrection.safeParse(value);
    if (!correction.success)
      return faultOf(correction.error, 'not a correction of a tag (and the line names no article)');
    return await correctTags(archive, [correction.data], editor);
  }
  const correction = ArticleCorrection.safeParse(value);
  if (!correction.success) return faultOf(correction.error, 'not a correction of an article');
  const id =
    sourceKey === undefined
      ? await findArticleId(archive.reads, article ?? '')
      : articleIdOf(sourceKey, source ?? null);
  if (id === undefined) return `no article with id or slug "${article}"`;
  await archive.writes.correct(id, [correction.data], editor);
  return undefined;
}

function faultOf(error: z.ZodError, what: string): string {
  const [issue] = error.issues;
  return `${what}: ${issue?.path.join('.') || 'it'}: ${issue?.message}`;
}
