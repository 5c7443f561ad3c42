import type { Attribution } from './attribution.ts';
import { isCapitalised } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { attachingPrepositions, cueNouns, determiners } from './word-classes.ts';

/** Determiners that begin a noun phrase. Inside one, they only follow a preposition. */
const opening = /^(?:an?|the|th(?:is|at|ese|ose)|his|her|their|its|my|our|your|another)$/;

/** Contractions of subject and verb: `Here’s`, `we’re`. */
const contracted = /^(?:i|we|you|he|she|it|they|there|here|that|who|what|let)['’]/;

/** Endings of nouns for people: `spokeswoman`, `analyst`, `voters`, `respondent`. */
const agent =
  /(?:[eo]r|ee|ist|[ia]an|man|woman|ant|dent|ive|official|secretary|expert|aide|chief|host|friend|wife|mother|father)s?$/;
const people = /^(?:people|percent|men|women|children|police|secretaries|.*(?:men|women|people))$/;

/** Endings of abstract nouns. */
const abstraction = /(?:ness|ism|ity|[ts]ion|[ae]nce|ing)s?$/;
/** Groups and publications that can be quoted, despite an abstract ending. */
const bodies = new Set(
  `business witness university authority community city entity charity facility majority minority celebrity audience
  alliance conference intelligence being king sibling union organization organisation administration foundation
  association commission delegation corporation institution coalition publication petition federation opposition
  station section nation congregation television resolution declaration citation caption transmission
  mission filing posting briefing hearing ruling finding meeting building ministry office team group board council
  company campaign party government court agency crowd family paper newspaper magazine website`.split(/\s+/),
);
const things = new Set(
  `goal aim purpose success failure record challenge idea myth example rule key step tip time money fact row pay turn
  freeze lament turmoil trouble history future data scale`.split(/\s+/),
);

/**
 * True if the subject of an attribution can be a speaker: a person, a group or a publication, such as `a spokesman for
 * the ministry` or `the report`.
 *
 * False if it includes a verb (`answers the most common`), is a singular without an article (`confusing`) or abstract
 * (`the ambitious goal`), or is only a label before a colon (`Comments: "…"`). `isName` is true for words that are names
 * elsewhere in the article; it is asked about the first word of a sentence.
 */
export function canSpeak(
  { tokens, subject, rule, cue }: Attribution,
  isName: (word: string) => boolean,
): boolean {
  const first = subject && tokens[subject.from];
  if (!subject || !first || subject.kind === 'pronoun') return subject !== undefined;
  if (contracted.test(first.lower)) return false;
  const head = headOf(tokens, first, subject.from, subject.to);
  const word = head.lower.replace(/['’]s?$/, '');
  const noun = singularOf(word);
  const byLayout = /^(?:colon|cue-noun)$/.test(rule);
  if (subject.kind === 'name') {
    const isLone = subject.from === 0 && subject.to === 1 && !rule.startsWith('after-');
    if (!isLone || cue?.from === subject.to || isName(first.text)) return true;
    return (
      people.test(word) ||
      (!byLayout && !cueNouns.has(word) && !/(?:ly|ing|less|tions?|^overall)$/.test(first.lower))
    );
  }
  if (runsOver({ tokens, subject })) return false;
  if (byLayout && cueNouns.has(word)) return false;
  if (agent.test(word) || people.test(word)) return true;
  if (byLayout) return isCapitalised(head) || bodies.has(noun);
  if (!determiners.has(first.lower) && !/\p{Lu}/u.test(first.text) && !/[^su]s$/.test(word)) return false;
  // `…," the admission said`: a verb next to the passage is stronger evidence than its subject.
  if (rule.startsWith('after-')) return true;
  return (
    isCapitalised(head) ||
    cueNouns.has(word) ||
    !(things.has(noun) || (abstraction.test(word) && !bodies.has(noun)))
  );
}

/** Returns the head noun: `spokesman` in `a spokesman for the ministry`. */
function headOf(tokens: Token[], first: Token, from: number, to: number): Token {
  let head = first;
  for (const token of tokens.slice(from + 1, to)) {
    if (attachingPrepositions.has(token.lower)) break;
    head = token;
  }
  return head;
}

function singularOf(noun: string): string {
  return bodies.has(noun) ? noun : noun.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

/** True if the subject includes a verb and its object by mistake: `Kasich bemoaned the state`. */
export function runsOver({ tokens, subject }: Pick<Attribution, 'tokens' | 'subject'>): boolean {
  if (subject?.kind !== 'description') return false;
  for (let at = subject.from + 1; at < subject.to - 1; at += 1) {
    const left = tokens[at - 1]?.lower ?? '';
    if (opening.test(tokens[at]?.lower ?? '') && !attachingPrepositions.has(left) && !determiners.has(left))
      return true;
  }
  return false;
}
