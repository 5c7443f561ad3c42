import type { AuthorityEntry } from '../../model/authority.ts';
import type { FieldText } from './field-text.ts';

/** A mention while linking is at work: tokens `from` up to but not including `to` of one field name `entry`. */
export interface Linked {
  in: FieldText;
  from: number;
  to: number;
  entry: AuthorityEntry;
  method: string;
  confidence: number;
  role: string | null;
}

/** Tokens of a field, `from` up to but not including `to`. */
export interface TokenSpan {
  in: FieldText;
  from: number;
  to: number;
}

/** The words of a span as the article writes them. */
export function textOf({ in: { text, tokens }, from, to }: TokenSpan): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
