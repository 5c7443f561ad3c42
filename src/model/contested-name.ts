import type { StoredCorrection, TagCorrection } from './correction.ts';
import { isSameTag, ruledTag } from './newsroom-words.ts';
import { isNewsroomTag, type TagId } from './tag.ts';
import { tagSlug } from './word-slug.ts';

/** A name that a rule gives to a keyword, section or author, but whose words belong to another tag. */
export interface ContestedName {
  rule: StoredCorrection<TagCorrection>;
  name: string;
  /** Tag of the words that print the name; undefined if they are hidden. */
  holder: TagId | undefined;
}

/** Finds the first rename whose new name belongs to another tag by other rules. */
export function contestedName(rules: StoredCorrection<TagCorrection>[]): ContestedName | undefined {
  const corrections = rules.map(({ correction }) => correction);
  for (const rule of rules) {
    if (rule.correction.do !== 'rename-tag' || !isNewsroomTag(rule.correction.tag)) continue;
    const { tag, name } = rule.correction;
    const word = tagOfName(tag, name);
    if (word === undefined) continue;
    const holder = ruledTag(word, corrections);
    const own = ruledTag(tag, corrections);
    const agree = holder === undefined || own === undefined ? holder === own : isSameTag(holder, own);
    if (!agree) return { rule, name, holder };
  }
  return undefined;
}

/** Returns the id of the words that print a name, in the type of a tag; undefined if the name has no slug. */
export function tagOfName(tag: TagId, name: string): TagId | undefined {
  const slug = tagSlug(tag, name);
  return slug === '' ? undefined : `${tag.slice(0, tag.indexOf('/'))}/${slug}`;
}
