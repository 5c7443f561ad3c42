import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { lineAt } from '../json/parse-json.ts';
import { webAddress } from '../web-address.ts';
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
  recognise(head) {
    if (/^[^<{]{0,200}<(?:[\w-]+:)?(?:rss|feed|RDF|channel|urlset|entry)[\s>]/i.test(withoutProlog(head)))
      return 0.95;
    return /"version"\s*:\s*"https:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(head) ? 0.98 : 0;
  },
  *read(document, settings) {
    const text = decodeMarkup(document.bytes);
    const parsed = parseFeed(text, webAddress(document.path, null));
    if ('reason' in parsed) {
      yield { kind: 'reject', reject: { path: document.path, line: null, reason: parsed.reason } };
      return;
    }
    if (parsed.entries.length === 0) {
      yield {
        kind: 'reject',
        reject: { path: document.path, line: null, reason: 'feed without entries' },
      };
    }
    for (const [ordinal, entry] of parsed.entries.entries()) {
      const line = entry.offset === null ? null : lineAt(text, entry.offset) + (document.firstLine ?? 1) - 1;
      yield readEntry(parsed, entry, { document, settings, ordinal, line });
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
  if (entry.unpublished !== null) {
    return {
      kind: 'reject',
      reject: { path: document.path, line, reason: entry.unpublished },
    };
  }
  const { pieces, images, summary, summaryOnly } = entryBody(entry);
  const persons = entry.authors.length > 0 ? entry.authors : of.authors;
  const pictured = new Set(entry.images.map((image) => image.url));
  const reading = composeDraft(
    {
      format: 'feed',
      path: document.path,
      line,
      key: entry.id,
      ordinal,
      url: entry.link,
      headline: entry.title === null ? null : textOfHtml(entry.title),
      standfirst: summary,
      bylines: [],
      authors: persons.map(({ name, email }) => ({ name: name ?? email ?? '', email })),
      published: [entry.published],
      updated: [entry.updated],
      language: entry.language ?? of.language,
      keywords: entry.categories,
      sections: entry.sections ?? [],
      images: [...entry.images, ...images.filter((image) => !pictured.has(image.url))],
      pieces,
      summaryOnly,
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
