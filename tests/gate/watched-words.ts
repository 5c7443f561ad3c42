/** A word of an article that only that article has. Times are in milliseconds since 1970. */
interface WatchedWord {
  /** Time before which nothing may show it. */
  dueAt: number;
  /** Time from which nothing may show it any more; undefined if it was not withdrawn. */
  withdrawnAt?: number;
}

/** Watches that outputs have the words of articles only while they are public. */
export interface WatchedWords {
  /** Must be called before the article is stored. */
  add(word: string, dueAt: number): void;
  withdraw(word: string, at: number): void;
  /** Checks an output that was asked for at `from` and complete at `to`. Returns the words in it. */
  look(output: string, text: string, from: number, to: number): void;
  /** Words of articles that are due and were not withdrawn. */
  due(now: number): string[];
  /** Descriptions of words that were shown when they must not be. */
  readonly faults: string[];
  readonly size: number;
}

/** Creates the words of a run. They are recognised by their beginning. */
export function watchWords(): WatchedWords {
  const words = new Map<string, WatchedWord>();
  const faults: string[] = [];
  return {
    faults,
    get size() {
      return words.size;
    },
    add: (word, dueAt) => void words.set(word, { dueAt }),
    withdraw(word, at) {
      const article = words.get(word);
      if (article) article.withdrawnAt = at;
    },
    look(output, text, from, to) {
      for (const word of new Set(text.toLowerCase().match(/gateword[a-z0-9]+/g) ?? [])) {
        const article = words.get(word);
        if (article === undefined) continue;
        if (to < article.dueAt)
          faults.push(`${output} showed ${word} ${article.dueAt - to} ms before it was due`);
        if (article.withdrawnAt !== undefined && from > article.withdrawnAt)
          faults.push(`${output} showed ${word} ${from - article.withdrawnAt} ms after it was withdrawn`);
      }
    },
    due: (now) =>
      [...words].flatMap(([word, { dueAt, withdrawnAt }]) =>
        dueAt <= now && withdrawnAt === undefined ? [word] : [],
      ),
  };
}
