import type { ArticleCard } from './article.ts';
import { type Authorship, authorNames } from './author-names.ts';
import type { ArticleCorrection, TagCorrection } from './correction.ts';
import { isSameKeyword } from './plurals.ts';
import type { NewsroomTagType, TagId } from './tag.ts';
import { wordSlug } from './word-slug.ts';

/** A keyword, section or author of an article. `id` is the tag it stands for, unless editors or plurals lead elsewhere. */
export interface NewsroomWord {
  id: TagId;
  printed: string;
  /** True for an agency or desk among the authors. */
  isAgency?: true;
}

/** Fields of an article that print the newsroom's own words. */
export type NewsroomFields = Pick<ArticleCard, 'keywords'> & Authorship & { sections?: string[] | undefined };

/** Returns the newsroom's words of an article, each once. */
export function newsroomWords(article: NewsroomFields): NewsroomWord[] {
  const words = new Map<string, NewsroomWord>();
  const agencies = new Set(article.authors.filter(({ kind }) => kind === 'agency').map(({ name }) => name));
  const add = (type: NewsroomTagType, printed: string) => {
    const id = wordTag(type, printed);
    if (id === undefined) return;
    const isAgency = type === 'author' && agencies.has(printed);
    words.set(`${type} ${printed}`, { id, printed, ...(isAgency && { isAgency }) });
  };
  for (const keyword of article.keywords) add('keyword', keyword);
  for (const section of article.sections ?? []) add('section', section);
  for (const author of authorNames(article)) add('author', author);
  return [...words.values()];
}

/** Returns the tag that a printed word stands for; undefined if it has no letters or digits. */
export function wordTag(type: NewsroomTagType, printed: string): TagId | undefined {
  const slug = wordSlug(printed);
  return slug === '' ? undefined : `${type}/${slug}`;
}

/** Applies the rules of editors to the tag of a word, in their order. Returns undefined if they dropped it. */
export function ruledTag(
  word: TagId,
  rules: readonly (ArticleCorrection | TagCorrection)[],
): TagId | undefined {
  let id: TagId = word;
  for (const rule of rules) {
    if (rule.do === 'rename-tag' && isSameTag(id, `${typeOf(rule.tag)}/${wordSlug(rule.name)}`))
      id = rule.tag;
    if (rule.do === 'merge-tags' && isSameTag(id, rule.tag)) id = rule.into;
    if (rule.do === 'drop-tag' && isSameTag(id, rule.tag)) return undefined;
  }
  return id;
}

/**
 * Returns the tag of a word and those that the rules of editors lead it to, in their order. Words that were dropped have
 * them, too.
 */
export function ruledTags(word: TagId, rules: readonly (ArticleCorrection | TagCorrection)[]): TagId[] {
  const ids = [word];
  for (const rule of rules) {
    const id = ruledTag(ids.at(-1) ?? word, rule.do === 'drop-tag' ? [] : [rule]);
    if (id !== undefined && id !== ids.at(-1)) ids.push(id);
  }
  return ids;
}

/** True if the ids of two newsroom tags mean one tag: they are equal, or the singular and plural of a keyword. */
export function isSameTag(one: TagId, other: TagId): boolean {
  if (one === other) return true;
  if (!one.startsWith('keyword/') || !other.startsWith('keyword/')) return false;
  return isSameKeyword(one.slice('keyword/'.length), other.slice('keyword/'.length));
}

function typeOf(id: TagId): string {
  return id.slice(0, id.indexOf('/'));
}
