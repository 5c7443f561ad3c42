import { isAgency } from '../../fields/agency-names.ts';
import { opensByline } from '../../fields/byline-prefix.ts';
import { inNameCase } from '../../fields/name-case.ts';
import { wireRelease } from '../../release/wire-release.ts';
import { sectionOfCategory, subjectOfCategory } from './iptc-categories.ts';
import { isSentLine, readSentTime } from './sent-time.ts';
import type { WireStory } from './story.ts';
import { dayOfKilled, killOf, releaseWith, statedKills } from './takes.ts';
import { isPhotoLine, wireBody } from './wire-body.ts';
import { linesOf, type WireMessage } from './wire-messages.ts';

const headerLine =
  /^\s*(?<service>[a-z][a-z-]{1,5})\s?(?<number>\d{3,6})\s+(?<priority>[1-9a-z])\s+(?<category>[\p{L}.]{1,5})(?:\s+(?<words>\d{1,5}))?(?<rest>(?:\s.*)?)$/iu;
/** Number of the story and of its version: `170123-89-00065#2`. */
const storyNumber = /(?<story>\d{6}-\d{2}-\d{5,6})(?:[#/_](?<version>\d{1,3}))?/;
/** Words above the headline that say what kind of take it is: `EXTRA`, `1ST LEAD`, `(Achtung)`. */
const takeLine = /^(?:\([^()]{2,80}\)|[\p{Lu}\d][\p{Lu}\d .,:/-]{1,30})$/u;
/** Keywords above the headline, where the header has none: `Wien/Handel/Konjunktur`. */
const slugLine = /^[\p{L}\d.&-]{2,30}(?:\/[\p{L}\d.&-]{2,30})+\/?$/u;
const endsWithDash = /\s-$/;
const endOfHead = /\s?=$/;
/** Maximum number of lines of a head. */
const maxHead = 10;
/** A line of this length was wrapped. */
const wrapped = 48;

/** True if a text opens with the header of an IPTC 7901 message. */
export function opensIptc7901Header(text: string): boolean {
  const [, header = ''] = /^[\s␖]*␁\s*([^\r\n␂]*)/.exec(text) ?? [];
  return headerLine.test(header);
}

/** Reads the story of an IPTC 7901 message: header, slug, headline up to `=`, text, and the time after it. */
export function readIptc7901({ header, text, trailer }: WireMessage): WireStory {
  const [first = '', ...slugLines] = linesOf(header).filter((line) => line.trim() !== '');
  const groups = headerLine.exec(first)?.groups ?? {};
  const { service = '', number = '', priority = '', category = '', rest = '' } = groups;
  const sentLine = trailer.trim() === '' ? linesOf(text).findLast(isSentLine) : undefined;
  const lines = linesOf(text).filter((line) => line !== sentLine);
  const head = readHead(lines);
  const body = wireBody(lines.slice(head.length), true);
  const slugs = (slugLines.length > 0 ? slugLines : head.takes.filter((take) => slugLine.test(take)))
    .join('/')
    .split('/')
    .map((slug) => slug.trim())
    .filter((slug) => slug !== '');
  const sent = readSentTime(sentLine ?? trailer);
  const story = storyNumber.exec(rest)?.groups;
  const kill = killOf([
    ...statedKills(head.release),
    ...head.takes,
    head.headline ?? '',
    ...body.pieces.map((piece) => piece.text),
  ]);
  const killed = kill?.numbers.find(
    (named) => /^0*\d+$/.test(named.number) && isOfService(named.service, service, rest),
  );
  const day = sent && killed ? dayOfKilled(kill?.text ?? '', sent.date) : sent?.date;
  const ownKey =
    day === undefined ? null : `iptc7901:${day}:${service.toLowerCase()}${killed?.number ?? number}`;
  return {
    key: story?.story ? `iptc7901:${story.story}` : ownKey,
    headline: head.headline,
    standfirst: head.standfirst,
    byline: head.byline,
    sent: sent?.printed ?? null,
    slugline: slugs.join('/') || null,
    keywords: [...slugs, ...subjectOfCategory(category)],
    sections: sectionOfCategory(category),
    urgency: /^[1-9]$/.test(priority) ? Number(priority) : null,
    version: story?.version ? Number(story.version) : null,
    editorsNote: [...head.notes, ...body.notes].join('\n') || null,
    credit: body.credit ?? rest.split(/\s+/).find(isAgency) ?? null,
    release: releaseWith(kill, [...head.release, ...body.release]),
    pieces: body.pieces,
  };
}

/** True if a notice means this service: by its own sign, or by the name of the agency in the header. */
function isOfService(named: string, service: string, rest: string): boolean {
  const name = named.toLowerCase();
  return name === service.toLowerCase() || rest.toLowerCase().split(/\s+/).includes(name);
}

interface Iptc7901Head {
  headline: string | null;
  standfirst: string | null;
  byline: string | null;
  takes: string[];
  notes: string[];
  release: WireStory['release'];
  /** Number of its lines. */
  length: number;
}

/** Reads the lines up to the one that ends with `=`; without one, the first line is the headline. */
function readHead(lines: string[]): Iptc7901Head {
  const head: Iptc7901Head = {
    headline: null,
    standfirst: null,
    byline: null,
    takes: [],
    notes: [],
    release: [],
    length: 0,
  };
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) return head;
  const end = lines.slice(start, start + maxHead).findIndex((line) => endOfHead.test(line));
  head.length = end < 0 ? lengthOfOpenHead(lines, start) : start + end + 1;
  let before = '';
  for (const raw of lines.slice(start, head.length)) {
    const line = raw.replace(endOfHead, '').trim();
    const release = wireRelease(line);
    if (line === '' || isPhotoLine(line)) continue;
    if (release) head.release.push(release);
    else if (opensByline(line))
      head.byline = line.replace(/\p{Lu}[\p{Lu}'’.-]+(?:\s\p{Lu}[\p{Lu}'’.-]*)+/gu, inNameCase);
    else if (takeLine.test(line) && (head.length - start > 1 || end < 0)) head.takes.push(line);
    // APA: "Headline -", "Utl.: standfirst ="
    else if (head.headline !== null && endsWithDash.test(head.headline)) {
      head.headline = head.headline.replace(endsWithDash, '');
      head.standfirst = line.replace(/^Utl\.?:\s*/, '');
    } else if (head.standfirst !== null) head.standfirst += ` ${line}`;
    else if (head.headline !== null && before.length >= wrapped) head.headline += ` ${line}`;
    else {
      // The line before the last is another take: "Summary", "Update".
      if (head.headline !== null) head.takes.push(head.headline);
      head.headline = line;
    }
    before = line;
  }
  head.headline ??= head.takes.pop() ?? null;
  head.notes = head.takes.filter((take) => /^\(.* .*\)$/.test(take)).map((take) => take.slice(1, -1));
  return head;
}

/** A head without a mark at its end: takes, one headline, and a byline. */
function lengthOfOpenHead(lines: string[], start: number): number {
  let length = start;
  while (length < start + maxHead && takeLine.test(lines[length]?.trim() ?? '')) length++;
  if (length === start || (lines[length] ?? '').trim() !== '') length++;
  return opensByline(lines[length] ?? '') ? length + 1 : length;
}
