import { monthOf } from '../../fields/month-names.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import { wireRelease } from '../../release/wire-release.ts';

const ordinal = /(?<number>\d{1,2})\s?(?:st|nd|rd|th)\s?(?:ld|lead)/i;
const replaces = /write-?thru|writethrough|\bnl\b|new lead|refile/i;

/**
 * Returns the number of the version of a take that replaces the story: 1 for the first, 2 for `1st Ld-Writethru`. Null for
 * takes that stand beside it or take it back.
 */
export function versionOfTake(take: string): number | null {
  if (take === '') return 1;
  if (namesOtherTake(take) || isKillTake(take)) return null;
  return Number(ordinal.exec(take)?.groups?.number ?? 1) + 1;
}

/** True for a take that is only a part of the story or about it: `1st Add`, `1st Ld`, `Insert`, `Correction`. */
export function namesOtherTake(take: string): boolean {
  return take !== '' && !replaces.test(take) && !isKillTake(take);
}

function isKillTake(take: string): boolean {
  return /\bKILL\b|\bSTORY REMOVED\b/i.test(take);
}

const killLine =
  /^\W*(?:(?:MANDATORY|BULLETIN|URGENT|EDITORS|ADVISORY|STORY|ACHTUNG|AVIS)\W+)*(?:KILL(?:ED)?|STORY (?:KILLED|REMOVED|WITHDRAWN)|WITHDRAWN|STORNO|STORNIERUNG|ZURÜCKGEZOGEN|MELDUNG ZURÜCKGEZOGEN|ANNULATION|ANNULE|ANNULÉ|ANULADA|ANULACIÓN|ANNULLAMENTO|ANNULLARE)(?=\W|$)/u;
const killedStory =
  /\b(?:slugged|headlined|slug(?:line)?:?|Kill|kill the story)\s+["“'‘]?(?<slug>(?:BC|AM|PM|AP)-[\w-]+(?:\.[\w-]+)*(?:[ -][A-Z][\w-]*){0,4})/u;
const killedNumber = /\b(?<service>[A-Za-z]{2,5})\s?(?<number>\d{3,5})\b/gu;

/** Notice that takes a story back, and what it says about which one. */
export interface KillNotice {
  release: ReleaseField;
  text: string;
  /** Slug of the story, if the notice names it. */
  slug: string | null;
  /** Services and numbers of messages that the notice names. */
  numbers: { service: string; number: string }[];
}

/** Reads the lines of a message that takes a story back. Undefined for other messages. */
export function killOf(lines: string[]): KillNotice | undefined {
  const head = lines.slice(0, 5);
  const line = head.find((text) => text.length <= 160 && (isKillTake(text) || killLine.test(text)));
  const release = lines.map(wireRelease).find((field) => field?.means === 'withdrawn');
  // "Judge in kill case" is no notice: the word stands in capitals, or is the whole take.
  if (!release && !(line && (killLine.test(line) || /^\W*(?:STORY REMOVED|KILL)/.test(line))))
    return undefined;
  const text = lines.join('\n').slice(0, 2000);
  return {
    release: release ?? { name: 'MANDATORY KILL', means: 'withdrawn', value: (line ?? '').trim() },
    text,
    slug: killedStory.exec(text)?.groups?.slug?.replace(/[.,]$/, '') ?? null,
    numbers: [...text.matchAll(killedNumber)].map(({ groups }) => ({
      service: groups?.service ?? '',
      number: groups?.number ?? '',
    })),
  };
}

/** Returns the lines among these statements that take a story back. */
export function statedKills(release: ReleaseField[]): string[] {
  return release.filter(({ means }) => means === 'withdrawn').map(({ value }) => value);
}

/** Adds the statement of a kill notice to those of a message, unless one of them is such already. */
export function releaseWith(kill: KillNotice | undefined, stated: ReleaseField[]): ReleaseField[] {
  return kill === undefined || statedKills(stated).length > 0 ? stated : [...stated, kill.release];
}

const dayNamed =
  /(?<![\p{L}\d])(?:(?<before>\p{L}{3,10})\.?\s(?<day>\d{1,2})|(?<number>\d{1,2})\.?\s(?:de\s)?(?<after>\p{L}{3,10}))(?![\p{L}\d])/gu;

/** Returns the day that a kill names, with the year that puts it before `sent`; `sent` if it names none. */
// "which moved Tuesday, Nov. 26", "2024-11-28" → "2024-11-26"
export function dayOfKilled(text: string, sent: string): string {
  for (const { groups = {} } of text.matchAll(dayNamed)) {
    const month = monthOf(groups.before ?? groups.after ?? '');
    const day = Number(groups.day ?? groups.number);
    if (month === undefined || day < 1 || day > 31) continue;
    const of = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const year = Number(sent.slice(0, 4));
    return of(year) <= sent ? of(year) : of(year - 1);
  }
  return sent;
}
