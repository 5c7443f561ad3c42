import type { AuthorityEntry } from '../../model/authority.ts';
import type { FieldText } from './field-text.ts';

/** Tokens `from` to `to` (exclusive) of a field. */
export interface TokenSpan {
  in: FieldText;
  from: number;
  to: number;
}

/** A span that names an entry of the authority. */
export interface LinkedSpan extends TokenSpan {
  entry: AuthorityEntry;
  method: string;
  confidence: number;
  role: string | null;
}

/** Returns the text of a span. */
export function textOf({ in: { text, tokens }, from, to }: TokenSpan): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
