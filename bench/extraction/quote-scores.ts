/** A quote of the gold data. All offsets are UTF-16 code units into the article. */
export interface GoldQuote {
  start: number;
  end: number;
  segments: [number, number][];
  kind: 'direct' | 'mixed' | 'indirect';
  speaker?: string | null | undefined;
  speaker_start?: number | null | undefined;
  speaker_end?: number | null | undefined;
}

/** A found quote: its span, its parts, and the words that name its speaker. */
export interface FoundQuote {
  start: number;
  end: number;
  segments: { start: number; end: number }[];
  complete: boolean;
  speaker: { start: number | null; end: number | null; exact: string | null } | null;
}

/**
 * The kind of a gold quote with `''` read as a quotation mark: the set's converter computed its kinds from `"` and
 * curly marks only, so that every quote of the New York Times, which prints `''…''`, counts as indirect there.
 * The same thresholds as the converter's: direct from 0.9 of the content inside marks, mixed above 0.
 */
export function withDoubledMarks(text: string, gold: GoldQuote): GoldQuote {
  if (gold.kind !== 'indirect') return gold;
  let quoted = 0;
  let length = 0;
  for (const [start, end] of gold.segments) {
    const segment = text.slice(start, end);
    length += segment.length;
    const parts = segment.split("''");
    parts.forEach((part, index) => {
      if (parts.length > 1 && index % 2 === 1) quoted += part.length + 4;
    });
  }
  const share = length ? quoted / length : 0;
  return share === 0 ? gold : { ...gold, kind: share >= 0.9 ? 'direct' : 'mixed' };
}

export interface Counts {
  right: number;
  found: number;
  gold: number;
}

export type Matching = 'exact' | 'overlap';

/** Pairs found quotes with gold ones, each at most once, in reading order. */
export function pairQuotes(
  text: string,
  found: readonly FoundQuote[],
  gold: readonly GoldQuote[],
  matching: Matching,
): Map<FoundQuote, GoldQuote> {
  const pairs = new Map<FoundQuote, GoldQuote>();
  const taken = new Set<GoldQuote>();
  for (const quote of found) {
    const partner = gold.find(
      (candidate) => !taken.has(candidate) && agree(text, quote, candidate, matching),
    );
    if (!partner) continue;
    taken.add(partner);
    pairs.set(quote, partner);
  }
  return pairs;
}

/**
 * `exact`: the same words from first to last, quotation marks, punctuation and blanks at the ends aside.
 * `overlap`: what both share is at least 0.8 of what either has. The words that the gold content has outside the
 * marks (`it "an outrage …"`) don't count: a found span never holds them.
 */
function agree(text: string, found: FoundQuote, gold: GoldQuote, matching: Matching): boolean {
  const [start, end] = trimmed(text, found.start, found.end);
  const [goldStart, goldEnd] = trimmed(text, ...insideMarks(text, gold.start, gold.end));
  if (matching === 'exact') return start === goldStart && end === goldEnd;
  const shared = Math.min(end, goldEnd) - Math.max(start, goldStart);
  return shared >= 0.8 * (Math.max(end, goldEnd) - Math.min(start, goldStart));
}

/** From the first to the last quotation mark of the gold content, when they hold most of it. */
function insideMarks(text: string, start: number, end: number): [number, number] {
  const content = text.slice(start, end);
  const first = content.search(/["“”]|''|‘|(?<![\p{L}\p{N}])'/u);
  const last = Math.max(...['"', '”', '“', "''", '’', "'"].map((mark) => content.lastIndexOf(mark)));
  return first >= 0 && last - first >= 0.8 * content.length ? [start + first, start + last] : [start, end];
}

function trimmed(text: string, from: number, to: number): [number, number] {
  const isEdge = (at: number) => !/[\p{L}\p{N}]/u.test(text.charAt(at));
  let [start, end] = [from, to];
  while (start < end && isEdge(start)) start += 1;
  while (end > start && isEdge(end - 1)) end -= 1;
  return [start, end];
}

/** True if a found quote lies in the content of a mixed gold quote: quoted words in the writer's sentence. */
export function liesInMixed(quote: FoundQuote, gold: readonly GoldQuote[]): boolean {
  const length = quote.end - quote.start;
  return gold.some(({ kind, start, end }) => {
    const shared = Math.min(end, quote.end) - Math.max(start, quote.start);
    return kind === 'mixed' && shared >= 0.8 * length;
  });
}

/** The speaker is right when its head word is the gold one's; of two pronouns, when it is the same place too. */
export function sameSpeaker(found: FoundQuote, gold: GoldQuote): boolean {
  const exact = found.speaker?.exact;
  if (!exact || !gold.speaker) return false;
  const [mine, theirs] = [headWord(exact), headWord(gold.speaker)];
  if (mine !== theirs) return false;
  if (!pronouns.test(mine)) return true;
  const { start, end } = found.speaker ?? {};
  if (start == null || end == null || gold.speaker_start == null || gold.speaker_end == null) return false;
  return start < gold.speaker_end && end > gold.speaker_start;
}

const pronouns = /^(?:he|she|they|it|i|we|you|who|his|her)$/;

/** The last word of a phrase before commas, prepositions, brackets and relative clauses: mostly the surname. */
function headWord(phrase: string): string {
  const [head = ''] = phrase
    .replace(/^\W+/, '')
    .split(/[,(]|\s(?:of|for|from|at|with|in|on|who|--|—|-)\s/)
    .filter((part) => part.trim());
  const word = head.trim().split(/\s+/).at(-1) ?? '';
  return word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export function f1({ right, found, gold }: Counts): { precision: number; recall: number; f1: number } {
  const precision = found ? right / found : 0;
  const recall = gold ? right / gold : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}
