import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Draft } from '../../../src/model/draft.ts';
import type { Mention } from '../../../src/model/mention.ts';
import { createLinker } from '../../../src/reading/mentions/create-linker.ts';
import { tokenize } from '../../../src/reading/mentions/tokenize.ts';
import { authority, draft, seeing } from './fixture.ts';

const find = createLinker(authority, seeing('Maria García', 'Kim Jong-un', 'Denzel Washington'));

/** Text dense with names, titles, punctuation and oddities, so that rules meet each other. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...authority.flatMap(({ name, aliases, titles }) => [name, ...aliases, ...titles]),
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'Maria García',
          'Kim Jong-un',
          'Kim',
          'Clinton',
          'Borrell',
          'García',
          'Assad',
          'South',
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'and',
          'the',
          'said',
          'President',
          'Mr',
          'met',
          'in',
          'Foreign Minister',
          'Airport',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { maxLength: 25 },
  )
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', ', ', '. ', "'s ", '’s ', '-', '\n\n', ' “', '” ', '\u00a0'), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((joints) => words.map((word, index) => word + joints[index]).join('')),
  )
  .chain((joined) => fc.constantFrom(joined, joined.toUpperCase(), joined.normalize('NFD')));

const drafts = fc
  .record({ headline: text, standfirst: text, body: text, captions: fc.array(text, { maxLength: 2 }) })
  .map(draft);

function fieldOf(article: Draft, { field, image }: Mention): string | null | undefined {
  if (field === 'caption') return article.images[image ?? -1]?.caption;
  return field === 'body' ? article.body.text : article[field];
}

it('gives offsets that slice to the mention', () => {
  fc.assert(
    fc.property(drafts, (article) => {
      for (const mention of find(article).mentions) {
        expect(mention.exact).not.toBe('');
        expect(fieldOf(article, mention)?.slice(mention.start, mention.end)).toBe(mention.exact);
      }
    }),
    { numRuns: 500 },
  );
});

it('returns the same twice', () => {
  fc.assert(
    fc.property(drafts, (article) => {
      expect(find(article)).toEqual(find(structuredClone(article)));
    }),
  );
});

it('mentions of the same type do not overlap', () => {
  fc.assert(
    fc.property(drafts, (article) => {
      const { mentions } = find(article);
      for (const [index, one] of mentions.entries()) {
        for (const other of mentions.slice(index + 1)) {
          const sameText = one.field === other.field && one.image === other.image;
          const sameType = one.tag.split('/')[0] === other.tag.split('/')[0];
          if (sameText && sameType) expect(other.start).toBeGreaterThanOrEqual(one.end);
        }
      }
    }),
    { numRuns: 500 },
  );
});

it('describes every discovered person it mentions', () => {
  fc.assert(
    fc.property(drafts, (article) => {
      const { mentions, discovered } = find(article);
      const known = new Set([...authority, ...discovered].map(({ id }) => id));
      for (const { tag } of mentions) expect(known).toContain(tag);
      for (const { id } of discovered) expect(mentions.map(({ tag }) => tag)).toContain(id);
    }),
  );
});

it('splits any text into ordered tokens that match it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      let end = 0;
      for (const token of tokenize(any)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeLessThanOrEqual(any.length);
        end = token.end;
      }
    }),
  );
});
