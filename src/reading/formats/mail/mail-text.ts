import type { Piece } from '../body-of.ts';
import { readFragment } from '../html/read-fragment.ts';
import { piecesOfText } from '../pieces-of-text.ts';
import type { OpenedMail } from './opened-mail.ts';

/** Lines at the beginning of newsletters. */
const opening =
  /^\W*(?:view|read|open|see|show) (?:this |the |it )?(?:e-?mail|message|newsletter|version)?\s*(?:in|on) (?:your |a |the )?(?:web )?(?:browser|web)|(?:having trouble|trouble|problems?|can(?:'|’)?t|cannot|unable to) (?:view|read|see|display)ing?\b|(?:web|online)[- ]?version\W*$|im browser (?:ansehen|öffnen|anzeigen|lesen)|(?:voir|afficher|lire) .{0,40}navigateur|ver .{0,40}navegador|visualizza .{0,40}browser|bekijk .{0,40}browser|add us to your address book/i;

/** Lines of the footer, where the text has ended. */
const footer =
  /\bunsubscribe\b|\bopt[- ]?out\b|manage (?:your )?(?:email |e-mail )?(?:preferences|subscriptions?)|update your (?:email |e-mail )?preferences|you(?:'|’)?(?:re| are)? receiv(?:ing|ed) this|this (?:e-?mail|message|newsletter) was sent (?:to|by)|abbestellen|newsletter abmelden|vom newsletter abmelden|désabonn|désinscri|darse de baja|cancelar (?:la |tu |sua )?(?:suscripción|assinatura)|annulla l['’]iscrizione|disiscri|afmelden|uitschrijven|avregistrera|avsluta prenumeration|meld deg av|afmeld|отписаться|退订|配信停止|구독 취소|수신거부|إلغاء الاشتراك/i;

const forwarded =
  /^\W*(?:-{2,}\s*)?(?:begin forwarded message|forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d['’]origine|mensaje reenviado|mensaje original|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|vidarebefordrat meddelande)(?:\s*-{2,})?\s*:?\s*$/i;

const quoteIntroduction =
  /^(?:On|Am|Le|El|Il|Op|Den|Em)\b.{5,200}\b(?:wrote|schrieb|écrit|escribió|scritto|schreef|skrev|escreveu)\b.{0,100}:\s*$/;

/** Text of a mail, and what the head of a forwarded one says. */
export interface MailText {
  pieces: Piece[];
  /** All lines of its parts, also those that are not part of the text. */
  lines: string[];
  /** Fields of the mail that was forwarded. */
  inner: { from: string | null; subject: string | null; date: string | null };
}

/** Returns the text of a mail without what mail programs add: hints, footers, signatures, and the heads of forwarded mails. */
export function mailText(mail: OpenedMail): MailText {
  const isReply = /^\s*(?:re|aw|sv|antw)\s*:/i.test(mail.subject ?? '');
  const plain = mail.text === null ? [] : piecesOfText(plainLines(mail.text, isReply));
  const marked = mail.html === null ? [] : piecesOfHtml(mail.html);
  // The text part of many newsletters only says where to read them.
  const pieces = lengthOf(marked) >= lengthOf(plain) * 0.7 ? marked : plain;
  const { rest, inner } = withoutForwardingHead(pieces);
  const lines = [...plain, ...marked].flatMap(({ text }) => text.split('\n'));
  return { pieces: withoutFooter(rest), lines, inner };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

/** Removes the signature (RFC 3676, 4.3), and what a reply quotes. */
function plainLines(text: string, isReply: boolean): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const signature = lines.findIndex((line, index) => index > 0 && /^-- ?$/.test(line));
  const own = signature < 0 ? lines : lines.slice(0, signature);
  if (!isReply) return own.join('\n');
  return own.filter((line) => !line.startsWith('>') && !quoteIntroduction.test(line)).join('\n');
}

/** Mails hide the text that their preview shows, and lay out with tables. */
function piecesOfHtml(html: string): Piece[] {
  const shown = html
    .replace(
      /style\s*=\s*(?:"[^"]*(?:mso-hide:\s*all|max-height:\s*0|font-size:\s*[01]px|opacity:\s*0)[^"]*"|'[^']*(?:mso-hide:\s*all|max-height:\s*0|font-size:\s*[01]px|opacity:\s*0)[^']*')/gi,
      'hidden',
    )
    .replace(/class\s*=\s*["']?(?:gmail_signature|moz-signature)\b["']?/gi, 'hidden ');
  const isData = /<th[\s>]/i.test(shown);
  const flat = isData
    ? shown
    : shown.replace(/<(\/?)(?:table|tbody|thead|tfoot|tr|td)\b[^<>]*>/gi, '<$1div>');
  return readFragment(flat, null).pieces.map(({ kind, level, text }) => ({ kind, level, text }));
}

/** Removes the head of a forwarded mail and what stands before it. */
function withoutForwardingHead(pieces: Piece[]): { rest: Piece[]; inner: MailText['inner'] } {
  const inner: MailText['inner'] = { from: null, subject: null, date: null };
  for (const [index, piece] of pieces.slice(0, 8).entries()) {
    const lines = piece.text.split('\n');
    const mark = lines.findIndex((line) => forwarded.test(line));
    if (mark < 0) continue;
    const after = [
      ...lines.slice(mark + 1),
      ...pieces.slice(index + 1, index + 10).flatMap(({ text }) => text.split('\n')),
    ];
    let read = 0;
    for (const line of after) {
      const [, name = '', value = ''] = /^\*?([\p{L} -]{2,12})\*?\s?:\*?\s*(.*)$/u.exec(line.trim()) ?? [];
      const field = headerNames[name.toLowerCase()];
      if (field === undefined) break;
      if (field !== 'other') inner[field] ??= value;
      read++;
    }
    return { rest: withoutLines(pieces.slice(index), mark + 1 + read), inner };
  }
  return { rest: pieces, inner };
}

const headerNames: Record<string, keyof MailText['inner'] | 'other'> = {
  ...{ from: 'from', von: 'from', de: 'from', da: 'from', van: 'from', från: 'from', fra: 'from' },
  ...{ subject: 'subject', betreff: 'subject', objet: 'subject', asunto: 'subject', oggetto: 'subject' },
  ...{ assunto: 'subject', onderwerp: 'subject', ämne: 'subject', emne: 'subject' },
  ...{
    date: 'date',
    datum: 'date',
    fecha: 'date',
    data: 'date',
    sent: 'date',
    gesendet: 'date',
    envoyé: 'date',
  },
  ...{
    to: 'other',
    an: 'other',
    à: 'other',
    para: 'other',
    a: 'other',
    aan: 'other',
    till: 'other',
    cc: 'other',
  },
  ...{ 'reply-to': 'other', bcc: 'other', kopie: 'other' },
};

/** Removes the first lines of these blocks. */
function withoutLines(pieces: Piece[], count: number): Piece[] {
  let left = count;
  return pieces.flatMap((piece) => {
    if (left <= 0) return [piece];
    const lines = piece.text.split('\n');
    const rest = lines.slice(left).join('\n').trim();
    left -= lines.length;
    return rest === '' ? [] : [{ ...piece, text: rest }];
  });
}

function withoutFooter(pieces: Piece[]): Piece[] {
  const own: Piece[] = [];
  let length = 0;
  const total = lengthOf(pieces);
  for (const [index, piece] of pieces.entries()) {
    const isShort = piece.text.length < 400;
    if (isShort && footer.test(piece.text)) {
      if (length > total * 0.4) break;
      continue;
    }
    if (index < 6 && piece.text.length < 200 && opening.test(piece.text)) continue;
    own.push(piece);
    length += piece.text.length;
  }
  return own;
}
