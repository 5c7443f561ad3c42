import { z } from 'zod';
import { type Fault, Problem } from '../errors.ts';
import { type GivenDocument, type Operation, operation } from '../http/operation.ts';
import { invalid } from '../http/request/parameter-faults.ts';
import { type Parsed, ParsedArticle, type ParseRequest } from '../model/parsed-article.ts';
import { sourceSlug } from '../model/source-slug.ts';

const zone = z
  .string()
  .max(100)
  .refine(isTimeZone, 'is not an IANA time zone such as Asia/Seoul')
  .meta({ description: 'IANA time zone of printed dates that do not name one.', example: 'Asia/Seoul' });
const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'is not a language tag such as en or pt-BR')
  .meta({ description: 'Language of a document that does not declare it.', example: 'en' });
const format = z
  .string()
  .regex(/^[a-z0-9-]{1,30}$/, 'is not the name of a format such as text or ninjs')
  .meta({ description: 'Format of the document, as in `dateline import --format`.', example: 'text' });
const source = z.string().min(1).max(200).meta({
  description: 'Name of the outlet or collection.',
  example: 'The Korea Herald',
});

const Envelope = z
  .strictObject({
    text: z
      .string()
      .optional()
      .meta({ description: 'The document, as text.', example: 'By Ann Lee\n\nSEOUL …' }),
    html: z
      .string()
      .optional()
      .meta({ description: 'The document, as HTML.', example: '<h1>EU vows …</h1>' }),
    format: format.optional(),
    timeZone: zone.optional(),
    language: language.optional(),
    source: source.optional(),
  })
  .refine(
    ({ text, html }) => (text === undefined) !== (html === undefined),
    'must contain either text or html',
  )
  .meta({ description: 'A document and facts about it.' });

const bytes = 2 ** 20;

/** Accepted media types, each with a file name from which the format is detected. */
const names: Record<string, string> = {
  'text/plain': 'document.txt',
  'text/markdown': 'document.md',
  'text/html': 'document.html',
  'application/xhtml+xml': 'document.html',
  'application/json': 'document.json',
  'application/feed+json': 'document.json',
  'application/xml': 'document.xml',
  'text/xml': 'document.xml',
  'application/rss+xml': 'document.xml',
  'application/atom+xml': 'document.xml',
  'message/rfc822': 'document.eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document.docx',
};
/** Formats of media types that need no detection. */
const formats: Record<string, string> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'message/rfc822': 'mail',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
};

const ParseAnswer = z
  .object({
    data: z.array(ParsedArticle).meta({ description: 'The articles of the document, in its order.' }),
    meta: z
      .object({
        rejects: z
          .array(
            z.object({
              line: z.int().nullable().meta({ description: 'Line where it begins, from 1.', example: 12 }),
              reason: z
                .string()
                .meta({ description: 'Reason why it is not an article.', example: 'there is no text' }),
            }),
          )
          .meta({ description: 'Parts of the document that are not articles.', example: [] }),
      })
      .meta({ description: 'Rejected parts.' }),
  })
  .meta({ id: 'ParseAnswer', description: 'The articles of a document as they would be stored.' });

/** `POST /v1/parse` */
export const parseDocument: Operation = operation({
  id: 'parseDocument',
  group: 'Articles',
  summary: 'Parse a document without storing it',
  description:
    'Parses wire text, a page, ninjs, a feed, a mail, a Word document or any other import format, and returns its articles with people, quotes, topics and warnings. Nothing is stored. `release` tells if an import would publish it; embargoed copy is shown to whoever sends it.',
  parameters: z.object({
    format: format.optional(),
    tz: zone.optional(),
    language: language.optional(),
    source: source.optional(),
  }),
  document: {
    bytes,
    mediaTypes: Object.keys(names),
    json: Envelope,
    example: {
      text: "EU's Borrell vows to advance ties\n\nBy Yonhap\n\nSEOUL (Yonhap) -- …",
      timeZone: 'Asia/Seoul',
    },
  },
  produces: ['application/json'],
  response: ParseAnswer,
  lifetime: 'now',
  problems: [
    ...(['invalid-body', 'body-too-large', 'unsupported-media-type', 'unreadable-document'] as const),
    ...(['document-too-slow', 'too-busy'] as const),
  ],
  async respond({ parse, document, parameters }) {
    if (!parse || !document) throw new Error('parsing needs a parser and a document');
    const { tz = null, language = null, format = null, source } = parameters;
    const given = { timeZone: tz, language, format, source: source === undefined ? null : sourceOf(source) };
    const parsed = await parse({ ...given, ...contentOf(document, given) });
    const { articles, rejects } = readOf(parsed);
    const meta = JSON.stringify({ rejects });
    return { body: Buffer.concat([Buffer.from('{"data":'), articles, Buffer.from(`,"meta":${meta}}`)]) };
  },
});

type Known = Omit<ParseRequest, 'bytes' | 'path'>;

/** Returns the document in a body. Throws a Problem if there is none. */
function contentOf(
  { bytes, mediaType }: GivenDocument,
  given: Known,
): Known & Pick<ParseRequest, 'bytes' | 'path'> {
  const path = names[mediaType];
  if (path === undefined) {
    throw new Problem(
      'unsupported-media-type',
      `Unsupported media type of the body; expected ${Object.keys(names).join(', ')}.`,
    );
  }
  if (bytes.length === 0) throw new Problem('invalid-body', 'The body is empty.');
  const envelope = mediaType === 'application/json' ? envelopeIn(bytes) : undefined;
  if (envelope === undefined)
    return { ...given, format: given.format ?? formats[mediaType] ?? null, bytes, path };
  const { text, html, format, timeZone, language, source } = envelope;
  return {
    format: format ?? given.format ?? (html === undefined ? 'text' : 'html'),
    timeZone: timeZone ?? given.timeZone,
    language: language ?? given.language,
    source: source === undefined ? given.source : sourceOf(source),
    bytes: Buffer.from(html ?? text ?? ''),
    path: html === undefined ? 'document.txt' : 'document.html',
  };
}

/** Parses a JSON body as an envelope. Returns undefined if the JSON is itself a document. */
function envelopeIn(bytes: Buffer): z.output<typeof Envelope> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString().replace(/^\ufeff/, ''));
  } catch {
    throw new Problem('invalid-body', 'The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || !('text' in value || 'html' in value)) return undefined;
  if (Object.keys(value).some((name) => !Object.hasOwn(Envelope.shape, name))) return undefined;
  const envelope = Envelope.safeParse(value);
  if (envelope.success) return envelope.data;
  throw invalid(envelope.error.issues.map(faultOf));
}

/** Returns the fault of an issue of the envelope. All members are texts; their patterns have messages of ours. */
function faultOf(issue: z.core.$ZodIssue): Fault {
  const param = issue.path.join('.') || 'body';
  if (issue.code === 'invalid_type') return { param, reason: 'must be a string' };
  if (issue.code === 'too_small') return { param, reason: 'must not be empty' };
  if (issue.code === 'too_big') return { param, reason: `must have at most ${issue.maximum} characters` };
  return { param, reason: issue.message };
}

function readOf(parsed: Parsed): Extract<Parsed, { kind: 'read' }> {
  if (parsed.kind === 'cancelled') {
    throw new Problem('too-busy', 'The server is closing.', { headers: { 'retry-after': '1' } });
  }
  if (parsed.kind === 'too-slow') {
    const detail = `Parsing the document took longer than ${parsed.limit / 1000} s.`;
    throw new Problem('document-too-slow', detail, { headers: { 'retry-after': '60' } });
  }
  if (parsed.kind === 'refused') {
    throw new Problem('unreadable-document', `The document was refused: ${parsed.reason}.`);
  }
  if (parsed.count > 0) return parsed;
  const reasons = parsed.rejects
    .slice(0, 10)
    .map(({ line, reason }) => (line === null ? reason : `line ${line}: ${reason}`));
  throw new Problem(
    'unreadable-document',
    `The document contains no article: ${reasons.join('; ') || 'it is empty'}.`,
  );
}

function sourceOf(name: string): ParseRequest['source'] {
  return { slug: sourceSlug(name), name };
}

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}
