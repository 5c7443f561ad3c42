import type { Body } from '../../model/article.ts';
import type { Mention, Span } from '../../model/mention.ts';
import type { Quote } from '../../model/quote.ts';
import { attributePassages } from './attribute-passages.ts';
import { createSpeakerResolver, type SpeakerResolver } from './create-speaker-resolver.ts';
import { findPassages } from './find-passages.ts';
import { joinSegments, type Segments } from './join-segments.ts';

/**
 * Finds the direct quotes of an English body and their speakers, in reading order and without overlap. The steps are
 * quotation marks → passages → attributions → quotes of one or more segments → speakers.
 *
 * Spans exclude the outer marks; offsets are UTF-16 code units into `body.text`. Speakers get their tags from
 * `mentions`. `author` is the speaker of `I` outside quotation marks.
 *
 * `"It is over," Borrell wrote.` → one complete quote by `Borrell`, verb `wrote`, method `quote-after-subject-verb`.
 */
export function findQuotes(body: Body, mentions: readonly Mention[], author: string | null = null): Quote[] {
  const passages = findPassages(body);
  const resolve = createSpeakerResolver(body.text, mentions, passages, author);
  return joinSegments(attributePassages(body, passages)).map((segments) =>
    quoteOf(body.text, segments, resolve),
  );
}

function quoteOf(text: string, segments: Segments, resolve: SpeakerResolver): Quote {
  const [first] = segments;
  const last = segments.at(-1) ?? first;
  const attributions = segments.map((segment) => segment.attribution).filter((found) => found?.subject);
  const attribution =
    attributions.find((found) => found && !isInherited(found.rule)) ?? attributions[0] ?? first.attribution;
  const cue = attribution?.cue;
  const verb =
    cue && attribution
      ? text.slice(attribution.tokens[cue.from]?.start, attribution.tokens[cue.to - 1]?.end)
      : null;
  return {
    ...spanOf(text, first.passage.start, last.passage.end),
    segments: segments.map(({ passage }) => spanOf(text, passage.start, passage.end)),
    speaker: attribution ? resolve(attribution) : null,
    verb,
    complete: segments.some((segment) => segment.complete),
    paragraph: first.passage.paragraph,
    method: `quote-${attribution?.rule ?? 'unattributed'}`,
    confidence: attribution?.confidence ?? 0.4,
  };
}

/** True for rules that inherit an attribution, which are less reliable than the others. */
function isInherited(rule: string): boolean {
  return /^(?:running-|previous-subject|same-sentence)/.test(rule);
}

function spanOf(text: string, start: number, end: number): Span {
  return { start, end, exact: text.slice(start, end) };
}
