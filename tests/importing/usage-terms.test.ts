import { expect, test } from 'vitest';
import { createUnrenderedReader } from '../../src/importing/read-articles.ts';

const nothing = { mentions: [], quotes: [], inferredTopics: [], discovered: [] };

function outcomesOf(item: object, respectUsageTerms: boolean) {
  const settings = { source: null, timeZone: 'UTC', language: 'en', map: {}, respectUsageTerms };
  const read = createUnrenderedReader(() => nothing, {
    ...{ settings, format: null, importedAt: '2026-11-24T08:00:00Z' },
  });
  return [...read({ path: 'export.ndjson', bytes: Buffer.from(JSON.stringify(item)) })];
}

const item = {
  ...{ id: 'a', url: null, headline: 'Harbour opens', standfirst: null, byline: null, authors: [] },
  ...{ dateline: null, credit: null, source: null, language: 'en', updatedAt: null, crawledAt: null },
  publishedAt: '2024-11-03T10:00:00Z',
  publication: { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' },
  ...{ images: [], keywords: [], summaryOnly: false, warnings: [], revision: 1 },
  ...{ contentHash: 'x', storedAt: '2024-11-03T10:00:00Z' },
  body: {
    text: 'The harbour opened.',
    blocks: [{ kind: 'paragraph', level: null, start: 0, end: 19 }],
  },
};
const limited = { rights: { holder: null, notice: null, usageTerms: 'Not for use after 30 days.' } };
const free = { rights: { holder: 'Gazette', notice: null, usageTerms: 'Editorial use only.' } };

test('terms that limit archiving add a warning, once', () => {
  const warnings = [{ code: 'usage-terms', message: 'Known.' }];
  for (const each of [limited, { ...limited, warnings }]) {
    const [outcome] = outcomesOf({ ...item, ...each }, false);
    expect(outcome).toMatchObject({ kind: 'article', article: { warnings: [{ code: 'usage-terms' }] } });
  }
});

test('an import that respects usage terms rejects the document by name', () => {
  const [outcome] = outcomesOf({ ...item, ...limited }, true);
  expect(outcome).toMatchObject({
    kind: 'reject',
    reject: { reason: expect.stringContaining('"Not for use after 30 days."') },
  });
});

test('other terms do neither', () => {
  const [outcome] = outcomesOf({ ...item, ...free }, true);
  expect(outcome).toMatchObject({ kind: 'article', article: { warnings: [] } });
});
