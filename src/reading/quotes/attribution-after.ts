import type { Attribution } from './attribution.ts';
import { isCapitalised, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { signatureAfter } from './signature.ts';
import { particleOf, speechVerb } from './speech-verbs.ts';
import { auxiliaries, dayWords, isAdverb, prepositions, relativePronouns } from './word-classes.ts';

/** Maximum number of tokens between the speaker and the verb. */
const maxAside = 40;

/** Finds the attribution after the passage at token `at`: `"…," said Borrell`, `"…," he told CNN`. */
export function attributionAfter(tokens: Token[], at: number): Attribution | undefined {
  const passage = tokens[at];
  if (!passage) return undefined;
  let from = at + 1;
  const paused = /[,?!…—–-]['’]?$/.test(passage.text) || tokens[from]?.text === ',';
  while (/^(?:,|--+|—|–)$/.test(tokens[from]?.text ?? '')) from += 1;
  return (
    inverted(tokens, from, paused) ??
    accordingTo(tokens, from) ??
    direct(tokens, from, paused, tokens[at - 1]?.kind === 'word') ??
    signatureAfter(tokens, at) ??
    (paused ? unknownVerb(tokens, at, from) : undefined) ??
    closing(tokens, at)
  );
}

function inverted(tokens: Token[], from: number, paused: boolean): Attribution | undefined {
  let verb = from;
  while (isAdverb(tokens[verb])) verb += 1;
  const cue = speechVerb(tokens[verb]?.text ?? '');
  if (cue?.kind !== 'speech' || cue.form !== 'finite' || !paused) return undefined;
  let next = verb + 1;
  while (isAdverb(tokens[next]) || dayWords.has(tokens[next]?.lower ?? '')) next += 1;
  const subject = nounPhraseAt(tokens, next);
  if (!subject) return undefined;
  return {
    rule: 'after-inverted',
    confidence: 0.97,
    tight: true,
    tokens,
    subject,
    cue: { from: verb, to: verb + 1 },
  };
}

function accordingTo(tokens: Token[], from: number): Attribution | undefined {
  if (tokens[from]?.lower !== 'according' || tokens[from + 1]?.lower !== 'to') return undefined;
  const subject = nounPhraseAt(tokens, from + 2);
  return { rule: 'according-to', confidence: 0.9, tight: true, tokens, subject, cue: { from, to: from + 2 } };
}

function direct(tokens: Token[], start: number, paused: boolean, embedded: boolean): Attribution | undefined {
  let from = start;
  if (tokens[from]?.lower === 'as' || tokens[from]?.lower === 'is') from += 1;
  while (isAdverb(tokens[from])) from += 1;
  const subject = nounPhraseAt(tokens, from);
  if (!subject) return undefined;
  const verb = verbOf(tokens, subject);
  if (verb === undefined) return undefined;
  const adjacent = isAdjacent(tokens, subject.to, verb);
  if (!adjacent && (!paused || !opensAside(tokens[subject.to]))) return undefined;
  // After a fragment inside the writer's sentence, only a plain `he said` is an attribution.
  if (!adjacent && embedded && subject.kind === 'description') return undefined;
  const particle = tokens[verb + 1];
  const takesParticle = particleOf
    .get(speechVerb(tokens[verb]?.text ?? '')?.lemma ?? '')
    ?.has(particle?.lower ?? '');
  return {
    rule: 'after-subject-verb',
    confidence: paused ? (adjacent ? 0.97 : 0.92) : 0.75,
    tight: paused,
    tokens,
    subject,
    cue: { from: verb, to: verb + (takesParticle ? 2 : 1) },
  };
}

/** Finds the speech verb of a subject, directly after it or after an aside. */
function verbOf(tokens: Token[], subject: NounPhrase): number | undefined {
  const limit = Math.min(tokens.length, subject.to + maxAside);
  for (let index = subject.to; index < limit; index += 1) {
    const token = tokens[index];
    if (!token || token.kind === 'passage' || token.text === ';') break;
    const verb = token.kind === 'word' ? speechVerb(token.text) : undefined;
    if (!verb || isCapitalised(token)) continue;
    const needsParticle = particleOf.get(verb.lemma);
    if (needsParticle && !needsParticle.has(tokens[index + 1]?.lower ?? '')) continue;
    const helped = auxiliaries.has(tokens[index - 1]?.lower ?? '');
    if (verb.kind === 'speech' && (verb.form === 'finite' || helped)) return index;
    // `they say`, `I say`
    if (verb.kind === 'speech' && verb.form === 'base' && isAdjacent(tokens, subject.to, index)) return index;
  }
  return undefined;
}

/** True for a token that can begin an aside between subject and verb, such as an apposition or a relative clause. */
function opensAside(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.kind === 'mark' ||
    prepositions.has(token.lower) ||
    relativePronouns.has(token.lower) ||
    isAdverb(token) ||
    auxiliaries.has(token.lower) ||
    dayWords.has(token.lower) ||
    token.lower === 'and'
  );
}

function isAdjacent(tokens: Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    if (!isAdverb(tokens[index]) && !auxiliaries.has(tokens[index]?.lower ?? '')) return false;
  }
  return true;
}

/** Directly after a quote, any verb in -ed is a speech verb: `"…," he deadpanned`, `"…!" harrumphed Ana Ruiz`. */
function unknownVerb(tokens: Token[], at: number, from: number): Attribution | undefined {
  if (tokens[at - 1]?.kind === 'word') return undefined;
  const isPast = (index: number) => /^[a-z]{2,}ed$/.test(tokens[index]?.text ?? '');
  const inverse = isPast(from) ? nounPhraseAt(tokens, from + 1) : undefined;
  if (inverse && inverse.kind !== 'description') {
    return {
      rule: 'after-inverted',
      confidence: 0.8,
      tight: true,
      tokens,
      subject: inverse,
      cue: { from, to: from + 1 },
    };
  }
  const subject = nounPhraseAt(tokens, from);
  if (!subject || subject.kind === 'description' || !isPast(subject.to)) return undefined;
  const cue = { from: subject.to, to: subject.to + 1 };
  return { rule: 'after-subject-verb', confidence: 0.8, tight: true, tokens, subject, cue };
}

/** Finds an attribution at the end of the sentence: `"I admire the plan" of the board, Mr. Ek said.` */
function closing(tokens: Token[], at: number): Attribution | undefined {
  const end = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  for (let index = at + 1; index < end; index += 1) {
    if (tokens[index]?.text !== ',') continue;
    const subject = nounPhraseAt(tokens, index + 1, end);
    if (!subject) continue;
    let verb = subject.to;
    while (verb < end && (isAdverb(tokens[verb]) || auxiliaries.has(tokens[verb]?.lower ?? ''))) verb += 1;
    const cue = speechVerb(tokens[verb]?.text ?? '');
    if (cue?.kind !== 'speech' || cue.form === 'participle') continue;
    const next = tokens[verb + 1];
    if (next && verb + 1 < end && next.text !== ',') continue;
    return {
      rule: 'closing-attribution',
      confidence: 0.8,
      tight: false,
      tokens,
      subject,
      cue: { from: verb, to: verb + 1 },
    };
  }
  return undefined;
}
