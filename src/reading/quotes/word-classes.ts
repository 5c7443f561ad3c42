/** Closed classes of English words, in lower case. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Pronouns that can be the subject of a speech verb. */
export const subjectPronouns = set(
  'he she they it i we you one everyone everybody someone somebody nobody others many some most few both several another',
);
export const relativePronouns = set('who which that');
export const possessives = set('his her their its my our your');
export const determiners = set(
  'a an the this that these those his her their its my our your one another each every some many no several two three four five six most both all',
);
export const prepositions = set(
  `about above across after against along amid among around as at before behind below beneath beside besides between
  beyond by despite down during except for from in inside into like near of off on onto out outside over past per
  regarding since through throughout to toward towards under until unlike up upon via with within without following`,
);
/** Prepositions that attach a phrase to the noun before: a spokesman *for* the ministry. */
export const attachingPrepositions = set('of for at from with in on to');
export const subordinators = set(
  'that because when while whereas after before if since although though whether where which who whose whom once unless until so why how what as than',
);
export const conjunctions = set('and but or nor yet then');
export const auxiliaries = set(
  `has have had having will would can could shall should may might must do does did is are was were be been being not
  never n't hasn't haven't hadn't won't wouldn't can't cannot couldn't didn't doesn't don't isn't wasn't weren't
  ’ve ’d ’ll`,
);
const adverbs = set(
  `also later then once now often again still even just soon ever always sometimes today yesterday tomorrow tonight
  earlier afterward afterwards twice first instead further thus here there too simply merely perhaps maybe only
  likewise meanwhile recently back almost however nonetheless nevertheless moreover further long ago`,
);
export const dayWords = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
  sat sun morning afternoon evening night week month year`,
);
/** Particles inside names: Ursula von der Leyen, Charles de Gaulle. */
export const particles = set('von van der den de la le du da dos del di al bin ibn ben el ter y');
/** Nouns for something said or written: in a *statement*, his *tweet*. */
export const cueNouns = set(
  `statement statements tweet tweets message messages post posts letter letters email e-mail emails speech remarks
  remark words word comment comments question answer reply response memo op-ed column release report note caption
  headline editorial testimony interview quote slogan motto mantra refrain transcript dispatch briefing request reads
  argument explanation conclusion assessment reaction advice warning point exchange following text sign signs banner
  chant chants cry shout line article piece blog entry`,
);

/** Common finite verbs, which end a noun phrase. */
export const finiteVerbs = set(
  `is are was were has had have will would can could may might must should did does do said says came went got made took
  gave saw knew thought kept held stood ran won lost met led left began became told wrote felt put set sat seems
  appeared appears remained stayed tried used wants wanted called calls makes takes gives gets goes comes shows
  threw sought brought bought fought caught taught spoke drew grew withdrew rose fell chose broke drove sent spent`,
);

const nounsInLy = set(
  'daily weekly monthly family ally rally reply assembly bully monopoly italy july sicily',
);

/** True for adverbs: `also`, `often`, and most lower-case words in -ly (not Kelly or Reilly). */
export function isAdverb(word: { text: string; lower: string } | undefined): boolean {
  if (!word) return false;
  if (adverbs.has(word.lower)) return true;
  return /^[a-z]{3,}ly$/.test(word.text) && !nounsInLy.has(word.lower);
}
