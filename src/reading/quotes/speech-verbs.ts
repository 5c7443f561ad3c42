/** A form of a verb that can attribute a quote. */
export interface SpeechVerb {
  lemma: string;
  form: 'finite' | 'participle' | 'base';
  /**
   * `speech` verbs introduce whole sentences, `judgement` verbs (calling, describing) words within the writer's
   * sentence. So do `attitude` verbs (believes, wants), but a speech verb around them wins.
   */
  kind: 'speech' | 'judgement' | 'attitude';
}

const regularSpeech = `accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure
  beg bellow blog boast cable caution chant charge cheer chide chime chuckle claim clarify command comment complain
  concede conclude confess confide confirm contend continue counter crow cry declare decree demand deny detail
  disclose echo elaborate email e-mail emphasise emphasize enthuse estimate exclaim exhort explain exult fret fume gripe
  groan grumble gush hint holler implore indicate inform inquire insist instruct interject interrupt intone joke lament
  laugh lecture maintain marvel message moan mumble murmur muse mutter note object observe opine order phrase plead
  pledge post pray preach predict press proclaim promise pronounce propose protest question quip quote
  rage rail rant reason reassure recall recite reckon recommend recount reflect reiterate relate remark remember
  remind repeat reply report respond retort retweet reveal roar rule scoff scream scribble shout shriek sigh signal
  snap snarl sneer specify speculate spell state stress submit suggest summarise summarize tease testify text thank thunder
  tout trumpet tweet urge utter venture voice volunteer vow wail warn whisper wonder worry surmise theorize theorise deadpan opine posit blurt croon enthuse rasp quaver beam cackle crack yell yelp title caption`;

const irregularSpeech: Record<string, [past: string, ...others: string[]]> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  read: ['read'],
  sing: ['sang', 'sung'],
  swear: ['swore', 'sworn'],
  speak: ['spoke', 'spoken'],
  put: ['put'],
  go: ['went'],
  begin: ['began', 'begun'],
  think: ['thought'],
  shoot: ['shot'],
  fire: ['fired'],
  sum: ['summed'],
  point: ['pointed'],
  offer: ['offered'],
  open: ['opened'],
};

const regularJudgement = `acclaim applaud assail attack attribute bash bill blame blast brand call castigate celebrate characterise
  characterize cite coin compare compliment condemn criticise criticize deem decry defend define denounce
  deride describe disavow dismiss disparage dub endorse express fault hail hammer herald identify imply
  interpret label lambast lambaste laud liken list lobby mention mischaracterize mock name nickname paint
  perceive portray praise pressure rate rebuke refer regard reject ridicule rip salute say slam taunt term
  trash vilify warn advocate apologize concern convince excoriate pan frame brag dispute stipulate`;

const regularAttitude = `believe consider expect fear invoke oppose outline prefer support target treat want welcome allude discuss
  embrace hope vent view guarantee hit pose knock require show`;

const irregularAttitude: Record<string, [past: string, ...others: string[]]> = {
  see: ['saw', 'seen'],
  feel: ['felt'],
  find: ['found'],
  hear: ['heard'],
  make: ['made'],
  give: ['gave', 'given'],
};

/** Verbs that attribute only with a particle (`pointed out`, `went on`, `put it`), by lemma. */
export const particleOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['put', new Set(['it', 'this'])],
  ['go', new Set(['on', 'off'])],
  ['shoot', new Set(['back'])],
  ['fire', new Set(['back', 'off'])],
  ['sum', new Set(['up', 'it'])],
  ['point', new Set(['out', 'to'])],
]);

const forms = new Map<string, SpeechVerb>();

function addForms(lemma: string, pasts: string[], kind: SpeechVerb['kind']): void {
  const put = (word: string, form: SpeechVerb['form']) => {
    if (!forms.has(word)) forms.set(word, { lemma, form, kind });
  };
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  put(thirdPerson(lemma), 'finite');
  for (const past of pasts) put(past, 'finite');
  put(`${stem}ing`, 'participle');
  if (/[^aeiou][aeiou][bdgmnpt]$/.test(lemma)) put(`${lemma}${lemma.at(-1)}ing`, 'participle');
  put(lemma, 'base');
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|go)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function regularPast(lemma: string): string[] {
  if (lemma.endsWith('e')) return [`${lemma}d`];
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`];
  if (/[^aeiou][aeiou][bdgmnpt]$/.test(lemma)) return [`${lemma}${lemma.at(-1)}ed`, `${lemma}ed`];
  return [`${lemma}ed`];
}

const words = (list: string) => list.split(/\s+/);
for (const [lemma, pasts] of Object.entries(irregularSpeech)) addForms(lemma, pasts, 'speech');
for (const lemma of words(regularSpeech)) addForms(lemma, regularPast(lemma), 'speech');
for (const [lemma, pasts] of Object.entries(irregularAttitude)) addForms(lemma, pasts, 'attitude');
for (const lemma of words(regularJudgement)) addForms(lemma, regularPast(lemma), 'judgement');
for (const lemma of words(regularAttitude)) addForms(lemma, regularPast(lemma), 'attitude');

/** Looks a word up, in any letter case. Undefined if it is not a form of such a verb. */
export function speechVerb(word: string): SpeechVerb | undefined {
  return forms.get(word.toLowerCase());
}
