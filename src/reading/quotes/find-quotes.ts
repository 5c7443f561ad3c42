import type { Body } from '../../model/article.ts';
import type { Mention, Span } from '../../model/mention.ts';
import type { Quote } from '../../model/quote.ts';
import { attributePassages } from './attributed-passages.ts';
import { joinSegments, type Segments } from './join-segments.ts';
import { findPassages } from './quoted-passages.ts';
import { type SpeakerResolver, speakerResolver } from './resolve-speaker.ts';

/**
 * Finds the direct quotes of an English body and who says each, in reading order and without overlap: quotation
 * marks → passages → the words that attribute them → quotes of one or more segments → speakers. Offsets are UTF-16
 * code units into `body.text`; a span holds the words inside the outer marks. `mentions` give names their tags;
 * `author` is who says `I` outside quotation marks, when one person wrote the article.
 *
 * `"It is over," Borrell wrote.` → one complete quote by `Borrell`, verb `wrote`, method `quote-after-subject-verb`.
 */
export function findQuotes(body: Body, mentions: readonly Mention[], author: string | null = null): Quote[] {
  const passages = findPassages(body);
  const resolve = speakerResolver(body.text, mentions, passages, author);
  return joinSegments(attributePassages(body, passages)).map((segments) =>
    quoteOf(body.text, segments, resolve),
  );
}

function quoteOf(text: string, segments: Segments, resolve: SpeakerResolver): Quote {
  const [first] = segments;
  const last = segments.at(-1) ?? first;
  const attributions = segments.map((segment) => segment.attribution).filter((found) => found?.subject);
  const attribution =
    attributions.find((found) => found && !isCarried(found.rule)) ?? attributions[0] ?? first.attribution;
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

/** Whether a segment was given its speaker for want of its own: what another segment says itself is surer. */
function isCarried(rule: string): boolean {
  return /^(?:running-|previous-subject|same-sentence)/.test(rule);
}

function spanOf(text: string, start: number, end: number): Span {
  return { start, end, exact: text.slice(start, end) };
}
