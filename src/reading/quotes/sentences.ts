import type { Token } from './paragraph-tokens.ts';
import { speechVerb } from './speech-verbs.ts';

/** A sentence of the article. A quoted passage within it is a single token. */
export interface Sentence {
  paragraph: number;
  tokens: Token[];
}

/** Maximum number of tokens per sentence, so that the time stays linear on any text. */
const maxLength = 250;

/** Splits the tokens of a paragraph into sentences. A passage may end a sentence or be followed by its attribution. */
export function splitSentences(tokens: Token[], paragraph: number): Sentence[] {
  const sentences: Sentence[] = [];
  let current: Token[] = [];
  tokens.forEach((token, index) => {
    current.push(token);
    if (current.length >= maxLength || endsSentence(tokens, index)) {
      sentences.push({ paragraph, tokens: current });
      current = [];
    }
  });
  if (current.length > 0) sentences.push({ paragraph, tokens: current });
  return sentences;
}

function endsSentence(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!token || !next) return false;
  if (token.kind === 'mark') return /^[.?!]$/.test(token.text) && startsSentence(next);
  // An abbreviation ends the sentence before a capitalised quote: `of Springfield, Ill. "She …"`
  if (token.kind === 'word')
    return /\.$/.test(token.text) && next.kind === 'passage' && /^\p{Lu}/u.test(next.text);
  const ending = /([.?!…])['’"”)\]]*$/.exec(token.text)?.[1];
  if (!ending) return next.kind === 'passage' && !/[,:;—–-]['’]?$/.test(token.text);
  if (next.kind === 'passage') return true;
  if (next.kind === 'mark') return false;
  if (/^\p{Ll}/u.test(next.text))
    return speechVerb(next.text)?.form !== 'finite' && !/^[a-z]/.test(next.text);
  return !attributionFollows(tokens, index + 1, ending === '.');
}

function startsSentence(next: Token): boolean {
  if (/^[)\]}]$/.test(next.text)) return false;
  return next.kind !== 'word' || !/^\p{Ll}/u.test(next.text) || /^(?:i[A-Z]|@)/.test(next.text);
}

/** True for `"Why?" Ms. Ruiz asked`; if `strict` (after a full stop), only for `he said.` at the end of a sentence. */
function attributionFollows(tokens: Token[], from: number, strict: boolean): boolean {
  for (let index = from; index < Math.min(tokens.length, from + (strict ? 5 : 9)); index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    const verb = index > from ? speechVerb(token.text) : undefined;
    if (verb?.kind === 'speech' && verb.form === 'finite') {
      const next = tokens[index + 1];
      return !strict || !next || (next.kind === 'mark' && /^[.,]$/.test(next.text));
    }
  }
  return false;
}
