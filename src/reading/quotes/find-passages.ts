import type { Block, Body } from '../../model/article.ts';
import { type QuotationMark, readQuotationMarks } from './quotation-marks.ts';

/** The text between an outer pair of quotation marks, within one paragraph. */
export interface Passage {
  /** Range inside the marks (`start` to `end`) and including them (`openAt` to `closeAt`), in UTF-16 code units. */
  start: number;
  end: number;
  openAt: number;
  closeAt: number;
  /** Index into `body.blocks`. */
  paragraph: number;
  /** True if the quote continues in the next paragraph, which opens with a mark. */
  continues: boolean;
  /** True for single marks, which are more often scare quotes than speech. */
  single: boolean;
  /** False for a block quote without marks. */
  marked: boolean;
}

/** Maximum distance from a single opening mark to its closing mark, in marks. */
const maxSingleDistance = 12;

/**
 * Finds the outermost quoted passages, in reading order.
 *
 * A quote without a closing mark continues in the next paragraph if that opens with a mark (the convention for quotes
 * of several paragraphs). Otherwise an unmatched opening mark counts only at the start of a paragraph or after a colon.
 * A block quote without marks is one passage.
 */
export function findPassages(body: Body): Passage[] {
  const passages: Passage[] = [];
  body.blocks.forEach((block, paragraph) => {
    const found = passagesIn(body.text, block, paragraph, body.blocks[paragraph + 1]);
    for (const passage of found) passages.push(passage);
    if (found.length === 0 && block.kind === 'block-quote' && block.end > block.start) {
      passages.push(blockQuotePassage(block, paragraph, body.blocks[paragraph + 1]));
    }
  });
  return passages;
}

function blockQuotePassage(block: Block, paragraph: number, next: Block | undefined): Passage {
  const { start, end } = block;
  const continues = next?.kind === 'block-quote';
  return { start, end, openAt: start, closeAt: end, paragraph, continues, single: false, marked: false };
}

function passagesIn(text: string, block: Block, paragraph: number, next: Block | undefined): Passage[] {
  const within = text.slice(block.start, block.end);
  const marks = readQuotationMarks(within);
  const closersAfter = countClosers(marks);
  const passages: Passage[] = [];
  const push = (open: QuotationMark, endAt: number, closeAt: number, continues: boolean) => {
    const [start, end] = trimRange(within, open.at + open.length, endAt);
    if (end <= start) return;
    passages.push({
      start: block.start + start,
      end: block.start + end,
      openAt: block.start + open.at,
      closeAt: block.start + closeAt,
      paragraph,
      continues,
      single: open.family === 'single',
      marked: true,
    });
  };

  let open: QuotationMark | undefined;
  let depth = 0;
  let closeIndex = -1;
  marks.forEach((mark, index) => {
    if (!open) {
      if (!mark.opens) return;
      if (mark.family === 'single') {
        closeIndex = singleCloser(within, marks, index);
        if (closeIndex < 0) return;
      }
      open = mark;
      depth = 0;
      return;
    }
    if (open.family === 'single') {
      if (index !== closeIndex) return;
      push(open, mark.at, mark.at + mark.length, false);
      open = undefined;
      return;
    }
    if (mark.family !== open.family) return;
    if (mark.opens && !mark.closes) {
      // Either a nested quote, or the earlier mark is unmatched.
      if ((closersAfter[index] ?? 0) >= depth + 2) depth += 1;
      else {
        if (canBeUnclosed(within, open)) push(open, mark.at, mark.at, false);
        open = mark;
        depth = 0;
      }
      return;
    }
    if (!mark.closes) return;
    if (depth > 0) {
      depth -= 1;
      return;
    }
    push(open, mark.at, mark.at + mark.length, false);
    open = undefined;
  });

  if (open && open.family !== 'single') {
    const continues = next !== undefined && opensWithMark(text, next, open.family);
    if (continues || canBeUnclosed(within, open)) push(open, within.length, within.length, continues);
  }
  return passages;
}

/** Returns, for each mark, the number of later marks that can close. */
function countClosers(marks: QuotationMark[]): number[] {
  const counts = new Array<number>(marks.length).fill(0);
  let count = 0;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    counts[index] = count;
    const mark = marks[index];
    if (mark && mark.family !== 'single' && mark.closes) count += 1;
  }
  return counts;
}

/** Finds the mark that closes a single one. A possible plural possessive (`the voters' choice`) is the last choice. */
function singleCloser(text: string, marks: QuotationMark[], from: number): number {
  let fallback = -1;
  for (let index = from + 1; index < Math.min(marks.length, from + 1 + maxSingleDistance); index += 1) {
    const mark = marks[index];
    if (mark?.family !== 'single') continue;
    if (mark.opens && !mark.closes) break;
    if (!mark.closes) continue;
    const possessive =
      /s/i.test(text.charAt(mark.at - 1)) && /^ \p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3));
    if (!possessive) return index;
    if (fallback < 0) fallback = index;
  }
  return fallback;
}

function canBeUnclosed(text: string, open: QuotationMark): boolean {
  return /(?:^|:)\s*$/.test(text.slice(Math.max(0, open.at - 4), open.at));
}

function opensWithMark(text: string, block: Block, family: QuotationMark['family']): boolean {
  const [first] = readQuotationMarks(text.slice(block.start, Math.min(block.end, block.start + 8)));
  return first !== undefined && first.at === 0 && first.family === family && first.opens;
}

function trimRange(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}
