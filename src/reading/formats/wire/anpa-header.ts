/** Header of an ANPA 1312 message. */
export interface AnpaHeader {
  /** Service level and number of the message: `a4102`. */
  number: string | null;
  urgency: number | null;
  category: string | null;
  /** Slug, which the format cuts after 24 characters: `BC-US--HarborBridge`. */
  slug: string | null;
  /** Version: `1stLd-Writethru`. */
  take: string;
  /** True for text in columns. */
  isTable: boolean;
}

/** Urgencies of the priorities: flash, bulletin, urgent, regular, deferred. */
const urgencies: Record<string, number> = { f: 1, b: 2, u: 3, r: 4, d: 5 };

/** Sections of the categories of ANPA 1312 that name a subject. The others say how widely a story is sent. */
const sections: Record<string, string> = {
  ...{ d: 'Food', e: 'Entertainment', f: 'Business', i: 'International', k: 'Commentary', l: 'Lifestyle' },
  ...{ n: 'State', o: 'Weather', p: 'Politics', q: 'Sports', r: 'Racing', s: 'Sports', t: 'Travel' },
  w: 'Washington',
};

const numberLine = /^\s*(?<number>[a-z]\d{3,4})(?:[\s␟]|[a-z-]|$)/iu;
const storyLine =
  /^\s*(?<priority>[a-z])\s(?<category>[a-z])(?<format>[^\sa-z]*)\s+(?<slug>(?:am|pm|bc|ap)-\S+|(?<=[␑-␔]\s+)[\p{L}][\p{L}\d-]{2,})(?<take>.*?)(?:\s+\d{1,2}-\d{1,2}(?:\s+\d{0,4})?)?\s*$/iu;
/** Any slug, with or without signs of the format before it, that has the day and the number of words after it. */
const datedStoryLine =
  /^\s*(?<priority>[a-z])\s?(?<category>[a-z])(?:\s*(?<format>[␑-␔␟]+)\s*|\s+)(?<slug>\p{L}[\p{L}\d .'’/&-]{1,40}?)(?<take>(?:\s+(?:\d{1,2}(?:st|nd|rd|th)|adv|kill|urgent|writethru)\S*(?:\s\S{1,20})?)?)\s+\d{1,2}-\d{1,2}(?:\s+\d{1,5})?\s*$/iu;
const tabular = '␔';

/** Parses the lines between SOH and STX (ANPA Bulletin 1312): message number, priority, category, slug, take. */
// "a4102 wires", "r a BC-US--HarborBridge 1stLd-Writethru 11-13 0212" → { number: "a4102", urgency: 4, category: "a", … }
export function readAnpaHeader(header: string): AnpaHeader {
  const lines = header.split(/\r\n?|\n/).slice(0, 6);
  const story = lines.map(storyOf).find((groups) => groups !== undefined);
  const number = numberLine.exec(lines[0] ?? '')?.groups?.number ?? null;
  return {
    number: number?.toLowerCase() ?? null,
    urgency: urgencies[story?.priority?.toLowerCase() ?? ''] ?? null,
    category: story?.category?.toLowerCase() ?? null,
    slug: story?.slug ?? null,
    take: story?.take?.trim() ?? '',
    isTable: story?.format?.includes(tabular) ?? false,
  };
}

/** True if a text opens with the two lines of an ANPA header, with or without its control characters. */
export function opensAnpaHeader(text: string): boolean {
  const [first = '', second = ''] = text.replace(/^[\s␁␖]+/, '').split(/\r\n?|\n/, 2);
  return numberLine.test(first) && storyOf(second) !== undefined;
}

function storyOf(line: string): Record<string, string | undefined> | undefined {
  return storyLine.exec(line)?.groups ?? datedStoryLine.exec(line)?.groups;
}

/** Returns the section of a category; null for one that names no subject. */
export function sectionOfCategory(category: string | null): string | null {
  return sections[category ?? ''] ?? null;
}
