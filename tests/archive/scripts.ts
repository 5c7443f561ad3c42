import fc from 'fast-check';

/** Letters of a script, of which random words are made. */
interface Script {
  name: string;
  language: string;
  letters: string;
  /** True if words have no spaces between them. */
  unspaced?: true;
}

/** Ten scripts, with letters that have accents, marks or two cases where the script has such. */
export const scripts: Script[] = [
  { name: 'Latin', language: 'en', letters: 'aábcdeéghiłnoøprsstuüvyzæßABSØŁ' },
  { name: 'Cyrillic', language: 'ru', letters: 'абвгдеёжийклмнопрстуыьяАБЁЙ' },
  { name: 'Greek', language: 'el', letters: 'αάβγδεέηήιίκλμνοόπρσςτυύωώΑΣ' },
  { name: 'Arabic', language: 'ar', letters: 'اأإآبتثجحدرسشعفقكلمنهويىةؤئ' },
  { name: 'Hebrew', language: 'he', letters: 'אבגדהוזחטיכלמנסעפצקרשתםן' },
  { name: 'Devanagari', language: 'hi', letters: 'कखगचजटडतदनपबमयरलवसहािीुूेोंअआइ' },
  { name: 'Hangul', language: 'ko', letters: '가나다라마바사아자차카타파하서울대한민국통령에의은는이' },
  { name: 'Han', language: 'zh', letters: '首尔会谈东京都知事选举结果发表经济韩国总统', unspaced: true },
  { name: 'Kana', language: 'ja', letters: 'あいうえおかきくけこガギグアイウエオー東京', unspaced: true },
  { name: 'Thai', language: 'th', letters: 'กขคงจฉชซญดตถทนบปผพมยรลวสหอาเแ', unspaced: true },
];

/** A random word of 2 to 9 letters. */
export function wordOf({ letters }: Script): fc.Arbitrary<string> {
  return (
    fc
      .array(fc.constantFrom(...letters), { minLength: 2, maxLength: 9 })
      .map((chosen) => chosen.join(''))
      // A word begins with a letter; what begins with a vowel sign is no word.
      .filter((word) => !/^\p{M}/u.test(word))
  );
}

/** Random text of a script: 3 to 12 words, with signs between them. */
export function textOf(script: Script): fc.Arbitrary<string> {
  const between = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' – ', '; ', ' (', ') ', '\n\n');
  return fc
    .array(fc.tuple(wordOf(script), between), { minLength: 3, maxLength: 12 })
    .map((parts) => parts.flat().join(''));
}
