import { fold } from '../../../model/fold.ts';

/**
 * English as spelt in Britain and in America. The Porter stemmer joins "demilitarized" and "demilitarizing"
 * but not "demilitarised"; a search therefore asks for both. The rules are applied to the words of a query and
 * not to the text, so the index holds what was printed, and any engine can use them. A rule may make a word
 * that does not exist ("surprize"); it then finds nothing more.
 */
type Respelling = (word: string) => string[];

/** A pattern of three groups, of which the middle one is `a` or `b`; the other takes its place. */
function swap(pattern: RegExp, a: string, b: string): Respelling {
  return (word) => {
    const found = pattern.exec(word);
    if (!found) return [];
    const [, before = '', middle = '', after = ''] = found;
    return [before + (middle === a ? b : a) + after];
  };
}

const ourStems =
  'arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|tum|val|vap|vig';
const reStems = 'calib|cent|fib|goit|lit|lust|manoeuv|meag|met|reconnoit|sab|scept|sepulch|somb|spect|theat';
const doubledStems =
  'apparel|barrel|bevel|bushel|cancel|caramel|carol|channel|chisel|counsel|cudgel|dial|disembowel|duel|enamel|equal|fuel|funnel|gambol|gravel|grovel|initial|jewel|kennel|label|laurel|level|libel|marshal|marvel|metal|model|panel|parcel|pedal|pencil|pommel|pummel|quarrel|ravel|refuel|revel|rival|shovel|shrivel|signal|snivel|spiral|stencil|swivel|symbol|tinsel|total|towel|travel|tunnel|unravel|victual|weasel|yodel';

/** Whole words, or beginnings marked with `-`. */
const pairs: [string, string][] = [
  ['acknowledgement', 'acknowledgment'],
  ['aeroplane-', 'airplane-'],
  ['aesthet-', 'esthet-'],
  ['ageing', 'aging'],
  ['aluminium', 'aluminum'],
  ['anaem-', 'anem-'],
  ['anaesth-', 'anesth-'],
  ['archaeolog-', 'archeolog-'],
  ['artefact-', 'artifact-'],
  ['caesarean-', 'cesarean-'],
  ['cosy', 'cozy'],
  ['diarrhoea-', 'diarrhea-'],
  ['encyclopaed-', 'encycloped-'],
  ['enrol', 'enroll'],
  ['enrolment-', 'enrollment-'],
  ['foet-', 'fet-'],
  ['fulfil', 'fulfill'],
  ['fulfilment', 'fulfillment'],
  ['gaol-', 'jail-'],
  ['grey-', 'gray-'],
  ['gynaecolog-', 'gynecolog-'],
  ['haem-', 'hem-'],
  ['instalment-', 'installment-'],
  ['jewellery', 'jewelry'],
  ['judgement-', 'judgment-'],
  ['kerb-', 'curb-'],
  ['leukaemia-', 'leukemia-'],
  ['likeable', 'likable'],
  ['manoeuvr-', 'maneuver-'],
  ['mould-', 'mold-'],
  ['moustache-', 'mustache-'],
  ['oesophag-', 'esophag-'],
  ['oestrogen-', 'estrogen-'],
  ['orthopaed-', 'orthoped-'],
  ['paediatri-', 'pediatri-'],
  ['paedophil-', 'pedophil-'],
  ['plough-', 'plow-'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['pyjama-', 'pajama-'],
  ['sceptic-', 'skeptic-'],
  ['sizeable', 'sizable'],
  ['skilful-', 'skillful-'],
  ['sulph-', 'sulf-'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['wilful-', 'willful-'],
];

const respellings: Respelling[] = [
  // organise | organize, and all that is built on them: -isation, -iser, -ising …
  swap(/^([a-z]{3,}i)(s|z)(e|ed|es|er|ers|ing|able|ation|ations|ational)$/, 's', 'z'),
  // analyse | analyze
  swap(/^([a-z]{3,}y)(s|z)(e|ed|es|er|ers|ing)$/, 's', 'z'),
  // colour | color, dishonourable | dishonorable
  swap(new RegExp(`^((?:dis|mis|un|re|multi|bi)?(?:${ourStems}))(our|or)([a-z]*)$`), 'our', 'or'),
  // centre | center, kilometres | kilometers, fibreglass | fiberglass
  swap(
    new RegExp(`^((?:amphi|epi|deca|deci|centi|kilo|milli|micro|nano)?(?:${reStems}))(re|er)(s|glass)?$`),
    're',
    'er',
  ),
  // centred | centered
  swap(new RegExp(`^((?:de)?(?:${reStems}))(red|ered)()$`), 'red', 'ered'),
  // defence | defense
  swap(/^((?:de|of)fen|licen|preten)(c|s)(e|es|eless|ed|ing)$/, 'c', 's'),
  // practice | practise
  swap(/^(practi)(c|s)(e|es|ed|ing)$/, 'c', 's'),
  // catalogue | catalog
  swap(/^((?:ana|cata|dia|epi|homo|mono|pro)log)(ue|)(s?)$/, 'ue', ''),
  // travelled | traveled
  swap(new RegExp(`^(${doubledStems})(l|)(ed|er|ers|ing|ings|or|ors|ous|ously|ist|ists)$`), 'l', ''),
  (word) =>
    pairs.flatMap((pair) => {
      const beginning = pair[0].endsWith('-');
      const [british, american] = pair.map((text) => text.replace('-', ''));
      if (british === undefined || american === undefined) return [];
      if (!beginning) return word === british ? [american] : word === american ? [british] : [];
      if (word.startsWith(british)) return [american + word.slice(british.length)];
      return word.startsWith(american) ? [british + word.slice(american.length)] : [];
    }),
];

/** Combinations that one phrase may be looked for in. */
const MOST = 16;

/**
 * The spellings of a word or phrase, the one given first.
 *
 *     spellings(['demilitarised', 'zone']) → [['demilitarised', 'zone'], ['demilitarized', 'zone']]
 */
export function spellings(words: string[]): string[][] {
  let phrases: string[][] = [[]];
  for (const word of words) {
    const folded = fold(word);
    const others = new Set(respellings.flatMap((respell) => respell(folded)));
    others.delete(folded);
    const alternatives = phrases.length * (others.size + 1) > MOST ? [word] : [word, ...others];
    phrases = alternatives.flatMap((alternative) => phrases.map((phrase) => [...phrase, alternative]));
  }
  return phrases;
}
