import { organizationEnds } from './lexicon.ts';
import { readsAsEnglish } from './reads-as-english.ts';
import { type RecognisedName, recognisePersonNames, shippedModel } from './recognise-person-names.ts';
import { fact, type NameLists, readWord } from './word-facts.ts';

/** How sure a known given name before a capital makes us of a person, in a language that the model has not learned. */
const givenNameConfidence = 0.7;
const maxWords = 4;

// "al", "e" and "y" join names in some languages and are ordinary words in others.
const particle =
  '(?:de la|de los|de|del|della|di|da|dos|das|do|du|la|le|van der|van den|van|von der|von|zu|af|av|bin|ibn|ben)';
/** Capitals at the beginning of a sentence that given names are spelt like. */
const ordinary = new Set(
  'el la los las le les il lo gli der die das den dem ein eine de het een o a os as un una une secondo'.split(
    ' ',
  ),
);
/** A saint's name is a church's or a town's. */
const saints = new Set('san santa santo sant saint sainte st ste são sankt'.split(' '));
const vietnameseSurname =
  /^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trương|Tô|Vương|Lương)$/u;
const word = String.raw`\p{Lu}[\p{L}\p{M}'’]*(?:[-‐]\p{L}[\p{L}\p{M}'’]*)*`;
const runs = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’-])${word}\.?(?:[ \u00a0](?:${particle}[ \u00a0])*${word})+(?![\p{L}\p{N}])`,
  'gu',
);

/**
 * Finds the names of people in an article. The model has learned English alone: in German it takes every noun for a
 * name. So in other languages only a known given name with capitals after it counts.
 */
// "Bundeskanzler Olaf Scholz sprach von einem wichtigen Schritt", "de" → ["Olaf Scholz"]
export function recognisePeople(text: string, language: string | null): RecognisedName[] {
  if (readsAsEnglish(text, language)) return recognisePersonNames(text);
  const { lists } = shippedModel();
  const isFirst = /^vi(?:-|$)/.test(language ?? '')
    ? (name: string) => vietnameseSurname.test(name)
    : (name: string) => isGivenName(name, lists);
  return namesBeginningWith(isFirst, text);
}

function isGivenName(name: string, lists: NameLists): boolean {
  if (ordinary.has(name.toLowerCase())) return false;
  return (readWord(name, lists).bits & fact.firstName) !== 0;
}

function namesBeginningWith(isFirst: (name: string) => boolean, text: string): RecognisedName[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index }) => {
    const words = [...run.matchAll(/[^ \u00a0]+/gu)].map((match) => ({
      text: match[0],
      start: index + match.index,
    }));
    const from = words.findIndex((each) => isFirst(each.text));
    const to = Math.min(from + maxWords, words.length);
    const [first, last] = [words[from], words[to - 1]];
    if (!first || !last || to - from < 2 || !/^\p{Lu}/u.test(last.text) || isThing(last.text)) return [];
    if (saints.has(words[from - 1]?.text.toLowerCase() ?? '')) return [];
    const start = first.start;
    const end = last.start + last.text.length;
    return [{ start, end, exact: text.slice(start, end), confidence: givenNameConfidence }];
  });
}

/** "Robert Koch-Institut" */
function isThing(name: string): boolean {
  const parts = name.toLowerCase().split(/[-‐]/);
  return (
    parts.length > 1 &&
    (organizationEnds.has(parts.at(-1) ?? '') ||
      /(?:institut|stiftung|preis|straße|platz|schule|universität|klinik|haus|gesellschaft|partei)$/.test(
        parts.at(-1) ?? '',
      ))
  );
}
