import { isAgency } from './agency-names.ts';

/** A credit at the end of a text. `rest` is the text before it, possibly empty. */
export interface TrailingCredit {
  kind: 'credit' | 'copyright';
  /** Name as printed; null for a copyright line without a name. */
  credit: string | null;
  rest: string;
}

const copyrightSign = String.raw`(?:©|\(c\)|copyright)`;
const copyright = new RegExp(
  String.raw`^[\s*<[(]*(?:${copyrightSign}[\s,:©]*(?:\(c\)\s*)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?[\s,.]*)?(?:by\s+)?(?<after>[^.|]*?)|(?<before>\p{Lu}[^.|]{0,60}?)\s*${copyrightSign}(?:\s+\d{4})?)[\s.,]*(?:[.|]|$|all rights)`,
  'iu',
);
const rights =
  /^[\s*<[(]*(?:all rights reserved|this material may not be published|no part of this|reproduction (?:in whole|is prohibited)|unauthori[sz]ed (?:reproduction|redistribution)|무단\s?전재|저작권자)/iu;

/** Parses the credit at the end of a text: a news agency, bare, in parentheses or after a dash, or a copyright line. */
// "… External Action Service. (Yonhap)" → { kind: "credit", credit: "Yonhap", rest: "… External Action Service." }
// "© 2024 Korea Herald. All rights reserved." → { kind: "copyright", credit: "Korea Herald", rest: "" }
export function readCredit(text: string): TrailingCredit | undefined {
  const line = text.trim();
  if (line === '') return undefined;
  return (
    readCopyright(line.replace(/^[(（][^()（）]{2,40}[)）]\s*(?=copyright|©|\(c\))/iu, '')) ?? readWire(text)
  );
}

function readCopyright(line: string): TrailingCredit | undefined {
  if (line.length > 400) return undefined;
  if (rights.test(line)) return { kind: 'copyright', credit: null, rest: '' };
  const match = copyright.exec(line);
  if (!match?.groups) return undefined;
  // Sentences about copyright are not copyright lines.
  if (
    !/^[\s*<[(]*(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b|:))|all rights reserved|(?:©|\(c\))\s*\d{4}?\s*$/iu.test(
      line,
    )
  )
    return undefined;
  const owner = (match.groups.after || match.groups.before || '')
    .replace(/all rights reserved.*/i, '')
    .replace(/[\s,;<>)\]]+$/, '')
    .trim();
  return { kind: 'copyright', credit: owner || null, rest: '' };
}

function readWire(text: string): TrailingCredit | undefined {
  const match =
    /(?:^|[\s.!?"”’)])[(（[](?<name>[^()（）[\]]{2,60})[)）\]]\s*\.?\s*$/u.exec(text) ??
    /(?:^|[.!?"”’)]\s*)(?:\s(?:--+|[—–-])\s?|^\s*(?:--+|[—–-])\s*)(?<name>[\p{Lu}][\p{L}\d .&/-]{1,40})\s*$/u.exec(
      text,
    ) ??
    /^\s*(?:source|credit|via|from)\s?[:：]\s*(?<name>\p{L}[^.:]{1,60}?)\s*$/iu.exec(text) ??
    /^\s*(?<name>[\p{Lu}\p{Lo}][\p{L}\d .&/-]{1,40})\s*$/u.exec(text);
  const printed = match?.groups?.name;
  if (!match || printed === undefined) return undefined;
  const name = printed.replace(/^(?:source|via|with|by)\s*[:：]?\s+/iu, '').trim();
  const labelled = /^\s*(?:source|credit)\s?[:：]/iu.test(text);
  if (!labelled && !name.split(/\s*(?:[/,&+]| and )\s*/).every(isAgency)) return undefined;
  const at = match.index + match[0].search(/[(（[]|--|[—–-](?=\s*\p{Lu})|(?<=^\s*)[\p{L}]/u);
  return { kind: 'credit', credit: name, rest: text.slice(0, Math.max(at, 0)).trimEnd() };
}
