import type { Instant } from '../../model/instant.ts';
import { secondsOf } from '../../model/instant.ts';
import { monthOf } from '../fields/month-names.ts';
import { readDate } from '../fields/read-date.ts';
import { wireReleaseFields } from './release-fields.ts';
import type { ReleaseField } from './release-statements.ts';

/** Longer lines are paragraphs. */
const maxLength = 240;

const worthReading = /embarg|sperrfrist|release|hold|kill|publi|use|story/i;
/** Mark of a note to editors, which may state an embargo. */
const noteMark = /^\W*(?:eds|editors?(?:['’]s)?(?:\snotes?)?|advisory)\b\s*[:_–—-]+\s*/i;
const embargo =
  /^\W*(?:achtung\W+)?sperrfrist\b|^\W*(?:sous\s+)?embargo\s+jusqu|^\W*embargad[oa]\s+hasta\b|^\W*(?:(?:strict(?:ly)?|under|news)\s+)*embargo(?:ed)?\b|\b(?:is|are|remains?)\s+(?:strictly\s+)?embargoed\s+until\b/i;
const notBefore =
  /^\W*(?:strictly\s+)?(?:not|no)\s+(?:for|to\s+be)\s+(?:released?|publication|published|used?|broadcast)\b.*\b(?:before|until|till|prior\s+to)\b/i;
const hold =
  /^\W*(?:hold\s+(?:for\s+release|until)|withhold\s+(?:until|till?|for|from|pending|publication|release))\b/i;
/**
 * A mark without a date, which counts only in capitals. Press releases of companies name countries: `NOT FOR RELEASE,
 * PUBLICATION OR DISTRIBUTION IN THE UNITED STATES`.
 */
const notForRelease =
  /^\W*(?:NOT\s+(?:YET\s+)?FOR\s+(?:PUBLICATION|RELEASE|BROADCAST|USE)|DO\s+NOT\s+(?:PUBLISH|RELEASE|USE)|(?:WITH)?HOLD(?:\s+FOR\s+(?:LATER\s+)?RELEASE)?)(?:\s+(?:YET|THIS|STORY|UNTIL FURTHER NOTICE))*(?=\s*(?:[^\w\s,]|$))/;
const forRelease = /^\W*for\s+(?:release|publication)\b(?!.*\bimmediate)/i;
const lifted = /\b(?:lifted|expired|none|no embargo|has passed|not embargoed)\b/i;
const kill =
  /^\W*(?:(?:MANDATORY|URGENT|BULLETIN|EDITORS|ATTENTION|NOTICE|STORY|NEWS|ADVISORY)\W+)*KILL(?:ED)?(?:\W+(?:KILL|NOTICE|ADVISORY|STORY|MANDATORY))*\W*$|^\W*(?:MANDATORY|BULLETIN) KILL\b|^\W*STORY (?:KILLED|REMOVED|WITHDRAWN)\b|^\W*(?:EDITORS|ATTENTION)\b[^.]{0,80}\bKILL\b/;

/** Reads a line of wire copy about its publication: an embargo, or the head of a kill notice. Undefined for other lines. */
// "EMBARGOED UNTIL 0001 GMT NOV 3, 2030" → { name: "EMBARGOED UNTIL", means: "embargo", value: the line }
export function wireRelease(line: string): ReleaseField | undefined {
  if (line.length > maxLength || !worthReading.test(line)) return undefined;
  if (kill.test(line)) return field('MANDATORY KILL', line);
  const name = nameOf(line.replace(noteMark, ''));
  if (name === undefined || lifted.test(line)) return undefined;
  return field(name, line);
}

function nameOf(line: string): keyof typeof wireReleaseFields | undefined {
  if (notBefore.test(line) || notForRelease.test(line)) return 'NOT FOR RELEASE BEFORE';
  const isForRelease = forRelease.test(line);
  const name = hold.test(line) ? 'HOLD FOR RELEASE' : embargo.test(line) ? 'EMBARGOED UNTIL' : undefined;
  // Most lines end here, and dates take the most time.
  if (!isForRelease && name === undefined) return undefined;
  const isDated = dateIn(line) !== undefined || withYear(line, 2000) !== line;
  if (isForRelease) return isDated ? 'HOLD FOR RELEASE' : undefined;
  // Sentences begin with these words, too: "Embargoed goods were seized."
  const isShouted = !/\p{Ll}{3}/u.test(line);
  const isLabel = /^[^.]{0,60}:/.test(line) || /^\W*(?:strictly |under )*embargo(?:ed)?\W*$/i.test(line);
  return isDated || isShouted || isLabel ? name : undefined;
}

/**
 * Returns the embargoes with a date that lines state. Formats with fields of their own for embargoes print them in notes
 * to editors and above the text, too.
 */
export function printedEmbargoes(lines: readonly string[]): ReleaseField[] {
  return lines.flatMap((line) => {
    const stated = wireRelease(line.trim());
    return stated?.means === 'embargo' && isLimit.test(line) && dateIn(stated.value) ? [stated] : [];
  });
}

/** Words before the end of an embargo, which a sentence such as "Embargoed goods were seized on 6 March" has not. */
const isLimit = /\b(?:until|till?|before|after|release|bis|jusqu|hasta|até|fino|tot)\b|:|sperrfrist/i;

/**
 * Returns what lines state, with the years of their dates (see `withYearOf`). A mark without a date counts only if no
 * line has one. Kills always count.
 */
// ["EMBARGOED: Port opens", "EMBARGOED UNTIL 10 JULY 2031"] → ["EMBARGOED UNTIL 10 JULY 2031"]
export function statedReleases(fields: readonly ReleaseField[], written: Instant | null): ReleaseField[] {
  const dated = fields.map((field) => withYearOf(field, written));
  const hasDate = ({ means, value, date }: ReleaseField) =>
    means === 'embargo' && dateIn(date ?? value) !== undefined;
  return dated.some(hasDate) ? dated.filter((field) => field.means !== 'embargo' || hasDate(field)) : dated;
}

/**
 * Adds the year to the date of an embargo that has none. It is the first such day that is not long before `written`, the
 * time at which the copy was written.
 */
function withYearOf(release: ReleaseField, written: Instant | null): ReleaseField {
  if (written === null || dateIn(release.value)) return release;
  const year = Number(written.slice(0, 4));
  for (const each of [year, year + 1]) {
    const date = withYear(release.value, each);
    const instant = dateIn(date)?.instant;
    if (instant !== undefined && secondsOf(instant) > secondsOf(written) - 7 * 86_400)
      return { ...release, date };
  }
  return release;
}

function dateIn(text: string) {
  return readDate(text, { timeZone: 'UTC', order: 'day-first', farAhead: true });
}

const monthDay =
  /(?<name>\p{L}{3,14})\.?\s{0,2}\d{1,2}(?:st|nd|rd|th)?(?![\d:])|(?<![\d:])\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?(?<after>\p{L}{3,14})/giu;

/** `0001 GMT NOV 3`, 2030 → `0001 GMT NOV 3, 2030` */
function withYear(text: string, year: number): string {
  return text.replace(monthDay, (...found) => {
    const [all] = found;
    const { name, after } = found.at(-1);
    return monthOf(name ?? after ?? '') === undefined
      ? all
      : `${all.replace(/(?<=\d)(?:st|nd|rd|th)\b/i, '')}, ${year}`;
  });
}

function field(name: keyof typeof wireReleaseFields, value: string): ReleaseField {
  return { name, means: wireReleaseFields[name], value };
}
