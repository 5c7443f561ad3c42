import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/reading/formats/formats.ts';
import type { FieldMeaning } from '../../../src/reading/release/release-fields.ts';
import { decisionsOf } from './decisions.ts';

const text = 'The council voted on Tuesday to reopen the old harbor bridge.';
const published = '2026-05-01T08:00:00Z';

/** Values that withhold a document, by the meaning of their field. */
const withholding: Record<FieldMeaning, string> = {
  status: 'draft',
  visibility: 'private',
  unpublished: 'true',
  published: 'false',
  withdrawn: 'true',
  password: 'secret',
  embargo: '2030-01-01T00:00:00Z',
  schedule: '2030-01-01T00:00:00Z',
  expiry: '2026-01-01T00:00:00Z',
};

/** Values of the same fields that withhold nothing. */
const harmless: Record<FieldMeaning, string> = {
  status: 'published',
  visibility: 'public',
  unpublished: 'false',
  published: 'true',
  withdrawn: 'false',
  password: '',
  embargo: '2026-01-01T00:00:00Z',
  schedule: '2026-01-01T00:00:00Z',
  expiry: '2030-01-01T00:00:00Z',
};

const xml = (name: string, value: string) => (name === '' ? '' : `<${name}>${value}</${name}>`);
const record = (name: string, value: string) =>
  JSON.stringify({ id: '1', title: 'Bridge', body: text, published, ...(name && { [name]: value }) });
const nitf = (name: string, value: string) =>
  `<nitf><head><docdata${
    name === 'management-status' ? ` management-status="${value}"` : ''
  }><doc-id id-string="1"/><date.issue norm="${published}"/>${
    /^date/.test(name) ? `<${name} norm="${value}"/>` : ''
  }</docdata></head><body><body.head><hedline><hl1>Bridge</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`;

/** Documents of each format with one field about publication. An empty name adds none. */
const documents: Record<string, (name: string, value: string) => string> = {
  dateline: (name, value) =>
    JSON.stringify({
      ...{
        id: '1',
        url: null,
        source: null,
        headline: 'Bridge',
        standfirst: null,
        byline: null,
        authors: [],
      },
      ...{ dateline: null, credit: null, language: 'en', publishedAt: published, updatedAt: null },
      publication: { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' },
      ...{ crawledAt: null, images: [], keywords: [], sections: [], summaryOnly: false, warnings: [] },
      body: { text, blocks: [{ kind: 'paragraph', level: null, start: 0, end: text.length }] },
      ...(name && { [name]: value }),
    }),
  json: record,
  ndjson: record,
  ninjs: (name, value) =>
    JSON.stringify({
      ...{ uri: 'urn:1', type: 'text', headline: 'Bridge', body_text: text, versioncreated: published },
      ...(name && { [name]: value }),
    }),
  csv: (name, value) =>
    `id,title,body,date${name && `,${name}`}\n1,Bridge,${text},${published}${name && `,${value}`}\n`,
  markdown: (name, value) =>
    `---\ntitle: Bridge\ndate: ${published}\n${name && `${name}: "${value}"`}\n---\n${text}\n`,
  feed: (name, value) =>
    `<rss version="2.0"><channel><title>Gazette</title><item><title>Bridge</title><guid>1</guid><pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate><description>${text}</description>${xml(name.toLowerCase(), value)}</item></channel></rss>`,
  newsml: (name, value) =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>${published}</versionCreated>${
      name === 'pubStatus'
        ? `<pubStatus qcode="stat:${value}"/>`
        : ['embargoed', 'expires'].includes(name)
          ? xml(name, value)
          : ''
    }</itemMeta><contentMeta><headline>Bridge</headline></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml">${nitf(name, value)}</inlineXML></contentSet></newsItem>`,
  newsml1: (name, value) => {
    const change = (status: string) =>
      `<StatusWillChange><FutureStatus FormalName="${status}"/><DateAndTime>${value}</DateAndTime></StatusWillChange>`;
    const management = {
      Status: `<Status FormalName="${value}"/>`,
      StatusWillChange: change('Usable'),
      FutureStatus: change('Canceled'),
      Instruction: value === 'true' ? '<Instruction FormalName="Withhold"/>' : '',
    }[name];
    const line =
      name === 'EmbargoLine'
        ? `<NewsLine><NewsLineType FormalName="EmbargoLine"/><NewsLineText>${value}</NewsLineText></NewsLine>`
        : '';
    return `<NewsML Version="1.2"><NewsItem><NewsManagement><FirstCreated>${published}</FirstCreated>${management ?? ''}</NewsManagement><NewsComponent><NewsLines><HeadLine>Bridge</HeadLine>${line}</NewsLines><ContentItem><DataContent>${nitf(name, value)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
  },
  nitf,
  html: (name, value) => {
    const isMeta = /^(?:pubstatus|embargo(?:ed)?|article:.*)$/.test(name);
    const node = {
      ...{ '@type': 'NewsArticle', headline: 'Bridge', datePublished: published },
      ...(!isMeta && name && { [name]: value }),
    };
    return `<html><head><title>Bridge</title>${isMeta ? `<meta name="${name}" content="${value}">` : ''}<script type="application/ld+json">${JSON.stringify(node)}</script></head><body><article><h1>Bridge</h1><p>${text}</p>${
      name === 'post-password-form' && value ? '<form class="post-password-form"></form>' : ''
    }</article></body></html>`;
  },
  wire: (name, value) => {
    const line = name === 'MANDATORY KILL' ? (value === 'true' ? name : '') : name && `${name} ${value}`;
    return `\x16\x16\x01a4102\x1fwires\r\nr a\x13\x11 BC-US--Bridge  05-01 0012\r\n\x02BC-US--Bridge,12<\r\n^Bridge reopens after six weeks<\r\n^${line}<\r\n\t   HARWICK, Maine (AP) _ ${text}\r\n\x03\r\nAP-WF-05-01-26 0800GMT<\r\n\x04`;
  },
  mail: (name, value) => {
    const isLine = !['', 'Expires', 'X-Embargo', 'DRAFT'].includes(name);
    const line =
      name === 'MANDATORY KILL' ? (value === 'true' ? name : '') : isLine ? `${name} ${value}` : '';
    return JSON.stringify({
      subject: name === 'DRAFT' && value === 'true' ? 'DRAFT: Bridge' : 'Bridge',
      ...{
        inReplyTo: null,
        embargo: name === 'X-Embargo' ? value : null,
        from: null,
        date: published,
        messageId: '1',
        supersedes: null,
        listId: null,
      },
      ...{ language: null, keywords: null, expires: name === 'Expires' ? value : null, type: 'text/plain' },
      ...{
        isAutomatic: false,
        isBulk: false,
        savedFrom: null,
        text: `${line}\n\n${text}`,
        html: null,
        attachments: [],
      },
    });
  },
  word: (name, value) => {
    const line = ['MANDATORY KILL', 'DRAFT'].includes(name)
      ? value === 'true'
        ? name
        : ''
      : name && `${name} ${value}`;
    return JSON.stringify({
      html: `<h1>Bridge</h1><p>${line}</p><p>${published}</p><p>${text}</p>`,
      ...{ title: null, language: null, keywords: null, images: 0 },
    });
  },
  text: (name, value) => {
    const line = name === 'MANDATORY KILL' ? (value === 'true' ? name : '') : name && `${name} ${value}`;
    return `${line}\n\nBridge reopens after six weeks\n\nBy Ann Lee\n\nDate: ${published}\n\nHARWICK, May 1 (AP) -- ${text}\n`;
  },
};

describe.each(formats.map((format) => ({ ...format })))('$name', ({ name, release }) => {
  const document = (field: string, value: string) => documents[name]?.(field, value) ?? '';
  const fields = Object.entries(release).map(([field, means]) => ({ field, means }));

  test('a document without such fields is published', () => {
    expect(fields.length).toBeGreaterThan(0);
    expect(decisionsOf(document('', ''), name)).toEqual(['publish']);
  });

  test.each(fields)('$field can withhold a document', ({ field, means }) => {
    const [decision, ...others] = decisionsOf(document(field, withholding[means]), name);
    expect(others).toEqual([]);
    expect(decision).toMatch(
      {
        ...{ embargo: /^hold until 2030-01-01T00:00:00Z$/, schedule: /^hold until 2030-01-01T00:00:00Z$/ },
        ...{ withdrawn: /^withdraw /, status: /^reject: .* is "draft"$/, expiry: /: expired$/ },
        ...{
          visibility: /^reject: /,
          unpublished: /^reject: /,
          published: /^reject: /,
          password: /is "set"$/,
        },
      }[means],
    );
  });

  test.each(fields)('$field need not withhold a document', ({ field, means }) => {
    expect(decisionsOf(document(field, harmless[means]), name)).toEqual(['publish']);
  });
});
