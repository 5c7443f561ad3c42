import { contestedName, tagOfName } from '../../../model/contested-name.ts';
import type { StoredCorrection, TagCorrection } from '../../../model/correction.ts';
import { isSameTag, ruledTags } from '../../../model/newsroom-words.ts';
import { otherNumbers } from '../../../model/plurals.ts';
import { isNewsroomTag, TagId } from '../../../model/tag.ts';
import { builtInEntries } from '../../../model/vocabulary.ts';
import { CorrectionRefused } from '../../correction-refused.ts';
import type { TagRows } from '../tags/tag-rows.ts';
import type { CorrectionRows } from './correction-rows.ts';

/** Creates the functions that compare a correction of a tag with the tags and corrections that there are. */
export function createRuleChecks(tags: TagRows, corrections: CorrectionRows) {
  /** Returns the id of the newsroom tag that has an id, a slug, or a keyword in its other number. */
  const named = (id: TagId): TagId => {
    if (!isNewsroomTag(id) || tags.find(id)) return id;
    const [type = '', slug = ''] = id.split('/');
    const found = [slug, ...(type === 'keyword' ? otherNumbers(slug) : [])].map(
      (each) => tags.find(`${type}/${each}`)?.id ?? tags.holder(type, each),
    );
    return TagId.parse(found.find((each) => each !== undefined) ?? id);
  };

  /** True if an equal correction is in force, and no later one replaced it. */
  const isInForce = (correction: TagCorrection): boolean => {
    if (correction.do === 'keep-apart') {
      const pair = [correction.tag, correction.from];
      return corrections.forAll().some(({ correction: each }) => {
        return each.do === 'keep-apart' && pair.includes(each.tag) && pair.includes(each.from);
      });
    }
    const ofTag = corrections.forAll().filter((each) => each.correction.tag === correction.tag);
    const leads = correction.do === 'lead-tag';
    const alike = ofTag.filter(({ correction: { do: verb } }) => {
      return verb !== 'keep-apart' && (verb === 'lead-tag') === leads;
    });
    const json = JSON.stringify(correction);
    return (leads ? alike : alike.slice(-1)).some((each) => JSON.stringify(each.correction) === json);
  };
  /** True if rules lead the words of a newsroom tag to another tag. */
  const isLedElsewhere = (tag: TagId): boolean => {
    const id = ruledTags(
      tag,
      corrections.forAll().map(({ correction }) => correction),
    ).at(-1);
    return id !== undefined && !isSameTag(id, tag);
  };
  /** Throws CorrectionRefused if another keyword, section or author has a name. */
  const refuseNameInUse = (tag: TagId, name: string): void => {
    const word = isNewsroomTag(tag) ? tagOfName(tag, name) : undefined;
    const holder = word === undefined ? undefined : named(word);
    if (holder === undefined || holder === tag || tags.find(holder) === undefined) return;
    throw new CorrectionRefused(
      `${tag} cannot be renamed to "${name}", because ${holder} has this name: merge them instead`,
    );
  };
  /** Throws CorrectionRefused if a topic is neither in the archive nor in the IPTC Media Topics. */
  const refuseUnknownTopic = (topic: TagId): void => {
    if (tags.find(topic) !== undefined || builtInEntries([topic], new Set()).length > 0) return;
    throw new CorrectionRefused(
      `${topic} is no topic of this archive or of the IPTC Media Topics: choose one, or add it to the authority file`,
    );
  };
  return { named, isInForce, isLedElsewhere, refuseNameInUse, refuseUnknownTopic };
}

/** Throws CorrectionRefused if the rules give a tag a name whose words belong to another tag. */
export function refuseContestedName(rules: StoredCorrection<TagCorrection>[]): void {
  const contested = contestedName(rules);
  if (contested === undefined) return;
  const { rule, name, holder } = contested;
  throw new CorrectionRefused(
    `${rule.correction.tag} cannot be called "${name}" (correction ${rule.number}), because these words ${
      holder ? `belong to ${holder}` : 'are hidden'
    } by other corrections: withdraw one of them first`,
  );
}
