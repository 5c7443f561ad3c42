import { z } from 'zod';
import { Article } from '../../../news/article.ts';
import type { Draft } from '../../../news/draft.ts';
import type { Format, Reading } from '../../reader.ts';
import { isRecord, parseJson } from '../json/parse-json.ts';
import { linesOf } from '../ndjson/ndjson.ts';

/**
 * Dateline's own export: one article a line, as `GET /v1/export.ndjson` and `dateline export` write it. The
 * article comes back as it was; mentions, quotes and tags are found anew, because the authority that they refer
 * to may be another one.
 */
export const datelineExport: Format = {
  name: 'dateline',
  extensions: [],
  split: 'lines',
  recognise(head) {
    const first = head.replace(/^\ufeff/, '').trimStart();
    const marks = ['"contentHash"', '"publication"', '"revision"', '"storedAt"', '"publishedAt"'];
    return first.startsWith('{') && marks.filter((mark) => first.includes(mark)).length >= 3 ? 0.97 : 0;
  },
  *read(document, settings) {
    const text = new TextDecoder().decode(document.bytes);
    for (const { line, text: written } of linesOf(text, document.firstLine ?? 1)) {
      const reject = (reason: string): Reading => ({
        kind: 'reject',
        reject: { path: document.path, line, reason },
      });
      const parsed = parseJson(written);
      if ('reason' in parsed) {
        yield reject(parsed.reason);
        continue;
      }
      const article = Exported.safeParse(parsed.value);
      if (article.success)
        yield { kind: 'draft', draft: draftOf(article.data, document.path, line, settings.source) };
      else if (isRecord(parsed.value))
        yield reject(`no exported article: ${z.prettifyError(article.error).slice(0, 300)}`);
      else yield reject('the line is no JSON object');
    }
  },
};

/** An exported article; `sourceKey` keeps its identity, and older exports do without. */
const Exported = Article.partial({ mentions: true, quotes: true, tags: true, contentHash: true })
  .extend({
    sourceKey: z.string().optional(),
  })
  .superRefine(({ body }, context) => {
    let end = -2;
    for (const block of body.blocks) {
      if (block.start !== end + 2 || block.end <= block.start)
        context.addIssue('the blocks do not cover the body');
      end = block.end;
    }
    if (Math.max(0, end) !== body.text.length) context.addIssue('the blocks do not cover the body');
  });

function draftOf(
  article: z.infer<typeof Exported>,
  path: string,
  line: number,
  source: Draft['source'],
): Draft {
  const {
    headline,
    standfirst,
    byline,
    authors,
    credit,
    language,
    publication,
    updatedAt,
    crawledAt,
    images,
    keywords,
    body,
    summaryOnly,
    warnings,
  } = article;
  return {
    ...{
      headline,
      standfirst,
      byline,
      authors,
      credit,
      language,
      publication,
      updatedAt,
      crawledAt,
      images,
      keywords,
    },
    sourceKey: article.sourceKey ?? article.url ?? article.id,
    origin: { path, line, format: 'dateline' },
    url: article.url,
    source: article.source ?? source,
    dateline: article.dateline,
    publishedAt: article.publishedAt,
    ...{ body, summaryOnly, warnings },
  };
}
