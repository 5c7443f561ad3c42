import type { Article } from '../../../model/article.ts';
import type { Field } from '../../../model/mention.ts';
import type { ResolvedSearch } from './resolve-search.ts';
import { type SearchTerm, splitTerms } from './split-terms.ts';
import { type WantedPhrase, wantedPhrases } from './wanted-phrases.ts';

/** A range of one of an article's texts. Offsets are UTF-16 code units, end exclusive. */
interface TextRange {
  start: number;
  end: number;
}

/** A piece of a text with what a search found in it; all offsets count in the whole text of the field. */
export interface Fragment extends TextRange {
  field: Field;
  /** Which image, when the field is a caption. */
  image: number | null;
  /** `text.slice(start, end)` of the field. */
  text: string;
  /** In ascending order, not overlapping. */
  matches: TextRange[];
}

/** About how long a fragment of a body is, and how many there are. */
const LENGTH = 240;
const MOST = 3;

/** A place of the phrase with this index. */
export interface Match extends TextRange {
  phrase: number;
}

/** Terms in a row, of the phrase with this index. */
interface Way {
  phrase: number;
  forms: string[];
  prefix: boolean;
}

/** Returns the places of phrases in a text of these terms, in the order of the text. */
export function matchesIn(terms: SearchTerm[], phrases: Pick<WantedPhrase, 'phrases' | 'prefix'>[]): Match[] {
  const ways = phrases.flatMap(({ phrases, prefix }, phrase) =>
    phrases.map((forms): Way => ({ phrase, forms, prefix })),
  );
  // A form of which only the beginning is given is compared with each term. The others are looked up.
  const isBeginning = ({ forms, prefix }: Way) => prefix && forms.length === 1;
  const beginnings = ways.filter(isBeginning);
  const byFirst = Map.groupBy(
    ways.filter((way) => !isBeginning(way)),
    ({ forms }) => forms[0],
  );
  return terms.flatMap((term, at) => {
    const begun = beginnings.filter(({ forms: [first = ''] }) => term.form.startsWith(first));
    return [...begun, ...(byFirst.get(term.form) ?? [])].flatMap(({ phrase, forms, prefix }) => {
      const last = terms[at + forms.length - 1];
      const agrees = forms.every((form, index) => {
        const here = terms[at + index]?.form;
        return prefix && index === forms.length - 1 ? here?.startsWith(form) : here === form;
      });
      return agrees && last ? [{ start: term.start, end: last.end, phrase }] : [];
    });
  });
}

/** Ranges in order, overlapping ones merged. */
function merged(matches: TextRange[]): TextRange[] {
  const done: TextRange[] = [];
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = done.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else done.push({ start, end });
  }
  return done;
}

/** A range widened to about LENGTH, to whole words, within its paragraph. */
function widened(text: string, { start, end }: TextRange): TextRange {
  const spare = Math.max(0, LENGTH - (end - start));
  const earliest = Math.max(0, start - Math.floor(spare / 2));
  // Looks no further than a fragment is long, because the paragraph may be the whole of a long text.
  const before = text.slice(earliest, start + 1).lastIndexOf('\n');
  const after = text.slice(end, end + LENGTH + 1).indexOf('\n');
  let from = earliest + before + 1;
  const paragraphEnd = after < 0 ? text.length : end + after;
  let to = Math.min(paragraphEnd, Math.max(end, from + LENGTH));
  if (before < 0 && from > 0 && text[from - 1] !== '\n') {
    const blank = text.slice(from - 1, start).indexOf(' ');
    from = blank < 0 ? start : from + blank;
  }
  if (to < paragraphEnd) {
    const blank = text.slice(end, to + 1).lastIndexOf(' ');
    to = blank < 0 ? end : end + blank;
  }
  return { start: from, end: to };
}

/** The ranges of a long text that show most of the phrases, in the order of the text. */
function bestRanges(text: string, matches: Match[]): TextRange[] {
  const windows = matches.map((first, at) => {
    const held = [first];
    for (let next = at + 1; next < matches.length; next += 1) {
      const match = matches[next];
      if (!match || match.start > first.start + LENGTH) break;
      if (match.end <= first.start + LENGTH) held.push(match);
    }
    return {
      start: first.start,
      end: Math.max(...held.map(({ end }) => end)),
      worth: new Set(held.map(({ phrase }) => phrase)).size * 100 + held.length,
    };
  });
  windows.sort((a, b) => b.worth - a.worth || a.start - b.start);
  const chosen: TextRange[] = [];
  for (const window of windows) {
    if (chosen.length === MOST) break;
    const range = widened(text, window);
    if (chosen.every(({ start, end }) => range.end <= start || range.start >= end)) chosen.push(range);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** The first characters of a text, without the word that they cut. */
function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, Math.max(0, length));
  return start.slice(0, Math.max(0, start.search(/\S*$/)));
}

/**
 * What a search found in an article, as fragments of its texts in reading order: headline, standfirst and
 * captions whole, of the body the (at most three) places that show most. The terms are those of the search index, so
 * that the marks are what the search matched. Searches only the first `maxLength` characters of the texts together.
 */
export function highlightArticle(
  article: Pick<Article, 'headline' | 'standfirst' | 'images'> & { body: Pick<Article['body'], 'text'> },
  search: ResolvedSearch,
  maxLength = Number.POSITIVE_INFINITY,
): Fragment[] {
  const phrases = wantedPhrases(search);
  let left = maxLength;
  const fragmentsOf = (field: Field, image: number | null, text: string | null): Fragment[] => {
    if (text === null || text === '') return [];
    const asked = phrases.filter((phrase) => phrase.field === null || phrase.field === field);
    if (asked.length === 0) return [];
    const searched = beginningOf(text, left);
    left -= searched.length;
    const matches = matchesIn(splitTerms(searched), asked);
    if (matches.length === 0) return [];
    const marks = merged(matches);
    const ranges = field === 'body' ? bestRanges(text, matches) : [{ start: 0, end: text.length }];
    return ranges.map(({ start, end }) => ({
      field,
      image,
      start,
      end,
      text: text.slice(start, end),
      matches: marks.filter((mark) => mark.start >= start && mark.end <= end),
    }));
  };
  return [
    ...fragmentsOf('headline', null, article.headline),
    ...fragmentsOf('standfirst', null, article.standfirst),
    ...fragmentsOf('body', null, article.body.text),
    ...article.images.flatMap(({ caption }, index) => fragmentsOf('caption', index, caption)),
  ];
}
