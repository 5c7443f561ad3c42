import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { rebuildSearchIndex } from '../../../src/archive/sqlite/search/rebuild-index.ts';
import { openSession } from '../../../src/archive/sqlite/session.ts';
import type { ReadArticle } from '../../../src/model/draft.ts';
import { allHeadlines } from '../pages.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

/** Forms of few words, of one language or several. */
const words = 'heron herons pier piers policy policies news new besucht besuchen 東京都 서울에서 서울'.split(
  ' ',
);
const languages = ['en', 'en-GB', 'de', 'ja', 'ko'];
/** Few instants, so that articles make room for each other and get other keys. */
const instants = ['2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z', '2024-06-01T00:00:00Z'];
const keys = Array.from({ length: 25 }, (_, number) => `Story ${number}`);

const article = fc
  .record({
    key: fc.constantFrom(...keys),
    text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }),
    language: fc.constantFrom(...languages),
    publishedAt: fc.constantFrom(...instants),
    isTagged: fc.boolean(),
  })
  .map(({ key, text, isTagged, ...sample }) =>
    sampleArticle({
      ...sample,
      key,
      headline: key,
      body: text.join(' '),
      tags: isTagged ? ['person/ada-birch'] : [],
      quotes: [{ exact: `They said ${text.join(' ')}` }],
    }),
  );

type Step =
  | { do: 'write'; articles: ReadArticle[] }
  | { do: 'purge' | 'withdraw' | 'restore'; key: string }
  | { do: 'rename'; name: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      articles: fc.array(article, { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('purge' as const, 'withdraw' as const, 'restore' as const),
      key: fc.constantFrom(...keys),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      name: fc.constantFrom('Ada Finch', 'Ada Elm', 'Ada Birch'),
    }),
  },
);

/** Searches, and the vocabulary, of an archive. */
async function indexOf(path: string, archive: Archive) {
  const database = new Database(path, { readonly: true });
  const vocabulary = database
    .prepare('SELECT form, language, stem, articles FROM vocabulary ORDER BY form, language')
    .all();
  database.close();
  const found: Record<string, string[]> = {};
  for (const text of [...words, ...words.map((word) => `=${word}`), 'pol*', '"heron pier"', '東京']) {
    const headlines = await allHeadlines(archive, { filter: { search: searchFor(text) } });
    found[text] = headlines.toSorted();
    const quotes = await archive.reads.quotes({ search: searchFor(text), limit: 100, count: 'exact' });
    found[`${text} (quotes)`] = [String(quotes.total?.value)];
  }
  return { vocabulary, found };
}

/** Does a step, and notes what is public afterwards. */
async function perform(
  step: Step,
  archive: Archive,
  ids: Map<string, string>,
  known: Map<string, ReadArticle>,
) {
  switch (step.do) {
    case 'write': {
      const results = await archive.writes.writeArticles(step.articles);
      for (const [at, { id }] of results.entries()) {
        const written = step.articles[at];
        if (written === undefined) continue;
        ids.set(written.headline, id);
        known.set(id, written);
      }
      return;
    }
    case 'rename':
      return archive.writes.writeTags([sampleEntry('person/ada-birch', { name: step.name })]);
    default: {
      const id = ids.get(step.key);
      if (id !== undefined) await archive.writes[step.do]([id]);
    }
  }
}

/** Writes what is public in an archive to a new one, as a first import does. */
async function importAgain(archive: Archive, known: Map<string, ReadArticle>, path: string) {
  const copy = openSqliteArchive({ path });
  const page = await archive.reads.articles({
    ...{ filter: {}, sort: 'newest', form: 'card', limit: 100, count: 'none' },
  });
  const ids = page.items.map((item): string => JSON.parse(item).id);
  await copy.writes.writeArticles(ids.flatMap((id) => known.get(id) ?? []));
  return copy;
}

test('any writes, beside a rebuild or not, leave the index of a first import', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 10 }),
      fc.array(step, { maxLength: 10 }),
      fc.array(step, { maxLength: 4 }),
      async (before, meanwhile, after) => {
        const folder = mkdtempSync(join(tmpdir(), 'dateline-random-'));
        const path = join(folder, 'archive.db');
        const archive = openSqliteArchive({ path });
        const ids = new Map<string, string>();
        const known = new Map<string, ReadArticle>();
        const all = async (steps: Step[]) => {
          for (const each of steps) await perform(each, archive, ids, known);
        };
        const session = openSession({ path });
        const other = join(folder, 'import.db');
        let copy: Archive | undefined;
        try {
          await all(before);
          const left = [...meanwhile];
          await rebuildSearchIndex(
            session,
            { onProgress: () => all(left.splice(0, 3)) },
            { transactionMs: 0, pauseMs: 0, renewalMs: 0 },
          );
          await all([...left, ...after]);
          copy = await importAgain(archive, known, other);
          expect(await indexOf(path, archive)).toEqual(await indexOf(other, copy));
        } finally {
          session.close();
          await archive.close();
          await copy?.close();
          rmSync(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 40 },
  );
});
