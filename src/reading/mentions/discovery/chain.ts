import { label, labelCount, successors } from './labels.ts';

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): a score for each label of each
 * token and for each step between labels. All tables are row-major, one row of `labelCount` a token.
 */
export interface ChainWeights {
  /** Feature row × label. */
  features: Float32Array;
  /** Label × following label. */
  steps: Float32Array;
}

/** Adds to each label of each token the weights of the token's features. */
export function scoreTokens(
  rows: readonly Int32Array[],
  features: Float32Array,
  scores: Float64Array = new Float64Array(rows.length * labelCount),
): Float64Array {
  rows.forEach((row, t) => {
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    for (const feature of row) {
      const first = feature * labelCount;
      a += at(features, first);
      b += at(features, first + 1);
      c += at(features, first + 2);
      d += at(features, first + 3);
      e += at(features, first + 4);
    }
    [a, b, c, d, e].forEach((score, to) => {
      scores[t * labelCount + to] = at(scores, t * labelCount + to) + score;
    });
  });
  return scores;
}

/** The forward and backward sums over all labellings of a sentence, scaled so that each token's sum up to one. */
export interface ChainSums {
  /** Ways into each label of each token, that token included. */
  into: Float64Array;
  /** Ways from each label of each token to the sentence's end, that token excluded. */
  outOf: Float64Array;
  /** What a step between two labels counts, at `before × labelCount + after`. */
  step: Float64Array;
  /** What each label of each token counts, its scale divided out. */
  token: Float64Array;
}

/** Sums over all labellings (Rabiner 1989, with his scaling). `into × outOf` is a label's probability. */
export function sumLabellings(scores: Float64Array, steps: Float32Array): ChainSums {
  const into = new Float64Array(scores.length);
  const outOf = new Float64Array(scores.length);
  const token = new Float64Array(scores.length);
  const step = Float64Array.from(steps, (weight) => Math.exp(weight));
  const end = scores.length - labelCount;
  for (let t = 0; t <= end; t += labelCount) {
    const highest = Math.max(...scores.subarray(t, t + labelCount));
    for (let to = 0; to < labelCount; to++) token[t + to] = Math.exp(at(scores, t + to) - highest);
    let sum = 0;
    for (let from = 0; from < labelCount; from++) {
      const before = t === 0 ? (from === label.outside ? 1 : 0) : at(into, t - labelCount + from);
      if (before === 0) continue;
      for (const to of successors[from] ?? []) {
        const ways = before * at(step, from * labelCount + to) * at(token, t + to);
        into[t + to] = at(into, t + to) + ways;
        sum += ways;
      }
    }
    for (let to = 0; to < labelCount; to++) {
      into[t + to] = at(into, t + to) / sum;
      token[t + to] = at(token, t + to) / sum;
    }
  }
  const ending: number[] = [label.outside, label.only, label.last];
  const complete = ending.reduce((sum, last) => sum + at(into, end + last), 0);
  for (const last of ending) outOf[end + last] = 1 / complete;
  for (let t = end - labelCount; t >= 0; t -= labelCount) {
    for (let from = 0; from < labelCount; from++) {
      let sum = 0;
      for (const to of successors[from] ?? []) {
        const next = t + labelCount + to;
        sum += at(step, from * labelCount + to) * at(token, next) * at(outOf, next);
      }
      outOf[t + from] = sum;
    }
  }
  return { into, outOf, step, token };
}

/** The best labelling (Viterbi 1967). */
export function bestLabels(scores: Float64Array, steps: Float32Array): Uint8Array {
  const best = new Float64Array(scores.length).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(scores.length);
  for (let t = 0; t < scores.length; t += labelCount) {
    for (let from = 0; from < labelCount; from++) {
      const start = from === label.outside ? 0 : Number.NEGATIVE_INFINITY;
      const before = t === 0 ? start : at(best, t - labelCount + from);
      for (const to of successors[from] ?? []) {
        const path = before + at(steps, from * labelCount + to) + at(scores, t + to);
        if (path <= at(best, t + to)) continue;
        best[t + to] = path;
        back[t + to] = from;
      }
    }
  }
  const labels = new Uint8Array(scores.length / labelCount);
  const end = scores.length - labelCount;
  let current: number = label.outside;
  for (const last of [label.only, label.last])
    if (at(best, end + last) > at(best, end + current)) current = last;
  for (let t = labels.length - 1; t >= 0; t--) {
    labels[t] = current;
    current = back[t * labelCount + current] ?? label.outside;
  }
  return labels;
}

/** A table's number; tables are sized so that there is one. */
export function at(table: Float64Array | Float32Array, index: number): number {
  return table[index] ?? 0;
}
