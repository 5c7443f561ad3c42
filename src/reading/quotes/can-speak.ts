import type { Attribution } from './attribution.ts';
import { isCapitalised } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { attaching, cueNouns, determiners } from './word-classes.ts';

/** Determiners that open a noun phrase and never stand inside one, but after a preposition. */
const opening = /^(?:an?|the|th(?:is|at|ese|ose)|his|her|their|its|my|our|your|another)$/;

/** `Here’s`, `we’re`: a subject and its verb in one word. */
const contracted = /^(?:i|we|you|he|she|it|they|there|here|that|who|what|let)['’]/;

/** Nouns by whose ending somebody does or is something: `spokeswoman`, `analyst`, `voters`, `respondent`. */
const agent =
  /(?:[eo]r|ee|ist|[ia]an|man|woman|ant|dent|ive|official|secretary|expert|aide|chief|host|friend|wife|mother|father)s?$/;
const people = /^(?:people|percent|men|women|children|police|secretaries|.*(?:men|women|people))$/;

/** Endings of what is thought and felt, and the words with them that name a body of people. */
const abstraction = /(?:ness|ism|ity|[ts]ion|[ae]nce|ing)s?$/;
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
 * Whether the words that an attribution takes for the speaker can be somebody, a body of people or their papers:
 * `a spokesman for the ministry`, `the report`. Not when they run over a verb (`answers the most common`), name a
 * singular without an article (`confusing`) or an abstraction (`the ambitious goal`), or when a colon or a cue noun
 * alone gives them the passage and they name nobody (`Comments: "…"`). `isName` tells of the first word of a sentence
 * whether it is a name elsewhere.
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
    if (!isLone || cue?.from === subject.reach || isName(first.text)) return true;
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
  // `…," the admission said`: the verb right at the passage tells more than its subject.
  if (rule.startsWith('after-')) return true;
  return (
    isCapitalised(head) ||
    cueNouns.has(word) ||
    !(things.has(noun) || (abstraction.test(word) && !bodies.has(noun)))
  );
}

/** The last word before what hangs on it: `spokesman` in `a spokesman for the ministry`. */
function headOf(tokens: Token[], first: Token, from: number, to: number): Token {
  let head = first;
  for (const token of tokens.slice(from + 1, to)) {
    if (attaching.has(token.lower)) break;
    head = token;
  }
  return head;
}

function singularOf(noun: string): string {
  return bodies.has(noun) ? noun : noun.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

/** Whether the words of a subject run over a verb to its object: `Kasich bemoaned the state`. */
export function runsOver({ tokens, subject }: Pick<Attribution, 'tokens' | 'subject'>): boolean {
  if (subject?.kind !== 'description') return false;
  for (let at = subject.from + 1; at < subject.to - 1; at += 1) {
    const left = tokens[at - 1]?.lower ?? '';
    if (opening.test(tokens[at]?.lower ?? '') && !attaching.has(left) && !determiners.has(left)) return true;
  }
  return false;
}
