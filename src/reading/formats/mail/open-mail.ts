import PostalMime, { type Email } from 'postal-mime';
import type { OpenedMail } from './opened-mail.ts';

/** Limits of the parser. A mail beyond them is refused. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 2 ** 20, maxRfc822NestingDepth: 3 };

/** Decodes the parts of a mail. Throws if it exceeds a limit. */
export async function openMail(bytes: Uint8Array): Promise<OpenedMail> {
  // The parser takes an empty first line for the end of the headers.
  const start = bytes.findIndex((byte) => byte > 0x20);
  const mail = await PostalMime.parse(start > 0 ? bytes.subarray(start) : bytes, limits);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim() || null;
  const from = [mail.from, mail.sender].find((each) => each !== undefined && each.address !== undefined);
  const precedence = header('precedence') ?? '';
  return {
    subject: mail.subject ?? null,
    from: from?.address === undefined ? null : { name: from.name, address: from.address },
    date: dateOf(mail, header('date'), header('received')),
    messageId: mail.messageId?.replace(/^<|>$/g, '') || null,
    supersedes: (header('supersedes') ?? header('replaces'))?.replace(/^<|>$/g, '') || null,
    inReplyTo: header('in-reply-to')?.replace(/^<|>.*$/gs, '') || null,
    embargo:
      mail.headers
        .find(({ key }) => /^(?:x-)?embargo(?:ed)?(?:-(?:until|date|time|end|release))?$/.test(key))
        ?.value.trim() || null,
    listId: header('list-id'),
    language: header('content-language')?.split(',')[0]?.trim() ?? null,
    keywords: header('keywords'),
    expires: header('expires') ?? header('expiry-date'),
    type: (header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    isAutomatic:
      /^auto-replied\b/i.test(header('auto-submitted') ?? '') ||
      /^auto_reply$/i.test(precedence) ||
      header('x-autoreply') !== null ||
      header('x-autorespond') !== null,
    isBulk:
      header('list-id') !== null ||
      header('list-unsubscribe') !== null ||
      /^(?:bulk|list)$/i.test(precedence),
    savedFrom: header('snapshot-content-location') ?? (/saved by/i.test(header('from') ?? '') ? '' : null),
    text: mail.text ?? null,
    html: mail.html ?? null,
    attachments: mail.attachments.map(({ mimeType }) => mimeType),
  };
}

/** Number of characters of a date that are read. Only comments are longer. */
const maxDate = 200;

/** Returns the date as written, else the time at which the first server received the mail. */
function dateOf(mail: Email, date: string | null, received: string | null): string | null {
  const written = date ?? received?.slice(received.lastIndexOf(';') + 1).trim() ?? mail.date ?? null;
  // Comments name the zone a second time: `-0800 (PST)`.
  return (
    written
      ?.slice(0, maxDate)
      .replace(/\s*\(.*$/s, '')
      .trim() || null
  );
}
