import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { foldForm } from '../../../src/archive/core/words/fold-form.ts';
import { createArchive, engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle } from '../sample-articles.ts';
import { scripts, textOf } from '../scripts.ts';
import { searchFor } from '../search-for.ts';

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
const charactersOf = (text: string): string[] => [...text];

/** Runs a check on an archive whose articles have these bodies; article 3 has the headline `3`. */
async function withBodies(bodies: string[], language: string, check: (archive: Archive) => Promise<void>) {
  const made = await createArchive();
  try {
    await made.archive.writes.writeArticles(
      bodies.map((body, number) => sampleArticle({ headline: `${number}`, body, language })),
    );
    await check(made.archive);
  } finally {
    await made.remove();
  }
}

/** Numbers of the articles that a search finds, in ascending order. */
async function found(archive: Archive, text: string): Promise<number[]> {
  const headlines = await allHeadlines(archive, { filter: { search: searchFor(text) } });
  return headlines.map(Number).sort((a, b) => a - b);
}

const numbersOf = (bodies: string[], has: (body: string) => boolean): number[] =>
  bodies.flatMap((body, number) => (has(body) ? [number] : []));

for (const engine of engines) {
  describe.each(scripts)(`words in $name (${engine.name})`, (script) => {
    const bodies = fc.array(textOf(script), { minLength: 2, maxLength: 8 });
    const runs = { numRuns: 6 };

    it('finds the text of every word', async () => {
      await fc.assert(
        fc.asyncProperty(bodies, async (texts) => {
          await withBodies(texts, script.language, async (archive) => {
            for (const [number, text] of texts.entries()) {
              for (const word of wordsOf(text)) expect(await found(archive, word), word).toContain(number);
            }
          });
        }),
        runs,
      );
    });

    it('finds by a beginning exactly the texts with a word that begins so', async () => {
      await fc.assert(
        fc.asyncProperty(bodies, async (texts) => {
          const has = (text: string, beginning: string) =>
            script.unspaced
              ? wordsOf(text).some((word) => foldForm(word).includes(beginning))
              : wordsOf(text).some((word) => foldForm(word).startsWith(beginning));
          await withBodies(texts, script.language, async (archive) => {
            for (const word of texts.flatMap(wordsOf)) {
              const beginning = charactersOf(word).slice(0, 3).join('');
              if (charactersOf(beginning).length < 3) continue;
              const right = numbersOf(texts, (text) => has(text, foldForm(beginning)));
              expect(await found(archive, `${beginning}*`), beginning).toEqual(right);
            }
          });
        }),
        runs,
      );
    });

    it('finds a phrase in exactly the texts that print its words in a row', async () => {
      await fc.assert(
        fc.asyncProperty(bodies, async (texts) => {
          const asRow = (text: string) => ` ${wordsOf(text).map(foldForm).join(' ')} `;
          await withBodies(texts, script.language, async (archive) => {
            for (const [number, text] of texts.entries()) {
              const phrase = wordsOf(text).slice(0, 3).join(' ');
              const found3 = await found(archive, `"${phrase}"`);
              expect(found3, phrase).toContain(number);
              const row = asRow(phrase);
              // The last word of a phrase without spaces may go on.
              const right = numbersOf(texts, (each) =>
                asRow(each).includes(script.unspaced ? row.trimEnd() : row),
              );
              if (!script.unspaced) expect(found3, phrase).toEqual(right);
              else for (const each of right) expect(found3, phrase).toContain(each);
            }
          });
        }),
        runs,
      );
    });

    it('marks in the text what matched', async () => {
      await fc.assert(
        fc.asyncProperty(bodies, async (texts) => {
          await withBodies(texts, script.language, async (archive) => {
            const page = await archive.reads.articles({
              filter: {},
              sort: 'newest',
              form: 'card',
              limit: 100,
              count: 'none',
            });
            const ids = page.items.map((item): string => JSON.parse(item).id);
            for (const word of texts.flatMap(wordsOf).slice(0, 12)) {
              const marked = await archive.reads.highlight(searchFor(`=${word}`), ids);
              const matching = marked.filter(({ fragments }) => fragments.length > 0);
              expect(matching.length, word).toBe((await found(archive, `=${word}`)).length);
              for (const { text, start, matches } of matching.flatMap(({ fragments }) => fragments)) {
                for (const match of matches) {
                  const exact = text.slice(match.start - start, match.end - start);
                  if (script.unspaced) expect(foldForm(exact)).toContain(foldForm(word));
                  else expect(foldForm(exact)).toBe(foldForm(word));
                }
              }
            }
          });
        }),
        runs,
      );
    });
  });
}
