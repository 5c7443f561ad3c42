import { pick } from './random.ts';
import {
  arabicFirstNames,
  arabicSurnames,
  capitalise,
  chineseSurnames,
  chineseSyllables,
  koreanSurnames,
  koreanSyllables,
  type WordLists,
} from './word-lists.ts';

/** A made-up person: the full name, and the short form that news uses afterwards. */
export interface InventedPerson {
  full: string;
  short: string;
  given: string;
}

/** Makes up a name in the manner of one of the world's naming customs. */
export function inventPerson(lists: WordLists, random: () => number): InventedPerson {
  const chance = random();
  if (chance < 0.1) return korean(random);
  if (chance < 0.18) return chinese(random);
  if (chance < 0.32) return arabic(random);
  const given = pick(lists.firstNames, random);
  const surname = chance < 0.97 ? pick(lists.surnames, random) : coin(random);
  if (chance < 0.38) {
    const second = pick(lists.surnames, random);
    const short = random() < 0.5 ? `${surname}-${second}` : `${surname} ${second}`;
    return { given, short, full: `${given} ${short}` };
  }
  if (chance < 0.45) {
    const short =
      `${pick(['de', 'van', 'von', 'De', 'van der', 'de la', 'Di', 'Le', 'Mc', "O'", 'ter', 'da'], random)} ${surname}`.replace(
        /(Mc|O') /,
        '$1',
      );
    return { given, short, full: `${given} ${short}` };
  }
  if (chance < 0.55)
    return { given, short: surname, full: `${given} ${pick([...'ABCDEFGHJKLMNPRSTW'], random)}. ${surname}` };
  if (chance < 0.57)
    return {
      given,
      short: surname,
      full: `${pick([...'ABCDEFGHJKLMNPRSTW'], random)}.${pick([...'ABCDEFGHJKLMNPRSTW'], random)}. ${surname}`,
    };
  if (chance < 0.62)
    return { given, short: surname, full: `${given} ${pick(lists.firstNames, random)} ${surname}` };
  if (chance < 0.65)
    return { given, short: surname, full: `${given}-${pick(lists.firstNames, random)} ${surname}` };
  return { given, short: surname, full: `${given} ${surname}` };
}

function korean(random: () => number): InventedPerson {
  const short = pick(koreanSurnames, random);
  const [one, two] = [pick(koreanSyllables, random), pick(koreanSyllables, random)];
  const given =
    random() < 0.7
      ? `${one}-${two.toLowerCase()}`
      : random() < 0.5
        ? `${one} ${two}`
        : `${one}${two.toLowerCase()}`;
  return { given, short, full: random() < 0.9 ? `${short} ${given}` : `${given} ${short}` };
}

function chinese(random: () => number): InventedPerson {
  const short = pick(chineseSurnames, random);
  const one = capitalise(pick(chineseSyllables, random));
  const two = pick(chineseSyllables, random);
  const given = random() < 0.35 ? one : random() < 0.6 ? `${one}${two}` : `${one}-${two}`;
  return { given, short, full: `${short} ${given}` };
}

function arabic(random: () => number): InventedPerson {
  const given = pick(arabicFirstNames, random);
  const surname = pick(arabicSurnames, random);
  const short = random() < 0.6 ? `${pick(['al-', 'al-', 'Al-', 'el-', 'Al '], random)}${surname}` : surname;
  const middle =
    random() < 0.3 ? `${pick(['bin ', 'ibn ', 'Abu ', ''], random)}${pick(arabicFirstNames, random)} ` : '';
  return { given, short, full: `${given} ${middle}${short}` };
}

/** A surname that no list has. */
function coin(random: () => number): string {
  const syllables = [
    'ba',
    'ter',
    'ko',
    'vin',
    'mar',
    'sel',
    'dro',
    'wich',
    'stan',
    'lo',
    'gre',
    'ni',
    'oth',
    'bur',
    'zan',
    'eck',
  ];
  const count = 2 + Math.floor(random() * 2);
  return capitalise(Array.from({ length: count }, () => pick(syllables, random)).join(''));
}
