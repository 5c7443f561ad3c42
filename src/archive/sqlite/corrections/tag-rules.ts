import { AuthorityEntry } from '../../../model/authority.ts';
import type { TagCorrection } from '../../../model/correction.ts';
import { nameOfSlug } from '../../../model/name-of-slug.ts';
import { ruledTag } from '../../../model/newsroom-words.ts';
import { isNewsroomTag, type TagId } from '../../../model/tag.ts';
import { builtInEntries } from '../../../model/vocabulary.ts';
import { tagSlug } from '../../../model/word-slug.ts';
import type { ArticleWriter } from '../articles/write-articles.ts';
import type { Connection } from '../connection.ts';
import { candidateTag } from '../tags/candidate-tag.ts';
import { createFormerTagSlugs, type FormerTagSlugs } from '../tags/former-tag-slugs.ts';
import { createTagRows, type TagRow } from '../tags/tag-rows.ts';
import { createRuleChecks, refuseContestedName } from './check-rules.ts';
import { correctedEntry } from './corrected-entry.ts';
import type { CorrectionRows, RuleUndo } from './correction-rows.ts';
import { createTagRetirement } from './retire-tag.ts';

export interface TagRuleParts {
  corrections: CorrectionRows;
  articles: ArticleWriter;
  writeTags: (entries: AuthorityEntry[]) => boolean;
}

/** Rules: corrections that rename, merge or drop a tag in all articles. */
export interface TagRules {
  /** Stores a rule and applies it. */
  add(correction: TagCorrection, editor: string, now: number): void;
  /** Withdraws a rule and renders its articles again with the remaining ones. Returns true if there was such a rule. */
  withdraw(number: number): boolean;
}

/** Creates the rules of a connection. */
export function createTagRules(
  connection: Connection,
  { corrections, articles, writeTags }: TagRuleParts,
): TagRules {
  const tags = createTagRows(connection);
  const formerSlugs = createFormerTagSlugs(connection);
  /** Updates the newsroom tags of articles. Renders those again that corrections of words may change. */
  const retagAll = (carriers: { key: number; id: string }[]): void => {
    articles.retag(carriers);
    const changesArticles = corrections.forAll().some(({ correction: { do: verb, tag } }) => {
      return verb === 'lead-tag' || (verb === 'drop-tag' && isNewsroomTag(tag));
    });
    articles.rewrite(carriers.filter(({ id }) => changesArticles || corrections.of(id).length > 0));
  };
  const { named, isInForce, isLedElsewhere, refuseNameInUse, refuseUnknownTopic } = createRuleChecks(
    tags,
    corrections,
  );
  const { retire, removeUnused } = createTagRetirement(connection, tags, { ...articles, retag: retagAll });

  const entryOf = (id: TagId): AuthorityEntry => {
    const entry = tags.entry(id);
    return entry ? AuthorityEntry.parse(JSON.parse(entry)) : (tags.described(id) ?? candidateTag(id));
  };
  const write = (entry: AuthorityEntry): void => {
    writeTags([entry]);
    tags.forget();
  };
  /** Returns the changes besides articles that a rule is about to make. */
  const undoFor = (correction: Exclude<TagCorrection, { do: 'keep-apart' }>): RuleUndo => {
    const row = tags.find(correction.tag);
    const described = entryOf(correction.tag);
    const entry = row ? { ...described, slug: row.slug, discovered: row.discovered } : described;
    const names = [entry.name, ...entry.aliases];
    const other = correction.do === 'merge-tags' ? entryOf(correction.into).aliases : names;
    return {
      entry,
      formerSlugs: row ? formerSlugs.of(row.key) : [],
      aliasesAdded: names.filter((name) => !other.includes(name)),
    };
  };
  const merge = (from: TagId, into: TagId): void => {
    // Merging into a tag that was merged or dropped restores that tag.
    for (const { number, correction } of corrections.forAll()) {
      if (correction.tag !== into) continue;
      if (correction.do === 'merge-tags' || correction.do === 'drop-tag') withdraw(number);
    }
    const old = tags.find(from);
    if (old && tags.entry(from)) {
      const { name, aliases } = entryOf(from);
      const entry = entryOf(into);
      write({ ...entry, discovered: false, aliases: [...new Set([...entry.aliases, name, ...aliases])] });
    }
    const target = tags.find(into) ?? tags.put(candidateTag(into, nameOfSlug(into)));
    if (old) formerSlugs.move(old.key, target.key);
    retire(from, isNewsroomTag(from) ? 'retag' : 'rewrite');
    const [type = '', slug = ''] = from.split('/');
    for (const former of new Set([slug, old?.slug ?? slug])) formerSlugs.put(type, former, target.key);
  };
  const rename = (id: TagId, name: string): void => {
    const entry = entryOf(id);
    const slug = tagSlug(id, name) || (tags.find(id)?.slug ?? entry.slug);
    const aliases = [...new Set([...entry.aliases, entry.name])].filter((alias) => alias !== name);
    write({ ...entry, name, aliases, slug, discovered: false });
  };
  const lead = (tag: TagId, into: TagId): void => {
    const known = new Set([into].filter((id) => tags.find(id) !== undefined));
    for (const entry of builtInEntries([into], known)) {
      if (tags.find(entry.id) === undefined) write(entry);
    }
    rewriteArticlesOf(tag);
  };
  /** Renders the articles again that print a newsroom tag, or a tag that rules lead there. */
  const rewriteArticlesOf = (tag: TagId): void => {
    const id =
      ruledTag(
        tag,
        corrections.forAll().map(({ correction }) => correction),
      ) ?? tag;
    const row = tags.find(named(id));
    if (row) articles.rewrite(tags.carriers(row.key));
    articles.rewrite(corrections.uncorrectedWith(tag).map((article) => ({ id: article })));
    tags.forget();
  };
  /** Updates the tags of the articles of a newsroom tag. */
  const retag = (id: TagId): void => {
    const row = tags.find(id);
    if (row) retagAll(tags.carriers(row.key));
    tags.forget();
  };
  /** Restores the tags of words that print a withdrawn name of a newsroom tag. */
  const giveBack = (id: TagId, slug: string, undo: RuleUndo | undefined): void => {
    const [type = ''] = id.split('/');
    const row = tags.find(id);
    if (row && !undo?.formerSlugs.includes(slug)) formerSlugs.remove(type, slug, row.key);
    retag(id);
    removeUnused(id);
    articles.rewrite(corrections.uncorrectedWith(`${type}/${slug}`).map((article) => ({ id: article })));
    tags.forget();
  };
  const withdraw = (number: number): boolean => {
    const rule = corrections.forAll().find((kept) => kept.number === number)?.correction;
    if (rule === undefined) return false;
    refuseContestedName(corrections.forAll().filter((kept) => kept.number !== number));
    const undo = corrections.undoOf(number);
    corrections.withdraw(null, number);
    tags.forget();
    if (rule.do === 'keep-apart') return true;
    if (rule.do === 'lead-tag') {
      articles.rewrite(corrections.uncorrectedWith(rule.tag).map((id) => ({ id })));
      tags.forget();
      return true;
    }
    if (rule.do === 'merge-tags' && undo && tags.entry(rule.into)) {
      const entry = entryOf(rule.into);
      write({ ...entry, aliases: entry.aliases.filter((alias) => !undo.aliasesAdded.includes(alias)) });
    }
    // A discovered tag is restored with the articles that name it.
    const stillRenamed = undo !== undefined && rebaseRules(corrections, number, undo.entry);
    const leadsElsewhere = isNewsroomTag(rule.tag) && isLedElsewhere(rule.tag);
    if (undo && (rule.do === 'rename-tag' || !undo.entry.discovered) && !leadsElsewhere) {
      write({ ...undo.entry, discovered: undo.entry.discovered && !stillRenamed });
    }
    if (rule.do === 'rename-tag') {
      if (isNewsroomTag(rule.tag)) giveBack(rule.tag, tagSlug(rule.tag, rule.name), undo);
      return true;
    }
    if (isNewsroomTag(rule.tag)) {
      // The tag and its slugs must be back before the words look for their tag.
      const restored = tags.find(rule.tag) ?? (undo && !leadsElsewhere ? tags.put(undo.entry) : undefined);
      const into = rule.do === 'merge-tags' ? tags.find(rule.into) : undefined;
      restoreSlugs(formerSlugs, undo, { id: rule.tag, restored, into });
      tags.forget();
    }
    if (rule.do === 'merge-tags' && isNewsroomTag(rule.tag)) retag(rule.into);
    articles.rewrite(corrections.uncorrectedWith(rule.tag).map((id) => ({ id })));
    tags.forget();
    const into = rule.do === 'merge-tags' ? tags.find(rule.into) : undefined;
    restoreSlugs(formerSlugs, undo, { id: rule.tag, restored: tags.find(rule.tag), into });
    if (isNewsroomTag(rule.tag)) removeUnused(rule.tag);
    return true;
  };

  return {
    add(given, editor, now) {
      tags.forget();
      if (given.do === 'keep-apart') {
        if (!isInForce(given)) corrections.add(null, given, editor, now);
        return;
      }
      const correction: Exclude<TagCorrection, { do: 'keep-apart' }> = { ...given, tag: named(given.tag) };
      if (correction.do === 'merge-tags') {
        correction.into = named(correction.into);
        // The singular and plural of a keyword are one tag already.
        if (correction.into === correction.tag) return;
      }
      if (isInForce(correction)) return;
      if (correction.do === 'rename-tag') refuseNameInUse(correction.tag, correction.name);
      if (correction.do === 'lead-tag') refuseUnknownTopic(correction.into);
      const undo = correction.do === 'lead-tag' ? undefined : undoFor(correction);
      corrections.add(null, correction, editor, now, undo);
      refuseContestedName(corrections.forAll());
      switch (correction.do) {
        case 'merge-tags':
          return merge(correction.tag, correction.into);
        case 'drop-tag':
          return retire(correction.tag, 'rewrite');
        case 'rename-tag':
          return rename(correction.tag, correction.name);
        case 'lead-tag':
          return lead(correction.tag, correction.into);
      }
    },
    withdraw,
  };
}

/** Lets later rules over a tag start from its entry before a rule. Returns true if it is still renamed. */
function rebaseRules(corrections: CorrectionRows, number: number, entry: AuthorityEntry): boolean {
  const later = corrections
    .forAll()
    .filter((rule) => rule.number > number && rule.correction.tag === entry.id);
  let before = entry;
  for (const rule of later) {
    const undo = corrections.undoOf(rule.number);
    if (undo) corrections.setUndo(rule.number, { ...undo, entry: before });
    if (rule.correction.do !== 'rename-tag') continue;
    before = { ...(correctedEntry(before, [rule]) ?? before), discovered: false };
  }
  return before !== entry;
}

/** Removes the redirects of a merged tag to the other tag, and redirects its former slugs to itself again. */
function restoreSlugs(
  formerSlugs: FormerTagSlugs,
  undo: RuleUndo | undefined,
  { id, restored, into }: { id: TagId; restored: TagRow | undefined; into: TagRow | undefined },
): void {
  const [type = '', slug = ''] = id.split('/');
  const former = undo?.formerSlugs ?? [];
  for (const each of new Set([slug, ...(undo ? [undo.entry.slug] : []), ...former])) {
    if (into) formerSlugs.remove(type, each, into.key);
    if (restored && each !== restored.slug && former.includes(each))
      formerSlugs.put(type, each, restored.key);
  }
}
