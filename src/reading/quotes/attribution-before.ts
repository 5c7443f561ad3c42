import type { Attribution } from './attribution.ts';
import { borrowedSubject, clauseSubject, subjectBefore } from './clause-subject.ts';
import { isCapitalised, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { particleOf, speechVerb } from './speech-verbs.ts';
import { auxiliaries, conjunctions, cueNouns, determiners, possessives, prepositions } from './word-classes.ts';

/** Finds who says the passage at token `at` in the words before it: `Borrell wrote: "…"`, `calling it "…"`. */
export function attributionBefore(tokens: Token[], at: number): Attribution | undefined {
  const colon = tokens[at - 1]?.text === ':';
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token || token.text === ';') break;
    if (token.kind !== 'word') continue;
    const found = verbCue(tokens, index, at) ?? accordingTo(tokens, index, at) ?? nounCue(tokens, index, at);
    if (found) return found;
  }
  return colon ? bareColon(tokens, at) : undefined;
}

function verbCue(tokens: Token[], index: number, at: number): Attribution | undefined {
  const token = tokens[index];
  const verb = speechVerb(token?.text ?? '');
  if (!token || !verb || (isCapitalised(token) && index > 0)) return undefined;
  const needsParticle = particleOf.get(verb.lemma);
  if (needsParticle && !needsParticle.has(tokens[index + 1]?.lower ?? '')) return undefined;
  const left = tokens[index - 1]?.lower ?? '';
  if (verb.form === 'base' && !(auxiliaries.has(left) || /^(?:to|they|i|we|you|who)$/.test(left) || /[^s]s$/.test(left))) {
    return undefined;
  }
  if (isNoun(tokens, index)) return undefined;
  // `a called third strike`, `the alleged "…"`: a form between determiner and passage is an adjective.
  if (/^(?:a|an|the|his|her|their|its)$/.test(left)) return undefined;
  const floor = lastPassageBefore(tokens, index) + 1;
  const borrowed = verb.form === 'participle' || left === 'to';
  const subject = borrowed ? borrowedSubject(tokens, index, floor) : subjectBefore(tokens, index, floor);
  const tight = isTight(tokens, index + 1, at);
  const base = verb.kind === 'speech' ? 0.9 : 0.8;
  return {
    rule: borrowed ? 'before-participle' : 'before-verb',
    confidence: tight ? base + 0.05 : base - 0.1,
    tight,
    tokens,
    subject,
    cue: { from: index, to: index + (needsParticle ? 2 : 1) },
  };
}

function accordingTo(tokens: Token[], index: number, at: number): Attribution | undefined {
  if (tokens[index]?.lower !== 'according' || tokens[index + 1]?.lower !== 'to') return undefined;
  const subject = nounPhraseAt(tokens, index + 2, at);
  return { rule: 'according-to', confidence: 0.8, tight: false, tokens, subject, cue: { from: index, to: index + 2 } };
}

/** `In a statement: "…"`, `his answer was "…"`, `Trump's slogan, "…"`. */
function nounCue(tokens: Token[], index: number, at: number): Attribution | undefined {
  const token = tokens[index];
  if (!token || !cueNouns.has(token.lower)) return undefined;
  const tight = isTight(tokens, index + 1, at);
  const colon = tokens[at - 1]?.text === ':';
  if (!tight && !colon) return undefined;
  const subject = possessorOf(tokens, index) ?? clauseSubject(tokens, lastPassageBefore(tokens, index) + 1, at);
  return { rule: 'cue-noun', confidence: colon ? 0.85 : 0.7, tight, tokens, subject, cue: { from: index, to: index + 1 } };
}

/** Whose words a cue noun means: `Trump's tweet`, `her answer`, `a statement from the ministry`. */
function possessorOf(tokens: Token[], noun: number): NounPhrase | undefined {
  for (let index = noun - 1; index >= Math.max(0, noun - 4); index -= 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') break;
    if (possessives.has(token.lower)) return { kind: 'pronoun', from: index, to: index + 1, reach: index + 1 };
    if (/['’]s?$/.test(token.text) && isCapitalised(token)) {
      let from = index;
      while (from > 0 && isCapitalised(tokens[from - 1])) from -= 1;
      return { kind: 'name', from, to: index + 1, reach: index + 1 };
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

/** `constant calls of "…"`, `his remarks "…"`: an -s form that stands as a noun. */
function isNoun(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !/s$/.test(token.lower)) return false;
  const left = tokens[index - 1];
  if (/^(?:of|about|from)$/.test(tokens[index + 1]?.lower ?? '')) return true;
  return left?.kind !== 'word' || determiners.has(left.lower) || prepositions.has(left.lower) || conjunctions.has(left.lower) || /['’]s$/.test(left.text);
}

/** Nothing but a comma, colon, `that`, `as`, an article or the person spoken to stands between cue and passage. */
function isTight(tokens: Token[], from: number, at: number): boolean {
  if (from >= at) return true;
  const last = tokens[at - 1];
  if (last?.text === ',' || last?.text === ':') return at - from <= 14;
  for (let index = from; index < at; index += 1) {
    if (!/^(?:that|as|it|out|how|a|an|the|him|her|them|me|us|reporters|to|of|is|was|were|are|in|part)$/.test(tokens[index]?.lower ?? '')) return false;
  }
  return true;
}
