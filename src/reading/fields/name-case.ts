/** Particles written in lower case inside a name. */
const particles = new Set(
  'af al am an auf bin da dal das de dei del della den der des di do dos du e el en ibn la le los las of og ten ter und van vom von y zu zum zur'.split(
    ' ',
  ),
);

/** True for a particle of names: `van`, `de`, `bin`. */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** Converts a name in capitals to ordinary case. Initials, suffixes (III) and other names stay as they are. */
// "Marie DURAND" → "Marie Durand", "ANN O'BRIEN" → "Ann O'Brien", "LUDWIG VAN DER BERG III" → "Ludwig van der Berg III", "J. R. McDONALD" → "J. R. McDonald"
export function inNameCase(name: string): string {
  const letters = name.replace(/\b(?:Mc|Mac)(?=[A-Z]{2})/g, '').replace(/[^\p{L}]/gu, '');
  if (letters.length < 4 || letters === letters.toLowerCase()) return name;
  // French newspapers print only the surname in capitals.
  if (letters !== letters.toUpperCase())
    return /^\p{Lu}\p{Ll}+\s\p{Lu}{4,}$|^\p{Lu}{4,}\s\p{Lu}\p{Ll}+$/u.test(name)
      ? name.replace(/\p{Lu}{4,}/u, (surname) => wordInNameCase(surname, true))
      : name;
  const words = name.split(/(\s+)/);
  return words.map((word, index) => wordInNameCase(word, index === 0)).join('');
}

function wordInNameCase(word: string, first: boolean): string {
  const bare = word.replace(/[^\p{L}]/gu, '');
  if (/^(?:II|III|IV|VI{0,3})$/.test(bare) || /^(?:\p{L}\.)+,?$/u.test(word)) return word;
  const lower = word.toLowerCase();
  if (!first && particles.has(lower)) return lower;
  const capitals = lower.replace(
    /(^|[-'’.])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  const scottish = capitals.replace(/\bMc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
  return /^Mac/.test(word) && word.charAt(3) !== word.charAt(3).toLowerCase()
    ? `Mac${scottish.charAt(3).toUpperCase()}${scottish.slice(4)}`
    : scottish;
}
