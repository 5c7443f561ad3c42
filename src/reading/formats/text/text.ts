import type { Warning } from '../../../model/article.ts';
import type { Draft } from '../../../model/draft.ts';
import { dateOrderOf } from '../../fields/date-order.ts';
import { decodeText } from '../../fields/decode-text.ts';
import { detectLanguage } from '../../fields/detect-language.ts';
import { printedPublication, timeZoneAssumed } from '../../fields/printed-publication.ts';
import { readSections } from '../../fields/read-sections.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { wireReleaseFields } from '../../release/release-fields.ts';
import { releaseStatements } from '../../release/release-statements.ts';
import { statedReleases } from '../../release/wire-release.ts';
import { bodyOf } from '../body-of.ts';
import { languageTag } from '../language-tag.ts';
import type { ArticleParts } from './article-parts.ts';
import { bodyPieces } from './body-pieces.ts';
import { printedLines } from './printed-lines.ts';
import { readArticleParts } from './read-article-parts.ts';
import { splitArticles } from './split-articles.ts';

/** The longest beginning of a text that stands in for a headline, in characters. */
const maxHeadlineLength = 80;

/**
 * Wire copy and articles saved as plain text: lines → paragraphs → parts (metadata line, headline, byline, dates,
 * caption, dateline, furniture, credit …) → articles. Any text can be read so; other formats claim theirs first.
 */
export const text: Format = {
  name: 'text',
  extensions: ['txt', 'text', 'wire'],
  release: wireReleaseFields,
  recognise: (head) => (/\p{L}/u.test(head) ? 0.1 : 0),
  *read(document, settings) {
    const decoded = decodeText(document.bytes);
    const language = settings.language ?? detectLanguage(decoded.text);
    const partSettings = { timeZone: settings.timeZone, order: dateOrderOf(language) };
    const articles = splitArticles(printedLines(decoded.text), partSettings);
    if (articles.length === 0) yield reject(document, null, 'no text found');
    for (const [ordinal, parts] of articles.entries())
      yield composeArticle(
        readArticleParts(parts, partSettings),
        ordinal,
        document,
        settings,
        decoded.warnings,
      );
  },
};

function composeArticle(
  parts: ArticleParts,
  ordinal: number,
  document: Document,
  settings: ReadingSettings,
  decoding: Warning[],
): Reading {
  const body = bodyOf(bodyPieces(parts.paragraphs));
  const line = parts.line + (document.firstLine ?? 1) - 1;
  if (body.text === '')
    return reject(document, line, parts.headline === null ? 'no text found' : 'headline without text');
  const warnings = [...decoding];
  if (parts.headline === null)
    warnings.push({
      code: 'headline-missing',
      message: 'No headline; used the beginning of the text.',
    });
  const published = parts.published ?? parts.updated;
  const publication = published && printedPublication(published);
  warnings.push(...(publication?.warnings ?? []));
  const updated =
    parts.published && parts.updated && parts.updated.instant > parts.published.instant
      ? parts.updated
      : undefined;
  if (updated?.zone === 'assumed' && parts.published?.zone !== 'assumed')
    warnings.push(timeZoneAssumed(updated.text));
  const written = published?.instant ?? updated?.instant ?? null;
  const release = releaseStatements(statedReleases(parts.release, written), {
    timeZone: settings.timeZone,
    order: dateOrderOf(settings.language ?? detectLanguage(body.text)),
  });
  const draft: Draft = {
    sourceKey: parts.url ?? `${document.path}#${ordinal}`,
    origin: { path: document.path, line, format: 'text' },
    url: parts.url,
    source: settings.source,
    headline: parts.headline ?? beginningOf(body.text),
    standfirst: parts.standfirst,
    byline: parts.bylines.map(({ byline }) => byline).join(', ') || null,
    authors: parts.bylines.flatMap(({ authors }) => authors),
    dateline: parts.dateline,
    credit: parts.credit,
    language:
      languageTag(parts.language) ??
      languageTag(settings.language) ??
      detectLanguage(`${parts.headline ?? ''}\n${body.text}`),
    publishedAt: publication?.publishedAt ?? null,
    publication: publication?.publication ?? null,
    updatedAt: updated?.instant ?? null,
    ...(release.length > 0 && { release }),
    crawledAt: parts.crawledAt,
    images: parts.images,
    keywords: [...new Set(parts.keywords)],
    sections: readSections(parts.sections),
    body,
    summaryOnly: false,
    warnings,
  };
  return { kind: 'draft', draft };
}

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}

/** The first sentence, or as many whole words of it as fit. */
function beginningOf(body: string): string {
  const sentence = /^.*?[.!?。！？](?=\s|$)|^.*/u.exec(body)?.[0].trim() ?? '';
  if (sentence.length <= maxHeadlineLength) return sentence;
  return `${sentence.slice(0, maxHeadlineLength).replace(/\s+\S*$/, '')} …`;
}
