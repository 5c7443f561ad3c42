import { pluralize } from '../../../model/pluralize.ts';
import { isOrganization } from '../../fields/agency-names.ts';
import { dateOrderOf } from '../../fields/date-order.ts';
import { detectLanguage } from '../../fields/detect-language.ts';
import { readDate } from '../../fields/read-date.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { wireReleaseFields } from '../../release/release-fields.ts';
import { statedReleases } from '../../release/wire-release.ts';
import { composeDraft } from '../compose-draft.ts';
import { parseJson } from '../json/parse-json.ts';
import { leadingLines } from '../leading-lines.ts';
import { isMail } from './is-mail.ts';
import { mailRelease } from './mail-release.ts';
import { mailText } from './mail-text.ts';
import { OpenedMail } from './opened-mail.ts';
import { withoutMarks } from './subject-marks.ts';

/** Mails (RFC 5322): newsletters and press releases. Their parts are decoded before (`openDocument`). */
export const mail: Format = {
  name: 'mail',
  extensions: ['eml'],
  release: { ...wireReleaseFields, 'X-Embargo': 'embargo', DRAFT: 'unpublished', Expires: 'expiry' },
  recognise: (head) => (isMail(head) ? 0.96 : 0),
  *read(document, settings) {
    const parsed = parseJson(new TextDecoder().decode(document.bytes));
    const opened = 'reason' in parsed ? undefined : OpenedMail.safeParse(parsed.value).data;
    yield opened ? readMail(opened, document, settings) : reject(document, 'not a mail (RFC 5322)');
  },
};

function readMail(opened: OpenedMail, document: Document, settings: ReadingSettings): Reading {
  const refusal = refusalOf(opened);
  if (refusal !== undefined) return reject(document, refusal);
  const { pieces, lines: all, inner } = mailText(opened);
  if (pieces.length === 0) return reject(document, withoutText(opened));
  const headline = withoutMarks(inner.subject ?? opened.subject ?? '', opened.listId !== null) || null;
  const text = pieces.map((piece) => piece.text).join('\n');
  const order = dateOrderOf(settings.language ?? opened.language ?? detectLanguage(text));
  const lines = leadingLines(pieces, headline, { timeZone: settings.timeZone, order });
  const date = inner.date ?? opened.date;
  const written =
    date === null ? null : (readDate(date, { timeZone: settings.timeZone, order })?.instant ?? null);
  const sender = senderOf(
    inner.from ?? (opened.from && `${opened.from.name} <${opened.from.address}>`),
    opened.isBulk,
  );
  const release = mailRelease([opened.subject, inner.subject], all);
  const isKill = release.some(({ means }) => means === 'withdrawn');
  return composeDraft(
    {
      ...{ format: 'mail', path: document.path, line: document.firstLine ?? null, ordinal: 0, url: null },
      // A kill answers the mail that it takes back.
      key: opened.supersedes ?? (isKill ? opened.inReplyTo : null) ?? opened.messageId,
      source: sender.outlet,
      headline,
      standfirst: null,
      bylines: lines.bylines,
      authors: lines.bylines.length === 0 && sender.author ? [sender.author] : [],
      published: [date, ...lines.published],
      updated: lines.updated,
      language: opened.language,
      keywords: splitKeywords(opened.keywords ?? '', ',;'),
      images: [],
      pieces: lines.pieces,
      summaryOnly: false,
      dateline: lines.dateline,
      unused: [...new Set(opened.attachments)].map((type) => `attachment (${type})`),
      release: [
        ...statedReleases(release, written),
        ...(opened.embargo === null
          ? []
          : [{ name: 'X-Embargo', means: 'embargo' as const, value: opened.embargo }]),
        ...(opened.expires === null
          ? []
          : [{ name: 'Expires', means: 'expiry' as const, value: opened.expires, lenient: true }]),
      ],
    },
    settings,
  );
}

const bounce =
  /^\W*(?:undeliver(?:able|ed)|delivery (?:status notification|failure)|mail delivery (?:failed|subsystem)|returned mail|failure notice|unzustellbar|mail system error)/i;
const automatic =
  /^\W*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|abwesenheits|automatische antwort|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|autosvar)/i;

/** Returns the reason why a mail is no article by its kind; undefined for others. */
function refusalOf({ type, from, subject, isAutomatic }: OpenedMail): string | undefined {
  const isFromServer = /^(?:mailer-daemon|postmaster)@/i.test(from?.address ?? '');
  if (type === 'multipart/report' || isFromServer || bounce.test(subject ?? ''))
    return 'a bounce (the report of a mail server), not an article';
  if (isAutomatic || automatic.test(subject ?? '')) return 'an automatic reply to a mail, not an article';
  if (type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(type))
    return 'an encrypted mail; decrypt it and save it again';
  return type === 'text/calendar' ? 'an invitation by mail, not an article' : undefined;
}

function withoutText({ attachments }: OpenedMail): string {
  if (attachments.includes('text/calendar')) return 'an invitation by mail, not an article';
  if (attachments.length === 0) return 'a mail without text';
  return `a mail without text but with ${pluralize(attachments.length, 'attachment')} (${[
    ...new Set(attachments),
  ]
    .slice(0, 3)
    .map((type) => type.slice(0, 60))
    .join(', ')}); save and import those`;
}

/** Mailboxes of a desk or an outlet, not of a person. */
const desk =
  /^(?:no-?reply|do-?not-?reply|news(?:letter|room|desk|alerts?)?|press(?:e|office|room|team)?|media(?:relations)?|info|office|editors?|editorial|desk|alerts?|updates?|contact|hello|mail(?:er)?|comms?|communications?|pr|redaktion|redaccion|redaction|redazione|prensa|stampa|kontakt|subscriptions?|digest|daily|briefing|team|admin|support|bounces?)(?:[+._-].*)?@/i;

interface Sender {
  author: { name: string; email: string | null } | null;
  outlet: string | null;
}

/** Longest sender, in characters. A longer text is none, and would take the patterns long. */
const maxSender = 300;

/** Tells a person who writes from an outlet that sends. */
// "Ann Lee <a.lee@gazette.example>" → an author; "Harwick Gazette <newsletter@gazette.example>" → an outlet
function senderOf(written: string | null, isBulk: boolean): Sender {
  const line = (written ?? '').replace(/\s+/g, ' ').trim();
  const [, name = '', address = ''] =
    line.length > maxSender ? [] : (/^"?([^"<]*?)"? ?(?:<([^<>]*)>|\[mailto:([^\]]*)\])?$/.exec(line) ?? []);
  if (name === '' || name.includes('@')) return { author: null, outlet: null };
  const [, person, outlet] = /^(.{3,60}?)\s*(?:\bat\b|\bfrom\b|\bvia\b|\||–|—)\s*(.{2,60})$/.exec(name) ?? [];
  if (person !== undefined && outlet !== undefined && !isOrganization(person))
    return { author: { name: person, email: null }, outlet };
  const local = address.toLowerCase().replace(/@.*$/, '');
  const isNamed = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((part) => part.length > 2 && local.includes(part));
  const looksLikePerson =
    /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}\p{Lu}[\p{L}'’-]+$/u.test(name) && !isOrganization(name);
  if (desk.test(address) || isOrganization(name) || (isBulk && !isNamed))
    return { author: null, outlet: name };
  return { author: looksLikePerson || isNamed ? { name, email: address || null } : null, outlet: null };
}

function reject(document: Document, reason: string): Reading {
  return { kind: 'reject', reject: { path: document.path, line: null, reason } };
}
