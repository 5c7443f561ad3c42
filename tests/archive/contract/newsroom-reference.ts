import type { ArticleCorrection, TagCorrection } from '../../../src/model/correction.ts';
import { wordSlug } from '../../../src/model/word-slug.ts';
import type { Sample } from '../sample-articles.ts';

/** Plurals of the keywords in the test, spelled out so that the reference does not share the archive's rule. */
const singulars: Record<string, string> = { grants: 'grant', agencies: 'agency' };

/** The id with the singular, by which the reference compares keywords. */
export function canonical(id: string): string {
  const [type = '', slug = ''] = id.split('/');
  return type === 'keyword' ? `${type}/${singulars[slug] ?? slug}` : id;
}

/** What the reference knows of an article: what it prints, and the corrections of editors. */
export interface Known {
  sample: Sample;
  publishedAt: string;
  own: ArticleCorrection[];
}

/** The tag of a word after the rules, or undefined if it is hidden. */
export function tagOf(word: string, rules: TagCorrection[]): string | undefined {
  let id = canonical(word);
  for (const rule of rules) {
    const tag = canonical(rule.tag);
    if (rule.do === 'rename-tag' && id === canonical(`${tag.split('/')[0]}/${wordSlug(rule.name)}`)) id = tag;
    if (rule.do === 'merge-tags' && id === tag) id = canonical(rule.into);
    if (rule.do === 'drop-tag' && id === tag) return undefined;
  }
  return id;
}

/** The tags that a word was led to on its way, hidden or not. */
function pathOf(word: string, rules: TagCorrection[]): string[] {
  const path = rules
    .filter((rule) => rule.do !== 'drop-tag')
    .map((_, index, shown) => tagOf(word, shown.slice(0, index + 1)) ?? '');
  return [canonical(word), ...path];
}

function idOf(word: string): string {
  const [type = '', printed = ''] = word.split('/');
  return `${type}/${wordSlug(printed)}`;
}

/** The words of an article that are left after its own corrections, as `keyword/Open Data`. */
function ownWords({ sample, own }: Known, rules: TagCorrection[]): string[] {
  let words = [
    ...(sample.keywords ?? []).map((each) => `keyword/${each}`),
    ...(sample.sections ?? []).map((each) => `section/${each}`),
    ...(sample.authors ?? []).map((each) => `author/${each}`),
  ];
  for (const correction of own) {
    if (correction.do === 'add-tag' && !words.some((word) => idOf(word) === correction.tag)) {
      words = [...words, `${correction.tag.split('/')[0]}/${correction.name}`];
    }
    if (correction.do === 'remove-tag') {
      const tag = canonical(correction.tag);
      words = words.filter((word) => canonical(idOf(word)) !== tag && tagOf(idOf(word), rules) !== tag);
    }
  }
  return words;
}

/** The same without those that rules hide. */
export function wordsOf(article: Known, rules: TagCorrection[]): string[] {
  return ownWords(article, rules).filter((word) => tagOf(idOf(word), rules) !== undefined);
}

/** The topics that the words of an article lead to, except those that an editor removed from it. */
export function topicsOf(article: Known, rules: TagCorrection[]): Set<string> {
  const words = ownWords(article, rules);
  const removed = article.own.flatMap((each) => (each.do === 'remove-tag' ? each.tag : []));
  const led = rules.flatMap((rule) => {
    if (rule.do !== 'lead-tag' || removed.includes(rule.into)) return [];
    const tag = canonical(rule.tag);
    return words.some((word) => pathOf(idOf(word), rules).includes(tag)) ? [rule.into] : [];
  });
  return new Set(led);
}
