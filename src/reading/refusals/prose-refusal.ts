import { codeRefusal } from './code-refusal.ts';

/** Number of characters of a text that are judged. */
const judged = 32_768;

/** Letters of scripts that are written without spaces. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/gu;

/** Beginnings of the lines of logs: a time, an address, or a level. */
const logLine =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?\S*\s+(?:\S{1,20}\s+){0,3}?\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\]?[:\s]|\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[|\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \S+ \S+?(?:\[\d+\])?: |<\d{1,3}>)/i;

/** Lines of settings: `key: value`, `key=value`, `[section]`. */
const settingLine = /^\s*(?:[\w.-]{1,40}\s*=\s*\S*$|\[[\w .-]+\]$|(?:- )?[\w-]{1,40}:(?:\s+[^\s]{1,60})?$)/;

/** Columns of a table: cells between bars, tabs, or runs of spaces. */
const cells = /\t|\s{2,}|\s*\|\s*|;|,(?=\S)/;

/**
 * Returns the reason why a text is no prose, such as a log or a table; undefined if it may be an article. One sentence
 * is enough, in any script.
 */
// "12 14 18\n13 15 19" → "a table of numbers, not sentences; …"
export function proseRefusal(text: string): string | undefined {
  const code = codeRefusal(text);
  if (code !== undefined) return code;
  const lines = text
    .slice(0, judged)
    .split('\n')
    .map((line) => line.trim().slice(0, 1000))
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  const share = (pattern: (line: string) => boolean) => lines.filter(pattern).length / lines.length;
  if (lines.length >= 3 && share((line) => logLine.test(line)) > 0.6)
    return 'a log of a program, not an article';
  if (lines.some(isSentence)) return undefined;
  if (lines.length >= 3 && share((line) => settingLine.test(line)) > 0.8)
    return 'a file of settings, not an article';
  if (share(isRow) > 0.5) return 'a table or a list, not sentences; save it as CSV with a header line';
  if (share(isNumeric) > 0.5) return 'numbers, not sentences';
  return share((line) => wordsIn(line) >= 2) < 0.2
    ? 'no sentence found; a list of words is not an article'
    : undefined;
}

/** True if a line has the words of a sentence, in a script with or without spaces. */
function isSentence(line: string): boolean {
  if ((line.match(unspaced)?.length ?? 0) >= 8) return true;
  if (isRow(line)) return false;
  const letters = line.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  return wordsIn(line) >= 5 && letters >= line.replace(/\s/g, '').length * 0.6;
}

function wordsIn(line: string): number {
  return line.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0;
}

function isNumeric(line: string): boolean {
  const dense = line.replace(/\s/g, '');
  const letters = dense.match(/\p{L}/gu)?.length ?? 0;
  return letters < dense.length * 0.3;
}

/** True if a line is a row of short cells, or half of it is digits. */
function isRow(line: string): boolean {
  const parts = line.split(cells).filter((part) => part !== '');
  return parts.length >= 3 && parts.every((part) => wordsIn(part) <= 4);
}
