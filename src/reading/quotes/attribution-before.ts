import type { Attribution } from './attribution.ts';
import { clauseSubject, impliedSubject, subjectBefore } from './clause-subject.ts';
import { isCapitalised, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { particleOf, speechVerb } from './speech-verbs.ts';
import {
  auxiliaries,
  conjunctions,
  cueNouns,
  determiners,
  isAdverb,
  possessives,
  prepositions,
} from './word-classes.ts';

/** Finds the attribution before the passage at token `at`: `Borrell wrote: "…"`, `calling it "…"`. */
export function attributionBefore(tokens: Token[], at: number): Attribution | undefined {
  const floor = clauseFloor(tokens, at);
  return (
    nearest(tokens, floor, at, possessedNoun) ??
    nearest(tokens, floor, at, speechOrJudgement) ??
    nearest(tokens, floor, at, verbCue) ??
    nearest(tokens, floor, at, nounCue) ??
    (tokens[at - 1]?.text === ':' ? bareColon(tokens, at) : undefined)
  );
}

type Rule = (tokens: Token[], index: number, at: number) => Attribution | undefined;

function nearest(tokens: Token[], floor: number, at: number, rule: Rule): Attribution | undefined {
  for (let index = at - 1; index >= floor; index -= 1) {
    const found = tokens[index]?.kind === 'word' ? rule(tokens, index, at) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Maximum distance of a cue before the passage, in tokens. */
const maxDistance = 80;

function clauseFloor(tokens: Token[], at: number): number {
  const lowest = Math.max(0, at - maxDistance);
  for (let index = at - 1; index > lowest; index -= 1) if (tokens[index]?.text === ';') return index + 1;
  return lowest;
}

/** Attitude verbs come last: in `vowed that, if they believed him, "…"` the cue is `vowed`. */
function speechOrJudgement(tokens: Token[], index: number, at: number): Attribution | undefined {
  if (speechVerb(tokens[index]?.text ?? '')?.kind === 'attitude') return undefined;
  return verbCue(tokens, index, at) ?? accordingTo(tokens, index, at);
}

function verbCue(tokens: Token[], found: number, at: number): Attribution | undefined {
  const index = outerVerb(tokens, found);
  const token = tokens[index];
  const verb = speechVerb(token?.text ?? '');
  if (!token || !verb || (isCapitalised(token) && index > 0)) return undefined;
  const needsParticle = particleOf.get(verb.lemma);
  if (needsParticle && !needsParticle.has(tokens[index + 1]?.lower ?? '')) return undefined;
  let before = index - 1;
  while (isAdverb(tokens[before])) before -= 1;
  const left = tokens[before]?.lower ?? '';
  if (
    verb.form === 'base' &&
    !auxiliaries.has(left) &&
    !/^(?:to|they|i|we|you|who|people)$|[^s']s$|[a-z]ans$/.test(left)
  ) {
    return undefined;
  }
  if (isNoun(tokens, index)) return undefined;
  // `the alleged "…"`: an adjective.
  if (/^(?:a|an|the|his|her|their|its)$/.test(left)) return undefined;
  const implied = verb.form === 'participle' || left === 'to';
  const tight = isTight(tokens, index + 1, at);
  const [near, far] = verb.kind === 'speech' ? [0.95, 0.8] : [0.85, 0.7];
  return {
    rule: implied ? 'before-participle' : 'before-verb',
    confidence: tight ? near : far,
    tight,
    tokens,
    subject: subjectOf(tokens, index, at, implied),
    cue: { from: index, to: index + (needsParticle ? 2 : 1) },
  };
}

function subjectOf(tokens: Token[], verb: number, at: number, implied: boolean): NounPhrase | undefined {
  // `Said Ana Ruiz, who won, "…"`; `Thanking the crowd, he said`
  if (verb === 0) return implied ? clauseSubject(tokens, 0, at) : nounPhraseAt(tokens, 1, at);
  if (isPassive(tokens, verb)) {
    const by = tokens.findIndex((token, index) => index > verb && index < at && token.lower === 'by');
    return by < 0 ? undefined : nounPhraseAt(tokens, by + 1, at);
  }
  const floor = lastPassageBefore(tokens, verb) + 1;
  const find = implied ? impliedSubject : subjectBefore;
  return find(tokens, verb, floor) ?? (floor > 0 ? clauseSubject(tokens, 0, verb) : undefined);
}

/** True for `was asked, "…"`: the subject is not the speaker. */
function isPassive(tokens: Token[], verb: number): boolean {
  const lemma = speechVerb(tokens[verb]?.text ?? '')?.lemma;
  if (lemma !== 'ask' && lemma !== 'tell' && lemma !== 'question') return false;
  return /^(?:is|was|were|are|been|being|be)$/.test(tokens[verb - 1]?.lower ?? '');
}

/** Returns the speech verb around an attitude verb: `said` in `said he wants "…"`. Otherwise `index`. */
function outerVerb(tokens: Token[], index: number): number {
  if ((speechVerb(tokens[index]?.text ?? '')?.kind ?? 'speech') === 'speech') return index;
  let at = index - 1;
  while (auxiliaries.has(tokens[at]?.lower ?? '') || isAdverb(tokens[at])) at -= 1;
  if (!/^(?:he|she|they|it|we|i)$/.test(tokens[at]?.lower ?? '')) return index;
  at -= 1;
  if (tokens[at]?.lower === 'that') at -= 1;
  const outer = speechVerb(tokens[at]?.text ?? '');
  return outer?.kind === 'speech' && outer.form === 'finite' ? at : index;
}

function accordingTo(tokens: Token[], index: number, at: number): Attribution | undefined {
  if (tokens[index]?.lower !== 'according' || tokens[index + 1]?.lower !== 'to') return undefined;
  const subject = nounPhraseAt(tokens, index + 2, at);
  return {
    rule: 'according-to',
    confidence: 0.8,
    tight: false,
    tokens,
    subject,
    cue: { from: index, to: index + 2 },
  };
}

/** A cue noun with a possessor, next to the passage: `Ruiz's slogan, "…"`, `her answer: "…"`. */
function possessedNoun(tokens: Token[], index: number, at: number): Attribution | undefined {
  if (!cueNouns.has(tokens[index]?.lower ?? '') || at - index > 3) return undefined;
  if (!/^[,:]$/.test(tokens[at - 1]?.text ?? '')) return undefined;
  const subject = possessorOf(tokens, index);
  return subject ? nounCue(tokens, index, at) : undefined;
}

/** A cue noun: `In a statement: "…"`, `the answer was "…"`. */
function nounCue(tokens: Token[], index: number, at: number): Attribution | undefined {
  const token = tokens[index];
  if (!token || !cueNouns.has(token.lower)) return undefined;
  const tight = isTight(tokens, index + 1, at);
  const colon = tokens[at - 1]?.text === ':';
  if (!tight && !colon) return undefined;
  const subject =
    possessorOf(tokens, index) ?? clauseSubject(tokens, lastPassageBefore(tokens, index) + 1, at);
  return {
    rule: 'cue-noun',
    confidence: colon ? 0.85 : 0.7,
    tight,
    tokens,
    subject,
    cue: { from: index, to: index + 1 },
  };
}

/** Finds the speaker of a cue noun: `Ruiz's tweet`, `her answer`, `a statement from the ministry`. */
function possessorOf(tokens: Token[], noun: number): NounPhrase | undefined {
  for (let index = noun - 1; index >= Math.max(0, noun - 4); index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') break;
    if (possessives.has(token.lower)) return { kind: 'pronoun', from: index, to: index + 1 };
    if (/['’]s?$/.test(token.text) && isCapitalised(token)) {
      let from = index;
      while (from > 0 && isCapitalised(tokens[from - 1])) from -= 1;
      return { kind: 'name', from, to: index + 1 };
    }
  }
  const link = tokens[noun + 1]?.lower;
  return link === 'from' || link === 'by' ? nounPhraseAt(tokens, noun + 2) : undefined;
}

function bareColon(tokens: Token[], at: number): Attribution | undefined {
  const subject = clauseSubject(tokens, lastPassageBefore(tokens, at) + 1, at - 1);
  return { rule: 'colon', confidence: subject ? 0.8 : 0.6, tight: true, tokens, subject, cue: null };
}

function lastPassageBefore(tokens: Token[], at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) if (tokens[index]?.kind === 'passage') return index;
  return -1;
}

/** True for a verb form in -s that is a noun: `loud calls of "…"`, `his remarks "…"`. */
function isNoun(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !/s$/.test(token.lower) || /^(?:says|tells|writes|thinks)$/.test(token.lower)) return false;
  const left = tokens[index - 1];
  if (/^(?:of|about|from)$/.test(tokens[index + 1]?.lower ?? '')) return true;
  return (
    left?.kind !== 'word' ||
    determiners.has(left.lower) ||
    prepositions.has(left.lower) ||
    conjunctions.has(left.lower) ||
    /['’]s$/.test(left.text)
  );
}

/** True if only a comma, colon, article, `that`, `as` or the addressee is between cue and passage. */
function isTight(tokens: Token[], from: number, at: number): boolean {
  if (from >= at) return true;
  const last = tokens[at - 1];
  if (last?.text === ',' || last?.text === ':') return at - from <= 14;
  for (let index = from; index < at; index += 1) {
    if (
      !/^(?:that|as|it|out|how|a|an|the|him|her|them|me|us|reporters|to|of|is|was|were|are|in|part)$/.test(
        tokens[index]?.lower ?? '',
      )
    )
      return false;
  }
  return true;
}
