/** Particles and endings after a noun, the longest first. */
const particles = (
  '에서부터 으로부터 에게서 한테서 이라는 이라고 으로서 으로써 에서는 에서도 에게는 까지는 까지도 부터는 으로는 ' +
  '에서 에게 한테 께서 부터 까지 으로 로서 로써 라는 라고 처럼 보다 마저 조차 이나 이며 이랑 하고 에는 에도 와는 과는 만이 만을 ' +
  '은 는 이 가 을 를 의 에 로 와 과 도 만 나 며'
).split(' ');

/** Shortest noun, in syllables. */
const SHORTEST = 2;

/**
 * Returns a Korean word without its particles: `서울에서는` → 서울. Nouns of one syllable keep them, because most words
 * of two syllables that end so are nouns.
 */
export function koreanStem(word: string): string {
  let stem = word;
  for (;;) {
    const particle = particles.find((each) => stem.endsWith(each) && stem.length - each.length >= SHORTEST);
    if (particle === undefined) return stem;
    stem = stem.slice(0, -particle.length);
  }
}
