import { isNewsroom } from '../../fields/agency-names.ts';
import { opensByline } from '../../fields/byline-prefix.ts';
import { inNameCase } from '../../fields/name-case.ts';
import { readByline } from '../../fields/read-byline.ts';
import { wireRelease } from '../../release/wire-release.ts';
import { type AnpaHeader, readAnpaHeader, sectionOfCategory } from './anpa-header.ts';
import { readSentTime } from './sent-time.ts';
import type { WireStory } from './story.ts';
import { dayOfKilled, killOf, namesOtherTake, releaseWith, statedKills, versionOfTake } from './takes.ts';
import { isPhotoLine, wireBody } from './wire-body.ts';
import { linesOf, type WireMessage } from './wire-messages.ts';

/** A line that is a field of the head: it begins with `^`, or ends with `<` or `=`. */
const fieldLine = /^\s*\^|^\S.*[<=]\s*$/u;
const slugField = /^(?:\*\S+\s+\^?)?(?<slug>(?:BC|AM|PM|AP)-[^,<]{2,60})(?:,\s?(?<take>[^<]*))?/u;
const note = /^\(?(?:Eds|EDITOR['’]?S['’]? NOTE|Editors?(?:['’]s)? note)\b\s*[:_–—-]*\s*(?<note>.*?)\)?$/iu;

/** Reads the story of an ANPA 1312 message: slug, headline, notes and byline in field lines, and text. */
export function readAnpa(message: WireMessage): WireStory {
  const header = readAnpaHeader(message.header);
  const lines = linesOf(message.text).filter((line) => !isAnpaSentLine(line));
  // Paragraphs begin with a tab; what stands before them is the head. Alerts without one have no paragraphs either.
  const first = lines.findIndex((line) => /^[\t␈]/u.test(line) && !/^\t\s*$/.test(line));
  const plain = lines.findIndex((line) => line.trim() !== '' && !fieldLine.test(line));
  const bodyStart = first >= 0 ? first : plain >= 0 ? plain : Math.min(lines.length, 2);
  const sent = readSent(message);
  const story = readHead(lines.slice(0, bodyStart), header);
  const identity = identify(story, header, sent?.date ?? null);
  const body = wireBody(
    lines.slice(Math.min(bodyStart, story.length)).map((line) => asPrinted(line, header.isTable)),
    false,
  );
  const kill = killOf([
    ...statedKills(story.release),
    story.slugline ?? '',
    story.take,
    story.headline ?? '',
    ...body.pieces.map(({ text }) => text),
  ]);
  return {
    ...story,
    ...identity,
    key: kill?.slug && sent ? storyKey(kill.slug, dayOfKilled(kill.text, sent.date)) : identity.key,
    sent: sent?.printed ?? null,
    urgency: header.urgency,
    sections: [sectionOfCategory(header.category)].filter((section) => section !== null),
    credit: sent?.agency ?? body.credit,
    release: releaseWith(kill, [...story.release, ...body.release]),
    editorsNote: [...story.notes, ...body.notes].join('\n') || null,
    pieces: body.pieces,
  };
}

interface AnpaHead {
  slugline: string | null;
  take: string;
  headline: string | null;
  standfirst: string | null;
  byline: string | null;
  keywords: string[];
  notes: string[];
  release: WireStory['release'];
  /** Number of its lines. */
  length: number;
}

function readHead(lines: string[], header: AnpaHeader): AnpaHead {
  const head: AnpaHead = {
    ...{ slugline: header.slug, take: header.take, headline: null, standfirst: null, byline: null },
    ...{ keywords: [], notes: [], release: [], length: 0 },
  };
  for (const line of lines) {
    head.length++;
    const field = asPrinted(line.replace(/^\s*\^/, ''), false)
      .replace(/[\s<=]+$/u, '')
      .trim();
    const slug = head.headline === null ? slugField.exec(field)?.groups : undefined;
    const release = wireRelease(field);
    const noted = note.exec(field)?.groups?.note;
    if (field === '' || isPhotoLine(field)) continue;
    if (noted !== undefined && release) head.notes.push(noted.trim());
    if (slug?.slug !== undefined) {
      head.slugline = slug.slug.trim();
      head.take = header.take || slug.take?.replace(/,?\s?\d{1,4}$/, '').trim() || '';
      head.keywords = keywordsOf(head.slugline);
    } else if (release) head.release.push(release);
    else if (noted !== undefined) head.notes.push(noted.trim());
    else if (head.byline === null ? opensByline(field) : belongsToByline(field))
      head.byline = bylineWith(head.byline, field);
    else if (head.byline !== null) {
      // The head of a table follows the byline: "AMERICAN LEAGUE=".
      head.length--;
      break;
    } else if (head.headline === null) head.headline = field;
    else if (head.standfirst === null && /[.!?]["”’]?$/.test(field)) head.standfirst = field;
  }
  return head;
}

/** `Associated Press`, `AP Business Writer` */
function belongsToByline(field: string): boolean {
  return isNewsroom(field) || readByline(`Ann Lee, ${field}`)?.authors[0]?.role != null;
}

/** A byline goes on in the next field: `By ANN LEE=`, `AP Business Writer=`. */
function bylineWith(before: string | null, field: string): string {
  const named = field.replace(/\p{Lu}[\p{Lu}'’.-]+(?:\s\p{Lu}[\p{Lu}'’.-]*)+/gu, inNameCase);
  return before === null ? named : `${before}, ${named}`;
}

/** `BC-US--Harbor Bridge` → ["Harbor Bridge"] */
function keywordsOf(slug: string): string[] {
  const words = slug.replace(/^(?:BC|AM|PM|AP)-+/, '').replace(/^[A-Z]{2,3}--/, '');
  return words === '' ? [] : [words];
}

/**
 * Identifies a story by slug and day, since each take has a number of its own and numbers come again each day.
 * Write-throughs replace the story; other takes (`1st Add`) stand beside it.
 */
function identify(
  story: AnpaHead,
  header: AnpaHeader,
  date: string | null,
): { key: string | null; version: number | null } {
  const slug = header.slug ?? story.slugline;
  if (slug === null || date === null) return { key: null, version: null };
  const beside = namesOtherTake(story.take) ? `#${story.take.toLowerCase().replace(/\s+/g, '')}` : '';
  return { key: `${storyKey(slug, date)}${beside}`, version: versionOfTake(story.take) };
}

/** The header cuts the slug and leaves out its spaces, so names of stories are compared without spaces and shortened. */
function storyKey(slug: string, date: string): string {
  const words = slug.replace(/\s+/g, '').toLowerCase().slice(0, 24);
  return `anpa:${date}:${words}`;
}

const sentLine =
  /(?<agency>[A-Z]{2,5})-(?<desk>[A-Z]{2,4})-(?<month>\d\d?)-(?<day>\d\d?)-(?<year>\d{2,4})\s+(?<hour>\d{2}):?(?<minute>\d{2})\s?(?<zone>[A-Z]{2,4})?/;

/** The same without an agency: `11-26-24 1430EST`. */
const plainSentLine =
  /^\s*(?<month>0?[1-9]|1[0-2])-(?<day>\d\d?)-(?<year>\d{2,4})\s+(?<hour>\d{2}):?(?<minute>\d{2})\s?(?<zone>[A-Z]{2,4})?\s*[<␄]?\s*$/u;

/** Reads the time of transmission after the text: `AP-WF-11-26-24 1430GMT`. The month comes first. */
function readSent({
  text,
  trailer,
}: WireMessage): { agency: string | null; date: string; printed: string } | undefined {
  const groups = (
    sentLine.exec(trailer) ??
    sentLine.exec(text.slice(-200)) ??
    plainSentLine.exec(trailer.slice(0, 60))
  )?.groups;
  if (!groups) {
    const other = readSentTime(trailer);
    return other && { agency: null, ...other };
  }
  const { agency = null, month = '', day = '', year = '', hour, minute, zone } = groups;
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { agency, date, printed: `${date} ${hour}:${minute}${zone ? ` ${zone}` : ''}` };
}

/** True for the line of the time, which stands in the text of messages without control characters. */
function isAnpaSentLine(line: string): boolean {
  return (
    line.length < 60 &&
    /^\s*[A-Z]{2,5}-[A-Z]{2,4}-\d\d?-\d\d?-\d{2,4}\s+\d{2}:?\d{2}\s?[A-Z]{0,4}<?$/.test(line)
  );
}

/** Replaces what seven bits cannot write: quotation marks, dashes, and the signs of columns. */
function asPrinted(line: string, isTable: boolean): string {
  const isRow = isTable || line.startsWith('␈');
  const text = line.replace(/``/g, '“').replace(/''/g, '”').replace(/`/g, "'").replace(/ _ /g, ' — ');
  if (!isRow) return text.replace(/[␐␞␟]+/g, ' ');
  return text
    .replace(/^\t?␈?\s*;?/u, '\t')
    .replace(/␐/g, ' ')
    .replace(/[␞␟]+(?:\s*[␞␟]+)*|;/g, ' | ')
    .replace(/(?<=\d)\{/g, '½')
    .replace(/ {2,}/g, ' ');
}
