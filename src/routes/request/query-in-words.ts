import type { SearchExpression, TagExpression, TagName } from '../../model/query.ts';

/** Returns a tag as people write it: `person/josep-borrell`, or the bare slug. */
export function tagText({ type, slug }: TagName): string {
  return type === null ? slug : `${type}/${slug}`;
}

/** Returns a tag expression in words. */
// { and: [person/a, { not: place/b }] } → "person/a and not place/b"
export function tagWords(expression: TagExpression): string {
  switch (expression.kind) {
    case 'tag':
      return tagText(expression.tag);
    case 'not':
      return `not ${grouped(expression.of, tagWords)}`;
    case 'and':
    case 'or':
      return expression.of.map((part) => grouped(part, tagWords)).join(` ${expression.kind} `);
  }
}

/** Returns a search in words, with its terms in typographic quotes. */
export function searchWords(expression: SearchExpression): string {
  switch (expression.kind) {
    case 'words': {
      const words = `“${expression.words.join(' ')}${expression.match === 'prefix' ? '…' : ''}”`;
      return expression.field ? `${words} in the ${expression.field}` : words;
    }
    case 'not':
      return `not ${grouped(expression.of, searchWords)}`;
    case 'and':
    case 'or':
      return expression.of.map((part) => grouped(part, searchWords)).join(` ${expression.kind} `);
  }
}

/** Returns a period as part of a sentence; empty for all time. */
export function periodWords({ from, before }: { from?: string; before?: string }): string {
  return [from && `published from ${from}`, before && `${from ? '' : 'published '}before ${before}`]
    .filter(Boolean)
    .join(' and ');
}

function grouped<T extends { kind: string }>(part: T, words: (part: T) => string): string {
  return part.kind === 'and' || part.kind === 'or' ? `(${words(part)})` : words(part);
}
