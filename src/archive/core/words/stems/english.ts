/** Words that only look inflected. Their stem is the word. */
const uninflected = new Set(
  (
    'news series species means always perhaps besides towards afterwards whereas lens atlas alias bias canvas christmas ' +
    'diabetes mercedes texas kansas arkansas andes athens brussels paris wales james thomas jesus mars venus hermes ' +
    'gas bus plus thus versus bonus virus campus census status focus consensus corpus genius circus chorus minus surplus ' +
    'nexus cactus lotus sinus radius stimulus apparatus prospectus during morning evening nothing something anything ' +
    'everything ceiling sterling viking beijing boeing hundred kindred sacred naked wicked indeed need feed seed speed ' +
    'breed bleed greed creed weed reed steed heed proceed exceed succeed does mohammed muhammad ahmed alfred'
  ).split(' '),
);

/** Irregular forms, each with its plain form. */
const irregular = new Map<string, string>(
  (
    'men:man women:woman children:child people:people feet:foot teeth:tooth mice:mouse geese:goose lives:life wives:wife ' +
    'knives:knife leaves:leaf thieves:thief wolves:wolf halves:half shelves:shelf loaves:loaf selves:self ' +
    'crises:crisis analyses:analysis hypotheses:hypothesis theses:thesis diagnoses:diagnosis emphases:emphasis ' +
    'parentheses:parenthesis oases:oasis criteria:criterion phenomena:phenomenon ' +
    'buses:bus gases:gas viruses:virus bonuses:bonus campuses:campus censuses:census statuses:status focuses:focus ' +
    'biases:bias lenses:lens aliases:alias atlases:atlas canvases:canvas geniuses:genius circuses:circus ' +
    'surpluses:surplus choruses:chorus quizzes:quiz movies:movie cookies:cookie zombies:zombie calories:calorie ' +
    'rookies:rookie brownies:brownie selfies:selfie hoodies:hoodie prairies:prairie ties:tie lies:lie dies:die pies:pie ' +
    'shoes:shoe toes:toe canoes:canoe caches:cache headaches:headache aches:ache goes:go ' +
    'gave:give given:give took:take taken:take went:go gone:go came:come made:make paid:pay sent:send spent:spend ' +
    'lost:lose told:tell thought:think kept:keep knew:know known:know grew:grow grown:grow began:begin begun:begin ' +
    'ran:run spoke:speak spoken:speak broke:break broken:break chose:choose chosen:choose drove:drive driven:drive ' +
    'wrote:write written:write held:hold met:meet won:win led:lead built:build sold:sell bought:buy fought:fight ' +
    'taught:teach caught:catch stole:steal stolen:steal threw:throw thrown:throw flew:fly flown:fly drew:draw drawn:draw ' +
    'said:say says:say used:use using:use uses:use died:die dying:die lied:lie lying:lie tied:tie tying:tie ' +
    'agreed:agree disagreed:disagree guaranteed:guarantee freed:free decreed:decree fled:flee united:unite uniting:unite'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', plain = ''] = pair.split(':');
      return [form, plain];
    }),
);

/** Shortest word whose silent e or second l is left out of its stem: change and changing, install and instalment. */
const LONG = 6;

/** Leaves out the ending that inflections drop: `change` → chang, `install` → instal. */
function withoutSilentEnd(stem: string): string {
  return stem.length >= LONG && /[^e]e$|ll$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** True if a short stem before -ing or -ed has lost an e: mak, clos, rais, danc. */
function lacksE(stem: string): boolean {
  if (stem.length > 4) return false;
  const singleVowel = /^[^aeiou]{1,2}[aeiouy][^aeiouwxy]$|^[aeiou][^aeiouwxy]$/.test(stem);
  return singleVowel || /[vcuz]$|[bcdfgkpstz]l$|[dr]g$|[nrp]s$|[aeiou]{2}s$/.test(stem);
}

/** Returns the verb of a stem before -ing or -ed: `plann` → plan, `mak` → make, `visit` → visit. */
function verbOf(stem: string): string {
  if (/([bdfgkmnprtv])\1$/.test(stem) && !/ff$/.test(stem) && stem.length > 3) return stem.slice(0, -1);
  return lacksE(stem) ? `${stem}e` : stem;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|x|zz|ch|sh|o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eed')) return word;
  const stem = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)?.[1];
  return stem === undefined || stem.length < 3 ? word : verbOf(stem);
}

/**
 * Returns the stem of an English word in lower case: without the endings s, es, ies, ed and ing. It joins the forms of one
 * word and never two words: news and new, university and universe, organization and organic stay apart. Letters that
 * are not ASCII make it a word of another language.
 *
 *     englishStem('policies') → 'policy'      englishStem('planning') → 'plan'      englishStem('news') → 'news'
 */
export function englishStem(word: string): string {
  if (!/^[a-z]{3,}$/.test(word) || uninflected.has(word)) return word;
  const plain = irregular.get(word);
  if (plain !== undefined) return withoutSilentEnd(plain);
  const singular = withoutPlural(word);
  if (singular !== word) return withoutSilentEnd(irregular.get(singular) ?? singular);
  return withoutSilentEnd(withoutVerbEnding(word));
}
