import { isUtf8 } from 'node:buffer';
import { DamagedText } from './failures.ts';

/**
 * Returns the result of a read. Throws DamagedText if its rendered JSON cannot be what was stored. SQLite checks the
 * structure of a page, but not the texts in it. A bad sector is usually zeros or random bytes, which JSON never has.
 */
export function checkTexts<T>(result: T): T {
  if (typeof result !== 'object' || result === null) return result;
  if ('json' in result) checkText(result.json);
  if ('items' in result && Array.isArray(result.items)) result.items.forEach(checkText);
  if (Array.isArray(result)) result.forEach(checkText);
  if ('value' in result) {
    checkText(result.value);
    checkTexts(result.value);
  }
  return result;
}

/** Throws DamagedText if JSON contains control characters, or bytes that are not UTF-8. Ignores other values. */
function checkText(json: unknown): void {
  const isDamaged = Buffer.isBuffer(json)
    ? json.includes(0) || !isUtf8(json)
    : typeof json === 'string' && (hasControls.test(json) || (json.includes(replacement) && !isJson(json)));
  if (isDamaged) throw new DamagedText('A stored text is damaged.');
}

/** Matches a control character: the ranges are those of all others. */
const hasControls = /[^ -\u{10ffff}]/u;

/** Stands in a decoded string for bytes that are not UTF-8. Articles may contain it, too. */
const replacement = '\ufffd';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
