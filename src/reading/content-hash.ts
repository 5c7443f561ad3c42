import { hash } from 'node:crypto';
import { statedFieldsOf } from '../model/article.ts';
import type { Draft } from '../model/draft.ts';

/**
 * Returns the SHA-256 (hexadecimal) of an article's content. File path and layout, time of crawl, Unicode composition
 * and white space do not affect it, so that the same article always has the same hash. Neither do the size and type of
 * images, which differ between renditions of one picture.
 */
export function contentHash(draft: Draft): string {
  const content = [
    draft.url,
    draft.headline,
    draft.standfirst,
    draft.byline,
    draft.dateline?.text,
    draft.credit,
    draft.publishedAt,
    draft.updatedAt,
    draft.images.map(({ url, caption, credit, alt }) =>
      [url, caption, credit, ...(alt === undefined ? [] : [alt])].map(canonical),
    ),
    draft.keywords.map(canonical),
    draft.body.blocks.map(({ kind, level, start, end }) => [
      kind,
      level,
      canonical(draft.body.text.slice(start, end)),
    ]),
    draft.summaryOnly,
    ...statedParts(draft),
  ].map((part) => (typeof part === 'string' ? canonical(part) : (part ?? null)));
  return hash('sha256', JSON.stringify(content));
}

/** Returns the optional fields with their names. Without any, the hash is that of versions that did not know them. */
function statedParts(draft: Draft): unknown[] {
  const { rights, ...others } = statedFieldsOf(draft);
  const { holder, notice, usageTerms } = rights ?? {};
  return [
    ...(rights ? [['rights', [holder, notice, usageTerms].map((text) => canonical(text ?? null))]] : []),
    ...Object.entries(others).map(([name, value]) => [
      name,
      typeof value === 'string' ? canonical(value) : value,
    ]),
  ];
}

function canonical(text: string | null): string | null {
  if (text === null) return null;
  const composed = text.normalize('NFC');
  return (irregularSpace.test(composed) ? composed.replace(/\s+/g, ' ') : composed).trim();
}

/** White space other than single spaces. Testing for it takes a third of the time of replacing. */
const irregularSpace = /\s\s|[^\S ]/;
