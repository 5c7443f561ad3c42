import type { Image, Warning } from '../../../model/article.ts';
import { withdrawingStatement } from '../../../model/release.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { recordRelease, recordVersion } from '../../release/record-release.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { releaseStatements } from '../../release/release-statements.ts';
import type { Piece } from '../body-of.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { type Json, parseJson } from '../json/parse-json.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import { ninjsEntities } from './ninjs-entities.ts';
import { ninjsImages } from './ninjs-images.ts';
import { itemsOf, type NinjsText, ninjsItem } from './ninjs-item.ts';
import { schemaErrors } from './schema-errors.ts';

/**
 * IPTC ninjs 1.0 to 3.1: one news item a file, or a collection of them. What the official schema of its version
 * says is wrong becomes a warning; what is no text article (a picture, an event, a planning item) is refused.
 */
export const ninjs: Format = {
  name: 'ninjs',
  extensions: ['ninjs'],
  release: recordReleaseFields,
  recognise(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/iptc\.org\/std\/ninjs|"name"\s*:\s*"ninjs"/.test(head)) return 0.98;
    if (!/"uri"\s*:/.test(head)) return 0;
    const marks =
      /"(?:versioncreated|versionCreated|pubstatus|pubStatus|body_(?:text|html|xhtml)|bodies|headlines|infosource|slugline|associations|trustindicator|copyrightholder)"\s*:/;
    return marks.test(head) ? 0.9 : 0;
  },
  *read(document, settings) {
    const parsed = parseJson(decodeMarkup(document.bytes));
    if ('reason' in parsed) {
      yield reject(document, parsed.line, parsed.reason);
      return;
    }
    const items = itemsOf(parsed.value);
    if (items.length === 0) yield reject(document, null, 'no ninjs items found');
    for (const [ordinal, item] of items.entries()) yield readItem(item, ordinal, document, settings);
  },
};

function readItem(
  json: { [name: string]: Json },
  ordinal: number,
  document: Document,
  settings: ReadingSettings,
): Reading {
  const faults = schemaErrors(json);
  const item = ninjsItem(json);
  const schema = faults.length > 0 ? `; schema errors: ${faults.join('; ')}` : '';
  const main = preferred(item.bodies);
  const release = recordRelease(json);
  const version = recordVersion(json);
  const isKill = withdrawingStatement(releaseStatements(release, settings)) !== undefined;
  if ((!main || !item.headline) && !isKill) {
    const kind = item.type ? ` (type "${item.type}")` : '';
    return reject(
      document,
      null,
      `not a text article${kind}: no ${item.headline ? 'body' : 'headline'}${schema}`,
    );
  }
  const { pieces, images } = main ? readBody(main) : { pieces: [], images: [] };
  const warnings: Warning[] = faults.map((fault) => ({
    code: 'ninjs-form',
    message: `Does not conform to the ninjs schema: ${fault}.`,
  }));
  return composeDraft(
    {
      format: 'ninjs',
      path: document.path,
      line: document.firstLine ?? null,
      key: item.uri,
      ordinal,
      url: item.url,
      headline: item.headline === null ? null : textOfHtml(item.headline),
      standfirst: item.summary === null ? null : textOfHtml(item.summary),
      bylines: item.byline === null ? [] : [item.byline],
      published: item.published,
      updated: item.updated,
      language: item.language,
      keywords: item.keywords,
      sections: item.sections,
      stated: ninjsEntities(json),
      images: [...ninjsImages(json), ...images],
      pieces,
      summaryOnly: false,
      release,
      version,
      warnings,
    },
    settings,
  );
}

/** The body with most structure: XHTML or HTML before plain text. */
function preferred(bodies: NinjsText[]): NinjsText | undefined {
  const withText = bodies.filter((body) => body.value.trim() !== '');
  return withText.find(isMarkup) ?? withText[0];
}

function isMarkup({ type, value }: NinjsText): boolean {
  return /html|xml|nitf/.test(type) && /<\w/.test(value);
}

function readBody(body: NinjsText): { pieces: Piece[]; images: Image[] } {
  if (!isMarkup(body)) return { pieces: piecesOfText(body.value), images: [] };
  // NITF names its sub-headings hl1 and hl2; its paragraphs, lists and quotes are those of HTML.
  return readFragment(body.value.replace(/<(\/?)hl([12])\b/gi, '<$1h$2'), null);
}

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}
