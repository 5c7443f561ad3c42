import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TagExpression } from '../../src/model/query.ts';
import { parseTags, tagLimits } from '../../src/model/tag-syntax.ts';

/** The text that stands for an expression, with all its parentheses. */
function written(expression: TagExpression): string {
  switch (expression.kind) {
    case 'tag':
      return expression.tag.type === null
        ? expression.tag.slug
        : `${expression.tag.type}/${expression.tag.slug}`;
    case 'not':
      return `-${written(expression.of)}`;
    case 'and':
    case 'or':
      return `(${expression.of.map(written).join(expression.kind === 'and' ? ',' : '|')})`;
  }
}

function read(text: string): string {
  const parsed = parseTags(text);
  return 'error' in parsed
    ? `${parsed.error.start}–${parsed.error.end} ${parsed.error.message}`
    : written(parsed.expression);
}

describe('the syntax of tags', () => {
  it.each([
    ['person/ada-birch', 'person/ada-birch'],
    ['Person/Ada-Birch', 'person/ada-birch'],
    ['tides', 'tides'],
    ['tides,boats', '(tides,boats)'],
    ['tides|boats,-place/quay', '(tides|(boats,-place/quay))'],
    ['(tides|boats), -(place/quay)', '((tides|boats),-place/quay)'],
    ['source/harbour-post,language/en', '(source/harbour-post,language/en)'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', '0–0 A tag is missing here.'],
    ['tides,', '6–6 A tag is missing here.'],
    ['tides,|boats', '6–7 A tag is missing here.'],
    ['(tides', '0–1 This parenthesis is not closed.'],
    ['tides)', '5–6 This parenthesis was not opened.'],
    ['(tides)boats', '7–8 A comma or | is missing here.'],
    ['person/', '7–7 "" is not a slug; use letters a to z, digits and hyphens.'],
    ['ada birch', '0–9 "ada birch" is not a slug; use letters a to z, digits and hyphens.'],
  ])('says what is wrong with "%s", and where', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('names the types there are for one there is not', () => {
    expect(read('people/ada')).toContain('person, topic, organization, place');
  });

  it('has limits on tags and nesting', () => {
    expect(read(Array.from({ length: tagLimits.tags + 1 }, () => 'a').join('|'))).toContain(
      'A tag filter is limited to 64 tags',
    );
    expect(read('-'.repeat(100_000))).toContain('limited to 16 levels');
  });

  it('reads what it writes', () => {
    const { tree } = fc.letrec<{ tree: TagExpression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc
          .constantFrom('a', 'b-2')
          .map((slug): TagExpression => ({ kind: 'tag', tag: { type: null, slug } })),
        tie('tree').map((of): TagExpression => ({ kind: 'not', of })),
        fc
          .array(tie('tree'), { minLength: 2, maxLength: 3 })
          .map((of): TagExpression => ({ kind: 'and', of })),
        fc
          .array(tie('tree'), { minLength: 2, maxLength: 3 })
          .map((of): TagExpression => ({ kind: 'or', of })),
      ),
    }));
    fc.assert(
      fc.property(tree, (expression) => {
        expect(parseTags(written(expression))).toEqual({ expression });
      }),
    );
  });

  it('never throws, and points inside the text', () => {
    const typed = fc.array(
      fc.oneof(fc.constantFrom('(', ')', '|', ',', '-', '/', ' ', 'tides'), fc.string()),
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('');
        const parsed = parseTags(text);
        if ('error' in parsed) expect(parsed.error.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
