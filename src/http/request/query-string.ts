import { Problem } from '../../errors.ts';

/** Parameters as they came: every value of every name, decoded, in order. */
export type Given = Map<string, unknown[]>;

/**
 * The parameters in a URL, as HTML forms write them (`+` is a space). Throws a Problem for percent-encoding that
 * is no UTF-8 and for NUL characters: guessing what was meant would answer another question.
 */
export function readQueryString(url: string): Given {
  const given: Given = new Map();
  const start = url.indexOf('?');
  if (start < 0) return given;
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    if (!decoded.includes('\0')) return decoded;
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw new Problem('malformed-request', 'The query string holds percent-encoding that is not UTF-8.');
  }
  throw new Problem('malformed-request', 'The query string holds a NUL character.');
}
