import { readDate } from '../../fields/read-date.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { recordReleaseFields } from '../../release/release-fields.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { textOfTitle } from '../html/text-of-title.ts';
import { withoutOutlet } from '../json/cut-text.ts';
import { createLeftOut } from '../left-out.ts';
import { onePerPicture } from '../picture-renditions.ts';
import { webAddress } from '../web-address.ts';
import { createLineCounter } from '../xml/line-counter.ts';
import { entryBody } from './entry-body.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';
import { parseFeed } from './parse-feed.ts';

/**
 * RSS 0.90 to 2.0 and 1.0, Atom 0.3 and 1.0, JSON Feed, Google News sitemaps and WordPress exports: each entry is
 * an article, marked as summary only where the feed gives no more.
 */
export const feed: Format = {
  name: 'feed',
  extensions: ['rss', 'atom', 'rdf', 'xml', 'jsonfeed'],
  release: recordReleaseFields,
  recognise(head) {
    if (/^[^<{]{0,200}<(?:[\w-]+:)?(?:rss|feed|RDF|channel|urlset|entry)[\s>]/i.test(withoutProlog(head)))
      return 0.95;
    return /"version"\s*:\s*"https:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(head) ? 0.98 : 0;
  },
  *read(document, settings) {
    const text = decodeMarkup(document.bytes);
    let lineAt = createLineCounter(text);
    const lineOf = (offset: number | null) =>
      offset === null ? null : lineAt(offset) + (document.firstLine ?? 1) - 1;
    const parsed = parseFeed(text, webAddress(document.url ?? document.path, null));
    if ('reason' in parsed) {
      yield { kind: 'reject', reject: { path: document.path, line: null, reason: parsed.reason } };
      return;
    }
    const { entries, deleted = [] } = parsed;
    if (entries.length === 0 && deleted.length === 0) {
      yield {
        kind: 'reject',
        reject: { path: document.path, line: null, reason: emptyFeed(text) },
      };
    }
    const leftOut = createLeftOut();
    for (const [ordinal, entry] of entries.entries()) {
      if (entry.leftOut) leftOut.add(entry.leftOut);
      else yield readEntry(parsed, entry, { document, settings, ordinal, line: lineOf(entry.offset) });
    }
    yield* leftOut.rejects(document.path);
    lineAt = createLineCounter(text);
    for (const entry of deleted) {
      const updatedAt = entry.when === null ? null : (readDate(entry.when, settings)?.instant ?? null);
      const origin = { path: document.path, line: lineOf(entry.offset), format: 'feed' };
      const { id: sourceKey, comment: note } = entry;
      const notice = { sourceKey, source: settings.source, origin, note, version: null, updatedAt };
      yield { kind: 'withdrawal', ...notice, field: 'at:deleted-entry', value: sourceKey };
    }
  },
};

interface Place {
  document: Document;
  settings: ReadingSettings;
  ordinal: number;
  line: number | null;
}

function readEntry(of: Feed, entry: FeedEntry, { document, settings, ordinal, line }: Place): Reading {
  const { pieces, images, summary, summaryOnly } = entryBody(entry);
  const persons = entry.authors.length > 0 ? entry.authors : of.authors;
  const source = entry.source ?? of.source ?? null;
  const reading = composeDraft(
    {
      format: 'feed',
      path: document.path,
      line,
      key: entry.id,
      ordinal,
      url: entry.link,
      source,
      headline: entry.title === null ? null : withoutOutlet(textOfTitle(entry.title), source),
      standfirst: summary,
      bylines: [],
      authors: persons.map(({ name, email }) => ({ name: name ?? email ?? '', email })),
      published: entry.published,
      updated: [entry.updated],
      language: entry.language ?? of.language,
      keywords: entry.categories,
      sections: entry.sections ?? [],
      images: onePerPicture([...entry.images, ...images]),
      pieces,
      summaryOnly,
      rights: entry.rights ?? of.rights ?? null,
      ...(entry.unused && { unused: entry.unused }),
      release: entry.release,
      version: entry.version,
      crawledAt: document.crawledAt ?? null,
    },
    settings,
  );
  return reading;
}

function withoutProlog(head: string): string {
  return head
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/g, '')
    .replaceAll('\0', '');
}

function emptyFeed(text: string): string {
  return /<urlset[\s>]/i.test(text.slice(0, 10_000))
    ? 'a sitemap, not articles; import the pages that it lists'
    : 'feed without entries';
}
