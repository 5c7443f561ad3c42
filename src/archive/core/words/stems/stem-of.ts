import { createRequire } from 'node:module';
import { englishStem } from './english.ts';
import { koreanStem } from './korean.ts';
import { mended } from './mended.ts';
import { primarySubtag } from './primary-subtag.ts';

type Stemmer = (form: string) => string;

/** Languages with a stemmer of the Snowball family, and its name in the package. */
const snowball = new Map(
  Object.entries({
    ar: 'arabic',
    bg: 'bulgarian',
    da: 'danish',
    de: 'german',
    el: 'greek',
    es: 'spanish',
    fi: 'finnish',
    fr: 'french',
    ga: 'irish',
    hu: 'hungarian',
    hy: 'armenian',
    id: 'indonesian',
    it: 'italian',
    lt: 'lithuanian',
    nb: 'norwegian',
    ne: 'nepali',
    nl: 'dutch',
    nn: 'norwegian',
    no: 'norwegian',
    pt: 'portuguese',
    ro: 'romanian',
    ru: 'russian',
    sr: 'serbian',
    sv: 'swedish',
    ta: 'tamil',
    tr: 'turkish',
    uk: 'ukrainian',
  }),
);

const load = createRequire(import.meta.url);
const loaded = new Map<string, Stemmer>([['en', englishStem]]);

const identity: Stemmer = (form) => form;

/** Loads a stemmer when its language first occurs: each is 5 to 40 kB of code. */
function stemmerOf(language: string): Stemmer {
  const known = loaded.get(language);
  if (known) return known;
  const name = snowball.get(language);
  if (name === undefined) return identity;
  const { stemmer }: { stemmer: Stemmer } = load(`@orama/stemmers/${name}`);
  const stem = mended[language]?.(stemmer) ?? stemmer;
  loaded.set(language, stem);
  return stem;
}

/**
 * Version of the rules and of the package. Another version means that the stems of the vocabulary must be computed again.
 */
export const stemVersion = 1;

/**
 * Returns the stem of a folded word in a language of BCP 47; the word itself if the language has no stemmer, or if the
 * word has characters other than letters. Words with equal stems are forms of one word.
 */
export function stemOf(form: string, language: string): string {
  if (!/^[\p{L}\p{M}]{3,}$/u.test(form)) return form;
  // Korean names are also printed in texts of other languages.
  if (/^\p{Script=Hangul}/u.test(form)) return koreanStem(form);
  return stemmerOf(primarySubtag(language))(form) || form;
}
