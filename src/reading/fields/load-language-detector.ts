import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld } from 'eld/small';

/** The part of eld that is used. */
export type LanguageDetector = Pick<typeof eld, 'detect'>;

/** Entries of eld that are not public: its detector without tables. */
interface Internals {
  createEld(): {
    instance: LanguageDetector;
    loadData(data: { type: string; languages: Record<number, string>; ngrams: object }): void;
  };
}

/**
 * Loads eld with its small tables. As a module, the tables take a hundred megabytes in each thread, because 60,000 objects
 * are made of them. Here they stay one text, and an object is made of an entry when it is looked up.
 */
export function loadLanguageDetector(): LanguageDetector {
  const entry = new URL(import.meta.resolve('eld/small'));
  // Readers are synchronous, so import() is not an option.
  const internals: Internals = createRequire(import.meta.url)(
    fileURLToPath(new URL('../languageDetector.js', entry)),
  );
  const { instance, loadData } = internals.createEld();
  loadData(readTables(readFileSync(new URL('../ngrams/small.js', entry), 'utf8')));
  return instance;
}

/** Reads the tables, which are one object literal: `{type:'S60',languages:{0:'am',…},…,ngrams:{' Lé':{0:176},…}}`. */
function readTables(source: string): Parameters<ReturnType<Internals['createEld']>['loadData']>[0] {
  const begin = source.indexOf('ngrams:{');
  if (begin < 0) throw new Error('the tables of eld have another form');
  const head = source.slice(0, begin);
  const languages = [...head.matchAll(/(\d+):'([a-z]+)'/g)].map(([, id, code = '']) => [Number(id), code]);
  const entries = new Map<string, string>();
  for (const [, quoted, bare, scores = ''] of source
    .slice(begin + 'ngrams:{'.length)
    .matchAll(/(?:'((?:[^'\\]|\\.)*)'|([^':{},]+)):\{([\d:,]*)\}/g)) {
    entries.set(quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1'), scores);
  }
  const ngrams = new Proxy(
    {},
    { get: (_, ngram) => (typeof ngram === 'string' ? scoresOf(entries.get(ngram)) : undefined) },
  );
  return {
    type: /type:'(\w+)'/.exec(head)?.[1] ?? '',
    languages: Object.fromEntries(languages),
    ngrams,
  };
}

/** Parses the scores of an entry by language: `11:58,34:2` → { 11: 58, 34: 2 }. */
function scoresOf(entry: string | undefined): Record<string, number> | undefined {
  if (entry === undefined) return undefined;
  const scores: Record<string, number> = {};
  for (const score of entry.split(',')) {
    const colon = score.indexOf(':');
    scores[score.slice(0, colon)] = Number(score.slice(colon + 1));
  }
  return scores;
}
