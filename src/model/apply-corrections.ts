import type { Author } from './article.ts';
import { withCorrectedWords, withRuledWords } from './correct-words.ts';
import { type ArticleCorrection, isTagCorrection, type TagCorrection } from './correction.ts';
import type { Annotations, Draft, ReadArticle } from './draft.ts';
import { editorMethod, fields, type Mention } from './mention.ts';
import { textOf, withMovedMentions } from './moved-mentions.ts';
import { nameOfSlug } from './name-of-slug.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Quote } from './quote.ts';
import { isNewsroomTag, type TagId } from './tag.ts';
import { withTag } from './with-tag.ts';

/** Parts of an article that corrections can change: everything but its origin. */
export type Correctable = Pick<ReadArticle, keyof Annotations | 'publishedAt' | 'publication'> &
  Pick<
    Draft,
    'headline' | 'standfirst' | 'byline' | 'authors' | 'credit' | 'images' | 'body' | 'keywords' | 'sections'
  >;

const byEditor = { method: editorMethod, confidence: 1 };

/**
 * Applies the corrections of the article, then the rules for all articles, each in the given order; a later one wins.
 * Mentions, speakers and tags that a correction sets have the method `editor` and confidence 1. A correction whose words
 * the article no longer contains has no effect. Returns a new article.
 */
export function applyCorrections<A extends Correctable>(
  article: A,
  corrections: readonly (ArticleCorrection | TagCorrection)[],
): A {
  const own = corrections.filter((each): each is ArticleCorrection => !isTagCorrection(each));
  const rules = corrections.filter(isTagCorrection);
  const corrected = own.reduce((each, correction) => applied(each, correction, rules), article);
  const kept = own.flatMap((each) => (each.do === 'remove-tag' ? each.tag : []));
  return rules
    .filter(({ tag }) => !isNewsroomTag(tag))
    .reduce((each, rule) => applied(each, rule, rules), withRuledWords(corrected, rules, kept));
}

function applied<A extends Correctable>(
  article: A,
  correction: ArticleCorrection | TagCorrection,
  rules: readonly TagCorrection[],
): A {
  if ('tag' in correction && correction.tag !== undefined && isNewsroomTag(correction.tag)) {
    return withCorrectedWords(article, correction, rules);
  }
  switch (correction.do) {
    case 'set':
      return withFields(article, correction);
    case 'put-mention':
      return withMention(article, correction);
    case 'remove-mention':
      return withoutMention(article, correction);
    case 'set-speaker':
      return withQuote(article, correction, (quote) => ({
        ...quote,
        speaker:
          correction.speaker === null
            ? null
            : {
                tag: correction.speaker,
                name:
                  correction.name ?? nameIn(article, correction.speaker) ?? nameOfSlug(correction.speaker),
                ...{ start: null, end: null, exact: null },
              },
        ...byEditor,
      }));
    case 'remove-quote':
      return withQuote(article, correction, () => undefined);
    case 'add-tag':
      return withTag(article, correction.tag, correction.name);
    case 'remove-tag':
    case 'drop-tag':
      return withoutTag(article, correction.tag);
    case 'merge-tags':
      return withOtherTag(article, correction.tag, correction.into);
    // A name belongs to the tag and not to the article, and words lead to topics.
    case 'rename-tag':
    case 'lead-tag':
    case 'keep-apart':
      return article;
  }
}

function withFields<A extends Correctable>(
  article: A,
  {
    headline,
    standfirst,
    byline,
    authors,
    publishedAt,
    precision,
  }: Extract<ArticleCorrection, { do: 'set' }>,
): A {
  const corrected = {
    ...article,
    ...(headline !== undefined && { headline }),
    ...(standfirst !== undefined && { standfirst }),
    ...(byline !== undefined && { byline, authors: authors ?? authorsOf(byline) }),
    ...(publishedAt !== undefined && {
      publishedAt,
      publication: {
        text: article.publication?.text ?? null,
        timeZone: 'UTC',
        precision: precision ?? 'second',
        basis: 'editor' as const,
      },
    }),
  };
  return withMovedMentions(article, corrected);
}

/** `authorsOf('Ann Lee, Bo Ek and Cy Fir')` → three persons */
function authorsOf(byline: string | null): Author[] {
  const names = (byline ?? '').split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*/);
  return names
    .filter((name) => name !== '')
    .map((name) => ({ name, kind: 'person' as const, role: null, email: null }));
}

function withMention<A extends Correctable>(
  article: A,
  correction: Extract<ArticleCorrection, { do: 'put-mention' }>,
): A {
  const { tag, field, exact, occurrence = 1, role } = correction;
  const image = correction.image ?? (field === 'caption' ? 0 : null);
  const start = occurrencesOf(exact, textOf(article, { field, image }))[occurrence - 1];
  if (start === undefined) return article;
  const end = start + exact.length;
  const name = correction.name ?? nameIn(article, tag) ?? nameOfSlug(tag);
  const isInSameText = (other: Mention) => other.field === field && other.image === image;
  const mention: Mention = { tag, name, field, image, start, end, exact, role: role ?? null, ...byEditor };
  // A topic's phrase may overlap a name. Two names may not overlap.
  const isDisplaced = (other: Mention) =>
    isInSameText(other) && other.start < end && start < other.end && isTopic(other.tag) === isTopic(tag);
  const before = article.mentions.find((other) => isDisplaced(other) && other.start === start);
  const kept = article.mentions.filter((other) => !isDisplaced(other));
  return {
    ...article,
    mentions: [...kept, { ...mention, role: role ?? before?.role ?? null }].toSorted(inReadingOrder),
  };
}

function withoutMention<A extends Correctable>(
  article: A,
  { tag, field, image, exact, occurrence }: Extract<ArticleCorrection, { do: 'remove-mention' }>,
): A {
  const isMeant = (mention: Mention): boolean => {
    if (mention.field !== field || mention.exact !== exact) return false;
    if (tag !== undefined && mention.tag !== tag) return false;
    if (image !== undefined && mention.image !== image) return false;
    if (occurrence === undefined) return true;
    return occurrencesOf(exact, textOf(article, mention))[occurrence - 1] === mention.start;
  };
  return { ...article, mentions: article.mentions.filter((mention) => !isMeant(mention)) };
}

function withQuote<A extends Correctable>(
  article: A,
  { exact, occurrence = 1 }: { exact: string; occurrence?: number | undefined },
  change: (quote: Quote) => Quote | undefined,
): A {
  const meant = article.quotes.filter((quote) => quote.exact.startsWith(exact))[occurrence - 1];
  if (meant === undefined) return article;
  const quotes = article.quotes.flatMap((quote) => (quote === meant ? (change(quote) ?? []) : quote));
  return { ...article, quotes };
}

function withoutTag<A extends Correctable>(article: A, tag: TagId): A {
  if (!carries(article, tag)) return article;
  return {
    ...article,
    mentions: article.mentions.filter((mention) => mention.tag !== tag),
    inferredTopics: article.inferredTopics.filter((topic) => topic.tag !== tag),
    discovered: article.discovered.filter(({ id }) => id !== tag),
    quotes: article.quotes.map((quote) =>
      quote.speaker?.tag === tag ? { ...quote, speaker: { ...quote.speaker, tag: null } } : quote,
    ),
  };
}

function withOtherTag<A extends Correctable>(article: A, tag: TagId, into: TagId): A {
  if (!carries(article, tag)) return article;
  const other = <T extends { tag: TagId | null; name: string }>(carrier: T): T =>
    carrier.tag === tag ? { ...carrier, tag: into, name: nameIn(article, into) ?? carrier.name } : carrier;
  return {
    ...article,
    mentions: article.mentions.map(other),
    inferredTopics: article.inferredTopics.map(other),
    discovered: article.discovered.filter(({ id }) => id !== tag),
    quotes: article.quotes.map((quote) =>
      quote.speaker ? { ...quote, speaker: other(quote.speaker) } : quote,
    ),
  };
}

function carries({ mentions, inferredTopics, quotes, discovered }: Correctable, tag: TagId): boolean {
  return (
    [...mentions, ...inferredTopics].some((carrier) => carrier.tag === tag) ||
    quotes.some(({ speaker }) => speaker?.tag === tag) ||
    discovered.some(({ id }) => id === tag)
  );
}

function nameIn({ mentions, discovered }: Correctable, tag: TagId): string | undefined {
  return (
    mentions.find((mention) => mention.tag === tag)?.name ?? discovered.find(({ id }) => id === tag)?.name
  );
}

function isTopic(tag: TagId): boolean {
  return tag.startsWith('topic/');
}

function inReadingOrder(one: Mention, other: Mention): number {
  return (
    fields.indexOf(one.field) - fields.indexOf(other.field) ||
    (one.image ?? 0) - (other.image ?? 0) ||
    one.start - other.start ||
    other.end - one.end
  );
}
