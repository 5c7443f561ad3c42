/**
 * The stem of an English word as SQLite's `porter` tokenizer gives it: Porter 1980, "An algorithm for suffix
 * stripping", with its later changes (`bli`, `logi`), over UTF-8 bytes. The word is folded already.
 *
 *     stemOf('demilitarized') → 'demilitar'
 */
export function stemOf(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return porter(word);
  // A byte beyond ASCII is a consonant, and counts for the length.
  return Buffer.from(porter(Buffer.from(word).toString('latin1')), 'latin1').toString();
}

const SHORTEST = 3;
const LONGEST = 64;

const step2: [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const step3: [string, string][] = [
  ['ical', 'ic'],
  ['ness', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ful', ''],
  ['ative', ''],
  ['alize', 'al'],
];
const step4 = 'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'.split(' ');

/** Whether each letter is a consonant; `y` is one unless it follows a consonant. */
function consonants(stem: string): boolean[] {
  const found: boolean[] = [];
  for (const letter of stem) {
    const vowel = 'aeiou'.includes(letter) || (letter === 'y' && found.at(-1) === true);
    found.push(!vowel);
  }
  return found;
}

/** Porter's m: how many times vowels are followed by consonants. */
function measure(stem: string): number {
  const found = consonants(stem);
  return found.filter((consonant, at) => consonant && found[at - 1] === false).length;
}

function hasVowel(stem: string): boolean {
  return /[aeiou]|.y/s.test(stem);
}

/** Porter's *o: ends in consonant, vowel, consonant, the last not w, x or y. */
function endsShort(stem: string): boolean {
  const [first, second, third] = consonants(stem).slice(-3);
  return first === true && second === false && third === true && !/[wxy]$/.test(stem);
}

function replaced(word: string, endings: [string, string][]): string {
  const ending = endings.find(([suffix]) => word.length > suffix.length && word.endsWith(suffix));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending[0].length);
  return measure(stem) > 0 ? stem + ending[1] : word;
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('es')) {
    const long = (word.length > 4 && word.endsWith('sses')) || (word.length > 3 && word.endsWith('ies'));
    return word.slice(0, long ? -2 : -1);
  }
  return word.endsWith('ss') ? word : word.slice(0, -1);
}

function withoutPast(word: string): string {
  if (word.length > 3 && word.endsWith('eed'))
    return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((each) => word.length > each.length && word.endsWith(each));
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  if (!hasVowel(stem)) return word;
  if (stem.length > 2 && /(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeioulsz])\1$/s.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function porter(word: string): string {
  if (word.length < SHORTEST || word.length > LONGEST) return word;
  let stem = withoutPast(withoutPlural(word));
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaced(replaced(stem, step2), step3);
  const suffix = step4.find((each) => stem.length > each.length && stem.endsWith(each));
  if (suffix !== undefined) {
    const before = stem.slice(0, -suffix.length);
    if (measure(before) > 1 && (suffix !== 'ion' || /[st]$/.test(before))) stem = before;
  }
  if (stem.endsWith('e')) {
    const before = stem.slice(0, -1);
    const long = measure(before);
    if (long > 1 || (long === 1 && !endsShort(before))) stem = before;
  }
  return stem.endsWith('ll') && measure(stem.slice(0, -1)) > 1 ? stem.slice(0, -1) : stem;
}
