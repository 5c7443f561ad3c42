import type { Passage } from './find-passages.ts';

/** A word, punctuation mark or quoted passage. A passage is a single token. */
export interface Token {
  kind: 'word' | 'mark' | 'passage';
  text: string;
  lower: string;
  start: number;
  end: number;
  passage?: Passage;
}

/** Matches a word or mark. The full stop of an abbreviation or initial is part of the word. */
const piece =
  /(?:\p{Lu}\.){2,}|(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Rev|Hon|Prof|Pres|Jr|Sr|St|Ste|No|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Calif|Fla|Mass|Conn|Ariz|Ala|Ark|Colo|Del|Ill|Ind|Kan|Ky|La|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|vs|etc|a\.m|p\.m|U\.S|U\.N)\.(?=[\s,;)\]’']|$)|[\p{L}\p{N}@#$€£%]+(?:['’.\-&‑/][\p{L}\p{N}]+)*(?:['’](?=\s))?|--+|\.\.\.+|(?:\. ){2,}\.|[^\s\p{L}\p{N}]/gu;

/** Splits the paragraph `text.slice(start, end)` into tokens. Offsets are relative to `text`. */
export function tokenizeParagraph(text: string, start: number, end: number, passages: Passage[]): Token[] {
  const tokens: Token[] = [];
  let from = start;
  for (const passage of passages) {
    pushPieces(text, from, passage.openAt, tokens);
    tokens.push({
      kind: 'passage',
      text: text.slice(passage.start, passage.end),
      lower: '',
      start: passage.openAt,
      end: passage.closeAt,
      passage,
    });
    from = passage.closeAt;
  }
  pushPieces(text, from, end, tokens);
  return tokens;
}

function pushPieces(text: string, from: number, to: number, tokens: Token[]): void {
  if (to <= from) return;
  for (const match of text.slice(from, to).matchAll(piece)) {
    const start = from + match.index;
    const word = match[0];
    tokens.push({
      kind: /[\p{L}\p{N}]/u.test(word) ? 'word' : 'mark',
      text: word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      start,
      end: start + word.length,
    });
  }
}
