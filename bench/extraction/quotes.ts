import nlp from 'compromise';
import { z } from 'zod';
import { createExtractor } from '../../src/reading/extract.ts';
import { readByline } from '../../src/reading/fields/read-byline.ts';
import { readRows } from '../corpus/read-rows.ts';
import { bareDraft } from './bare-draft.ts';
import {
  type Counts,
  type FoundQuote,
  f1,
  type GoldQuote,
  liesInMixed,
  type Matching,
  pairQuotes,
  sameSpeaker,
  withDoubledMarks,
} from './quote-scores.ts';
import type { Measure, Row } from './row.ts';

const GoldArticle = z.object({
  id: z.string(),
  headline: z.string().nullish(),
  byline: z.string().nullish(),
  text: z.string(),
  quotes: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      segments: z.array(z.tuple([z.int(), z.int()])),
      kind: z.enum(['direct', 'mixed', 'indirect']),
      speaker: z.string().nullish(),
      speaker_start: z.int().nullish(),
      speaker_end: z.int().nullish(),
    }),
  ),
});
type GoldArticle = z.infer<typeof GoldArticle>;

/** Rules by which a figure counts: see `measureQuotes`. */
interface Scoring {
  name: string;
  matching: Matching;
  /** Found quotes inside mixed gold content that do not count as wrong. */
  forgiven: 'mixed' | 'partial-in-mixed' | 'none';
  speaker: boolean;
  /** Kinds as the converter gave them, blind to `''`. */
  kindsAsGiven: boolean;
}

const scorings: Scoring[] = [
  { name: 'span F1', matching: 'exact', forgiven: 'mixed', speaker: false, kindsAsGiven: false },
  { name: 'span+speaker F1', matching: 'exact', forgiven: 'mixed', speaker: true, kindsAsGiven: false },
  { name: 'span F1, overlap', matching: 'overlap', forgiven: 'mixed', speaker: false, kindsAsGiven: false },
  {
    name: 'span+speaker F1, overlap',
    matching: 'overlap',
    forgiven: 'mixed',
    speaker: true,
    kindsAsGiven: false,
  },
  {
    name: 'span F1, complete in mixed wrong',
    matching: 'exact',
    forgiven: 'partial-in-mixed',
    speaker: false,
    kindsAsGiven: false,
  },
  {
    name: 'span F1, all in mixed wrong',
    matching: 'exact',
    forgiven: 'none',
    speaker: false,
    kindsAsGiven: false,
  },
  {
    name: 'span F1, kinds as given',
    matching: 'exact',
    forgiven: 'mixed',
    speaker: false,
    kindsAsGiven: true,
  },
];

const goals = new Map([
  ['span F1', 0.9],
  ['span+speaker F1', 0.75],
]);

/**
 * Direct quotes and their speakers on PolNeAR. Gold: attributions of kind direct with a speaker, headlines with a
 * colon among them; spans compare by their words, without the marks and punctuation at the ends (`pairQuotes`).
 * Quoted words inside a mixed gold attribution are right to find but no direct quote there: found quotes that lie in
 * one are neither right nor wrong in the first figures; the stricter figures below count them as wrong. A speaker is
 * right by the head word as written, for pronouns by place (`sameSpeaker`). Every other found quote, partial ones
 * and those without a speaker too, counts as found.
 */
export const measureQuotes: Measure = async (corpus) =>
  ['polnear-quotes', 'quotes-invented'].flatMap((set) => {
    const articles = readRows(corpus, `${set}/quotes.jsonl`, GoldArticle);
    return articles.length > 0 ? measureSet(set, articles) : [];
  });

function measureSet(set: string, articles: GoldArticle[]): Row[] {
  const extract = createExtractor([]);
  const ours = articles.map(
    ({ id, text, headline, byline }) =>
      extract({
        ...bareDraft(id, text),
        headline: headline ?? '',
        byline: byline ?? null,
        authors: readByline(byline ?? '')?.authors ?? [],
      }).quotes,
  );
  const theirs = articles.map(compromiseQuotes);
  return scorings.flatMap((scoring) => rowsOf(set, scoring, articles, ours, theirs));
}

function rowsOf(
  set: string,
  scoring: Scoring,
  articles: GoldArticle[],
  ours: FoundQuote[][],
  theirs: FoundQuote[][],
): Row[] {
  const mine = count(scoring, articles, ours);
  const peer = count(scoring, articles, theirs);
  const row = (measure: string, part: 'precision' | 'recall' | 'f1', goal: number | null): Row => ({
    set,
    measure,
    value: f1(mine)[part],
    goal,
    count: mine.gold,
    peer: { name: 'compromise quotations + nearest person', value: f1(peer)[part] },
  });
  const figure = row(`quotes: ${scoring.name}`, 'f1', goals.get(scoring.name) ?? null);
  if (scoring.name !== 'span F1') return [figure];
  return [row('quotes: span P', 'precision', null), row('quotes: span R', 'recall', null), figure];
}

function count(scoring: Scoring, articles: GoldArticle[], found: FoundQuote[][]): Counts {
  const counts: Counts = { right: 0, found: 0, gold: 0 };
  articles.forEach(({ text, quotes }, index) => {
    const gold: GoldQuote[] = scoring.kindsAsGiven
      ? quotes
      : quotes.map((quote) => withDoubledMarks(text, quote));
    const direct = gold.filter((quote) => quote.kind === 'direct' && quote.speaker);
    const mine = found[index] ?? [];
    const pairs = pairQuotes(text, mine, direct, scoring.matching);
    const counted = mine.filter((quote) => pairs.has(quote) || !isForgiven(quote, gold, scoring.forgiven));
    counts.gold += direct.length;
    counts.found += counted.length;
    for (const [quote, partner] of pairs)
      if (!scoring.speaker || sameSpeaker(quote, partner)) counts.right += 1;
  });
  return counts;
}

function isForgiven(quote: FoundQuote, gold: GoldQuote[], forgiven: Scoring['forgiven']): boolean {
  if (forgiven === 'none' || (forgiven === 'partial-in-mixed' && quote.complete)) return false;
  return liesInMixed(quote, gold);
}

const OffsetView = z.array(z.object({ offset: z.object({ start: z.int(), length: z.int() }) }));

/** Returns the quotes that compromise finds, each with the nearest person that it finds. */
function compromiseQuotes({ text }: GoldArticle): FoundQuote[] {
  const doc = nlp(text);
  const spansOf = (view: unknown) =>
    OffsetView.parse(view).map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length }));
  const people = spansOf(doc.people().json({ offset: true }));
  return spansOf(doc.quotations().json({ offset: true })).map((span) => {
    const distance = (person: { start: number; end: number }) =>
      Math.max(person.start - span.end, span.start - person.end);
    const outside = people.filter((person) => distance(person) >= 0);
    const nearest = outside.toSorted((one, other) => distance(one) - distance(other))[0];
    const speaker = nearest ? { ...nearest, exact: text.slice(nearest.start, nearest.end) } : null;
    return { ...span, segments: [span], complete: true, speaker };
  });
}
