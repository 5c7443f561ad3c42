import type { TagExpression, TagName } from './query.ts';
import { catchFault, type SyntaxFault, SyntaxFaultError } from './syntax-fault.ts';
import { filterTagTypes, newsroomTagTypes } from './tag.ts';
import { wordSlug } from './word-slug.ts';

export const tagLimits = { tags: 64, depth: 16 };

const newsroomTypes: ReadonlySet<string | null> = new Set(newsroomTagTypes);

function tagName(text: string, start: number, defaultType: TagName['type']): TagName {
  const before = text.slice(0, Math.max(0, text.indexOf('/'))).toLowerCase();
  // A printed word may contain a slash: `keyword=TCP/IP`.
  const isTyped = newsroomTypes.has(defaultType)
    ? filterTagTypes.some((each) => each === before)
    : text.includes('/');
  const slash = isTyped ? text.indexOf('/') : -1;
  const typed = isTyped ? before : defaultType;
  const name = text.slice(slash + 1);
  const written = newsroomTypes.has(typed) ? wordSlug(name) : name.toLowerCase();
  // Programs also write en_GB.
  const slug = typed === 'language' ? written.replaceAll('_', '-') : written;
  if (!/^[a-z0-9]+(-+[a-z0-9]+)*$/.test(slug)) {
    throw new SyntaxFaultError(
      `"${name}" is not a slug; use letters a to z, digits and hyphens.`,
      start + slash + 1,
      start + text.length,
    );
  }
  if (typed === null) return { type: null, slug };
  const type = filterTagTypes.find((each) => each === typed);
  if (type === undefined) {
    throw new SyntaxFaultError(
      `Unknown tag type "${typed}"; expected ${filterTagTypes.join(', ')}.`,
      start,
      start + slash,
    );
  }
  return { type, slug };
}

function parse(text: string, defaultType: TagName['type']): TagExpression {
  let at = 0;
  let tags = 0;

  const skipBlanks = () => {
    while (/\s/.test(text.charAt(at))) at += 1;
  };
  const sequence = (mark: string, kind: 'and' | 'or', part: () => TagExpression): TagExpression => {
    const first = part();
    const of = [first];
    for (skipBlanks(); text.charAt(at) === mark; skipBlanks()) {
      at += 1;
      of.push(part());
    }
    return of.length === 1 ? first : { kind, of };
  };
  const either = (depth: number): TagExpression => sequence('|', 'or', () => all(depth));
  const all = (depth: number): TagExpression => sequence(',', 'and', () => one(depth));

  const one = (depth: number): TagExpression => {
    skipBlanks();
    const start = at;
    const first = text.charAt(at);
    if (first === '-' || first === '(') {
      if (depth >= tagLimits.depth) {
        throw new SyntaxFaultError(
          `A tag filter is limited to ${tagLimits.depth} levels of nesting.`,
          start,
          start + 1,
        );
      }
      at += 1;
      if (first === '-') return { kind: 'not', of: one(depth + 1) };
      const inside = either(depth + 1);
      skipBlanks();
      if (text.charAt(at) !== ')')
        throw new SyntaxFaultError('This parenthesis is not closed.', start, start + 1);
      at += 1;
      return inside;
    }
    const name = /^[^,|()]*/.exec(text.slice(at))?.[0].trimEnd() ?? '';
    if (name === '')
      throw new SyntaxFaultError('A tag is missing here.', start, Math.min(start + 1, text.length));
    at += name.length;
    tags += 1;
    if (tags > tagLimits.tags)
      throw new SyntaxFaultError(`A tag filter is limited to ${tagLimits.tags} tags.`, start, at);
    return { kind: 'tag', tag: tagName(name, start, defaultType) };
  };

  const expression = either(0);
  skipBlanks();
  if (at < text.length) {
    const message =
      text.charAt(at) === ')' ? 'This parenthesis was not opened.' : 'A comma or | is missing here.';
    throw new SyntaxFaultError(message, at, at + 1);
  }
  return expression;
}

/**
 * Parses a tag filter, with the syntax of the Guardian's API: comma is AND, | is OR, - is NOT, parentheses group. AND
 * binds closer than OR. A tag is `type/slug`, or a slug alone, which has the default type. Never throws; an error
 * includes its position.
 *
 *     parseTags('person/ada-birch,(tides|boats),-topic/sport')
 */
export function parseTags(
  text: string,
  defaultType: TagName['type'] = null,
): { expression: TagExpression } | { error: SyntaxFault } {
  return catchFault(() => parse(text, defaultType));
}

/**
 * Splits a tag filter at the commas that join all of it, so that `a,b` and `a` repeated with `b` are one list. A filter
 * with | outside of parentheses, or with a syntax error, remains whole.
 *
 *     tagConjuncts('tides, (boats|ships),-sport') → ['tides', '(boats|ships)', '-sport']
 */
export function tagConjuncts(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && character === '|')) return [text];
    if (depth === 0 && character === ',') parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  const trimmed = parts.map((part) => part.trim());
  return depth > 0 || trimmed.includes('') ? [text] : trimmed;
}
