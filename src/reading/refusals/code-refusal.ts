/** Beginnings of programs, scripts and stylesheets. */
const beginnings: [beginning: RegExp, refusal: string][] = [
  [/^#!\s?\/\S/, 'a script, not an article'],
  [/^<\?php\b/, 'source code (PHP), not an article'],
  [
    /^\s*(?:-- (?:MySQL|MariaDB|PostgreSQL database|SQLite) dump|--\n-- PostgreSQL database dump)/,
    'a dump of a database; export its articles as CSV or JSON',
  ],
  [
    /^\s*(?:\(\s*function\s*\(|!function\s*\(|\(\(\)\s*=>\s*\{|["']use strict["'];|window\.\w+\s*=|\/\*!?[\s*@])/,
    'source code (JavaScript or CSS), not an article',
  ],
];

/** A line of a program: it ends as statements do, or begins as they do. */
const codeLine =
  /(?:[{};]|\)\s*:|=>)\s*$|^\s*(?:[\])}]+[;,)]*$|\/\/|\/\*|\*\/|#include\b|#define\b|import\s+[\w{*"'.,\s]+$|from\s+[\w.]+\s+import\s|def\s+\w+\(|class\s+\w+[(:{]|return\b[^.]*$|if\s*[([]|for\s*\(|while\s*\(|elif\b|else:|try:|except\b.*:|const\s+\w+\s*=|let\s+\w+\s*=|var\s+\w+|function\b.*[({]|export\s+\w+\s*[=({]|@(?:media|import|charset)\b|\$\w+\s*=|[\w.]+\s*[+-]?=\s*\S|[\w.]+\([^)]*\)\s*$|(?:echo|cd|mkdir|rm|cp|mv|set|fi|done|then|esac|npm|pip|git|sudo|apt-get)\b[^.]*$|(?:SELECT|INSERT|CREATE|DROP|ALTER)\s[A-Z"`*]+)/;
/** A statement that is more than the end of a line. */
const statement =
  /^\s*(?:import\s|from\s+[\w.]+\s+import\s|def\s+\w+\(|class\s+\w+[(:{]|const\s+\w+\s*=|let\s+\w+\s*=|var\s+\w+\s*=|function\b|#include\b|@(?:media|import|charset)\b|[.#]?[\w-]+(?:[\s,>:.#]+[\w-]+)*\s*\{|\$\w+\s*=|\w+\s*=\s*\S|[\w.-]+\s*:\s*[\w-]*\s*$|(?:CREATE|INSERT|DROP)\s[A-Z]+\s)/m;

/** Returns what a program or a stylesheet is; undefined for other texts. Looks at the first lines. */
export function codeRefusal(text: string): string | undefined {
  const beginning = beginnings.find(([pattern]) => pattern.test(text))?.[1];
  if (beginning !== undefined) return beginning;
  const lines = text
    .slice(0, 8192)
    .split('\n', 200)
    .map((line) => line.slice(0, 400).trimEnd())
    .filter((line) => line !== '' && !/^\s*#(?!include|define)/.test(line));
  const code = lines.filter((line) => codeLine.test(line)).length;
  // An article may end in the stylesheet of its page.
  const prose = lines.filter((line) => !codeLine.test(line) && /(?:\p{L}{2,}[\s,]+){8}/u.test(line)).length;
  const isCode = lines.length >= 3 && code >= lines.length * 0.6 && prose * 10 <= code;
  return isCode && statement.test(text.slice(0, 8192)) ? 'source code, not an article' : undefined;
}
