import { delimiterOf } from './delimiter-of.ts';

/** Longer lines are no header. In UTF-16 code units. */
const maxLength = 4000;

/** Returns the names of the columns of a table; none if its first line is no header. */
export function headerOf(head: string): string[] {
  const [first = '', second = ''] = head.replace(/^\ufeff/, '').split(/\r?\n|\r/, 2);
  const line = /^"?sep=/i.test(first) ? second : first;
  if (/^\s*[<{[]/.test(line) || line.length > maxLength) return [];
  return line.split(delimiterOf(head)).map((name) => name.replace(/^\s*"|"\s*$/g, '').trim());
}
