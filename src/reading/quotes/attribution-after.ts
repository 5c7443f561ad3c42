import type { Attribution } from './attribution.ts';
import { isCapitalised, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';
import { signatureAfter } from './signature.ts';
import { particleOf, speechVerb } from './speech-verbs.ts';
import { auxiliaries, dayWords, isAdverb, prepositions, relativePronouns } from './word-classes.ts';

/** How many tokens an apposition between the speaker and the verb may take. */
const appositionReach = 40;

/** Finds who says the passage at token `at` in the words after it: `"…," said Borrell`, `"…," he told CNN`. */
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
  const adjacent = isAdjacent(tokens, subject.reach, verb);
  if (!adjacent && (!paused || !opensAside(tokens[subject.reach]))) return undefined;
  // A fragment inside the writer's sentence needs a plain `he said`; anything longer is the sentence going on.
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

/** The speech verb of a subject: at once, or after an apposition in commas, brackets or dashes. */
function verbOf(tokens: Token[], subject: NounPhrase): number | undefined {
  const limit = Math.min(tokens.length, subject.reach + appositionReach);
  for (let index = subject.reach; index < limit; index += 1) {
    const token = tokens[index];
    if (!token || token.kind === 'passage' || token.text === ';') break;
    const verb = token.kind === 'word' ? speechVerb(token.text) : undefined;
    if (!verb || isCapitalised(token)) continue;
    const needsParticle = particleOf.get(verb.lemma);
    if (needsParticle && !needsParticle.has(tokens[index + 1]?.lower ?? '')) continue;
    const helped = auxiliaries.has(tokens[index - 1]?.lower ?? '');
    if (verb.kind === 'speech' && (verb.form === 'finite' || helped)) return index;
    // `they say`, `I say`: the bare form right after the subject.
    if (verb.kind === 'speech' && verb.form === 'base' && isAdjacent(tokens, subject.reach, index))
      return index;
  }
  return undefined;
}

/** What may stand between a subject and its verb: an apposition, a phrase of place or time, a relative clause. */
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

/** `"…," he deadpanned`, `"…!" harrumphed Ana Ruiz`: right after a quote even a verb unknown to us speaks. */
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
  if (!subject || subject.kind === 'description' || !isPast(subject.reach)) return undefined;
  const cue = { from: subject.reach, to: subject.reach + 1 };
  return { rule: 'after-subject-verb', confidence: 0.8, tight: true, tokens, subject, cue };
}

/** `"I admire the plan" of the board, Mr. Ek said.`: the sentence of the passage ends in its attribution. */
function closing(tokens: Token[], at: number): Attribution | undefined {
  const end = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  for (let index = at + 1; index < end; index += 1) {
    if (tokens[index]?.text !== ',') continue;
    const subject = nounPhraseAt(tokens, index + 1, end);
    if (!subject) continue;
    let verb = subject.reach;
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
