import type { Warning } from '../../../model/article.ts';
import { withdrawingStatement } from '../../../model/release.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { recordRelease, recordVersion } from '../../release/record-release.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { type ReleaseField, releaseStatements } from '../../release/release-statements.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { readFragment } from '../html/read-fragment.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { joinedPictures } from '../joined-renditions.ts';
import { isRecord, type Json, parseJson } from '../json/parse-json.ts';
import { namedBylines } from '../named-bylines.ts';
import { withoutHeader } from '../newsml/without-header.ts';
import { ownStandfirst } from '../own-standfirst.ts';
import { statedDateline } from '../stated-dateline.ts';
import { preferredBody, readBody } from './ninjs-body.ts';
import { ninjsEntities } from './ninjs-entities.ts';
import { ninjsImages, otherImages } from './ninjs-images.ts';
import { ninjsItem } from './ninjs-item.ts';
import { isNoArticle, ninjsReason } from './ninjs-kinds.ts';
import { itemsOf } from './ninjs-list.ts';
import { schemaErrors } from './schema-errors.ts';
import { unusedProperties } from './unused-properties.ts';

type JsonObject = { [name: string]: Json };

/** Properties of ninjs, and of the archive of Superdesk. */
const marks =
  /"(?:versioncreated|versionCreated|pubstatus|pubStatus|body_(?:text|html|xhtml|nitf)|bodies|headlines|infosource|slugline|associations|trustindicator|copyrightholder)"\s*:/;

/**
 * IPTC ninjs 1.0 to 3.1, and its dialects of Superdesk (`guid`) and of AP (`data.item`): one news item a file, or a
 * collection. What the official schema of its version says is wrong becomes a warning; what is no text article is refused.
 */
export const ninjs: Format = {
  name: 'ninjs',
  extensions: ['ninjs'],
  release: recordReleaseFields,
  recognise(head, path) {
    // Of lines that are items, `ndjson` reads each as such.
    if (/\.(?:ndjson|jsonl|jsonlines)$/i.test(path) || /^\s*\{[^\n]*\}\s*\n\s*\{/.test(head)) return 0;
    return likelihood(head);
  },
  *read(document, settings) {
    const parsed = parseJson(decodeMarkup(document.bytes));
    if ('reason' in parsed) yield reject(document, parsed.line, parsed.reason);
    else yield* readNinjs(parsed.value, document, settings);
  },
};

/** Returns how likely a text is ninjs, from 0 to 1, by its properties. */
export function likelihood(head: string): number {
  if (!/^\s*[[{]/.test(head)) return 0;
  if (/iptc\.org\/std\/ninjs|"name"\s*:\s*"ninjs"/.test(head)) return 0.98;
  if (/"uri"\s*:/.test(head)) return marks.test(head) ? 0.9 : 0;
  const isSuperdesk = /"(?:guid|family_id|unique_name)"\s*:/.test(head) || /^\s*\{\s*"_items"\s*:/.test(head);
  return isSuperdesk && marks.test(head) ? 0.9 : 0;
}

/** Reads the items of a file, or of one of its lines, whose items are numbered from `first`. */
export function* readNinjs(
  value: Json,
  document: Document,
  settings: ReadingSettings,
  first = 0,
): Iterable<Reading> {
  const items = itemsOf(value);
  if (items.length === 0) yield reject(document, document.firstLine ?? null, 'no ninjs items found');
  for (const [index, item] of items.entries()) yield readItem(item, first + index, document, settings);
}

function readItem(json: JsonObject, ordinal: number, document: Document, settings: ReadingSettings): Reading {
  const item = ninjsItem(json);
  // The dialect of Superdesk names its items by `guid`, and has properties of its own.
  const faults = typeof json.uri === 'string' ? schemaErrors(json) : [];
  const main = isNoArticle(json, item.type) ? undefined : preferredBody(item.bodies);
  const body = main ? readBody(main) : { pieces: [], images: [] };
  const headline = item.headline ?? body.nitf?.headline ?? null;
  const release = releaseOf(json);
  const isKill = withdrawingStatement(releaseStatements(release, settings)) !== undefined;
  if ((!main || (!headline && body.pieces.every((piece) => piece.text.length < 40))) && !isKill)
    return reject(document, document.firstLine ?? null, ninjsReason(json, item, faults));
  const { nitf } = body;
  const warnings: Warning[] = faults.map((fault) => ({
    code: 'ninjs-form',
    message: `Does not conform to the ninjs schema: ${fault}.`,
  }));
  const footer = item.footer === null || !main ? [] : readFragment(item.footer, null).pieces;
  const bylines = namedBylines(item.bylines);
  const text = headline === null ? null : textOfHtml(headline);
  const known = [text, ...item.bylines, item.dateline, item.slugline, item.rights.holder, ...item.keywords];
  const pieces = withoutHeader(body.pieces, [...known, ...item.sections, ...item.filedUnder], new Set());
  const standfirst = item.summary ?? nitf?.standfirst ?? null;
  return composeDraft(
    {
      format: 'ninjs',
      path: document.path,
      line: document.firstLine ?? null,
      key: item.key,
      ordinal,
      url: item.url,
      headline: text,
      standfirst: standfirst === null ? null : ownStandfirst(textOfHtml(standfirst), pieces),
      bylines: bylines.length > 0 ? bylines : (nitf?.bylines ?? []),
      published: [...item.published, ...(nitf?.published ?? [])],
      updated: item.updated,
      language: item.language ?? nitf?.language ?? null,
      keywords: [...item.keywords, ...(nitf?.keywords ?? [])],
      sections: [...item.sections, ...(nitf?.sections ?? [])],
      stated: [...ninjsEntities(json), ...(nitf?.stated ?? [])],
      images: joinedPictures([...ninjsImages(json), ...otherImages(json, body.images)]),
      pieces: [...pieces, ...footer],
      summaryOnly: false,
      dateline: statedDateline(item.dateline, null, pieces[0]?.text ?? '') ?? nitf?.dateline ?? null,
      credit: item.credit ?? nitf?.credit ?? null,
      rights: {
        holder: item.rights.holder ?? nitf?.rights.holder ?? null,
        notice: item.rights.notice ?? nitf?.rights.notice ?? null,
        usageTerms: item.rights.usageTerms ?? nitf?.rights.usageTerms ?? null,
      },
      urgency: item.urgency ?? nitf?.urgency ?? null,
      slugline: item.slugline ?? nitf?.slugline ?? null,
      editorsNote: item.editorsNote === null ? (nitf?.editorsNote ?? null) : textOfHtml(item.editorsNote),
      location: item.located ?? nitf?.location ?? null,
      unused: [...unusedProperties(json), ...(nitf?.unused ?? [])],
      release: [...release, ...(nitf?.release ?? [])],
      version: recordVersion(json),
      warnings,
    },
    settings,
  );
}

/** Returns what an item states about its publication. `expiry` of Superdesk is when its archive forgets the item. */
function releaseOf(json: JsonObject): ReleaseField[] {
  const isArchived = ['family_id', 'unique_name', '_etag'].some((name) => name in json);
  const release = recordRelease(json, isArchived ? new Set(['expiry']) : undefined);
  const flag = isRecord(json.flags) ? json.flags.marked_for_not_publication : undefined;
  return flag === true
    ? [...release, { name: 'flags.marked_for_not_publication', means: 'unpublished', value: 'true' }]
    : release;
}

function reject(document: Document, line: number | null, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line, reason } };
}
