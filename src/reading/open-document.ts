import { decodeText } from './fields/decode-text.ts';
import { isMail } from './formats/mail/is-mail.ts';
import type { Document, Reject } from './reader.ts';
import { zipDocument } from './refusals/zip-kind.ts';

/** A document with the format that its reader must have. */
export type OpenedDocument = Document & { format?: string };

/** Loads the libraries when they are first needed: most imports have no such document. */
const openers = {
  mail: async (bytes: Uint8Array) => await (await import('./formats/mail/open-mail.ts')).openMail(bytes),
  word: async (bytes: Uint8Array) => await (await import('./formats/word/open-word.ts')).openWord(bytes),
};

/** Number of bytes used to detect a mail. */
const headSize = 8192;

/** Returns the kind of a document whose parts must be decoded before it is read: a mail, or a Word document. */
export function packedKind(document: OpenedDocument, format: string | null): 'mail' | 'word' | undefined {
  const named = format ?? document.format;
  if (named !== undefined && named !== 'mail' && named !== 'word') return undefined;
  const { bytes } = document;
  if (named !== 'mail' && zipDocument(bytes)?.isWord) return 'word';
  // Mails begin with the name of a header, in ASCII.
  const isName = /^(?:\xef\xbb\xbf)?\s*[!-9;-~]{1,80}[: ]/.test(
    Buffer.from(bytes.subarray(0, 400)).toString('latin1'),
  );
  if (named === 'word' || !isName) return undefined;
  return named === 'mail' || isMail(decodeText(bytes.subarray(0, headSize)).text) ? 'mail' : undefined;
}

/**
 * Decodes the parts of a mail or of a Word document, whose libraries are asynchronous; returns other documents as they are.
 * A page that a browser saved as a mail (MHTML) becomes a page.
 * `format` is the name of the format, if the user gave one. Never throws: a damaged document becomes a reject.
 */
export async function openDocument(
  document: OpenedDocument,
  format: string | null,
): Promise<OpenedDocument | Reject> {
  const kind = packedKind(document, format);
  if (kind === undefined) return document;
  try {
    const opened = await openers[kind](document.bytes);
    if ('savedFrom' in opened && opened.savedFrom !== null && opened.html !== null) {
      const url = opened.savedFrom || document.url;
      const { html } = opened;
      return { ...document, bytes: Buffer.from(html), format: 'html', ...(url !== undefined && { url }) };
    }
    return { ...document, bytes: Buffer.from(JSON.stringify(opened)), format: kind };
  } catch (cause) {
    const what = kind === 'mail' ? 'mail' : 'Word document';
    const reason = `a ${what} that cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { path: document.path, line: null, reason };
  }
}
