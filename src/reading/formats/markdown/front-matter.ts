import { parse as parseToml, TomlError } from 'smol-toml';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { isRecord, type Json } from '../json/parse-json.ts';
import type { RecordOfFields } from '../json/record-paths.ts';

/** Front matter longer than this is none. */
const longest = 65_536;

/** A Markdown file parted: its front matter as fields, the text after it, and what was wrong with the former. */
export interface FrontMatter {
  fields: RecordOfFields;
  text: string;
  /** The line on which the text begins, from 1. */
  line: number;
  fault: string | null;
}

/**
 * Parts YAML (`---`), TOML (`+++`) or JSON (`;;;`, or an object alone) front matter from the text, as Jekyll, Hugo and their kin write
 * it. Aliases in YAML are limited, so that a few lines cannot become gigabytes. Front matter that does not parse
 * gives no fields and says why.
 */
export function frontMatter(source: string): FrontMatter {
  const even = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (/^\{[^\S\n]*\n/.test(even)) return jsonMatter(even);
  const [, mark, content = ''] =
    /^(---|\+\+\+|;;;)[^\S\n]*\n([\s\S]*?)\n?^\1[^\S\n]*$/m.exec(even.slice(0, longest)) ?? [];
  if (mark === undefined || !even.startsWith(mark)) return { fields: {}, text: even, line: 1, fault: null };
  const whole = /^(---|\+\+\+|;;;)[^\S\n]*\n[\s\S]*?\n?^\1[^\S\n]*\n?/m.exec(even)?.[0] ?? '';
  const rest = { text: even.slice(whole.length), line: whole.split('\n').length };
  try {
    return { fields: fieldsOf(mark, content), ...rest, fault: null };
  } catch (cause) {
    if (
      cause instanceof YAMLParseError ||
      cause instanceof TomlError ||
      cause instanceof SyntaxError ||
      cause instanceof ReferenceError
    ) {
      return { fields: {}, ...rest, fault: cause.message.split('\n')[0] ?? 'invalid syntax' };
    }
    throw cause;
  }
}

/** JSON without marks, as Hugo has it: up to the brace that stands alone. */
function jsonMatter(even: string): FrontMatter {
  const end = even.slice(0, longest).indexOf('\n}\n');
  const whole = even.slice(0, end + 3);
  try {
    const fields = end < 0 ? {} : withInner(JSON.parse(whole));
    return {
      fields,
      text: end < 0 ? even : even.slice(end + 3),
      line: whole.split('\n').length,
      fault: null,
    };
  } catch {
    return { fields: {}, text: even, line: 1, fault: null };
  }
}

/** Hugo and Zola keep what they do not know themselves in tables of their own, which are taken off. */
function withInner(fields: Json): RecordOfFields {
  if (!isRecord(fields)) return {};
  const tables = ['params', 'extra', 'taxonomies'];
  const inner = tables.map((name) => fields[name]).filter(isRecord);
  const own = Object.entries(fields).filter(([name, value]) => !tables.includes(name) || !isRecord(value));
  return Object.assign({}, ...inner, Object.fromEntries(own));
}

function fieldsOf(mark: string, content: string): RecordOfFields {
  const parsed: unknown =
    mark === '---'
      ? parseYaml(content, { maxAliasCount: 20, schema: 'core', logLevel: 'error' })
      : mark === '+++'
        ? parseToml(content)
        : JSON.parse(content);
  // Through JSON: dates become text, and what JSON cannot say (functions, cycles) is gone.
  const plain: Json = JSON.parse(JSON.stringify(parsed ?? {}));
  return withInner(plain);
}
