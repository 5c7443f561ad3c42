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

/** The score of each label of each token from its features alone. */
export function scoreTokens(rows: readonly Int32Array[], weights: ChainWeights): Float64Array {
  const scores = new Float64Array(rows.length * labelCount);
  const { features } = weights;
  for (let t = 0; t < rows.length; t++) {
    const row = rows[t];
    if (!row) continue;
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    for (let i = 0; i < row.length; i++) {
      const at = (row[i] ?? 0) * labelCount;
      a += (features[at] ?? 0);
      b += (features[at + 1] ?? 0);
      c += (features[at + 2] ?? 0);
      d += (features[at + 3] ?? 0);
      e += (features[at + 4] ?? 0);
    }
    scores.set([a, b, c, d, e], t * labelCount);
  }
  return scores;
}

/** The logarithms of the summed scores of all ways into each label of each token, that token included. */
export function forward(scores: Float64Array, steps: Float32Array): Float64Array {
  const sums = new Float64Array(scores.length).fill(Number.NEGATIVE_INFINITY);
  for (const to of successors[label.outside] ?? []) sums[to] = at(scores, to) + at(steps, to);
  for (let t = labelCount; t < scores.length; t += labelCount) {
    for (let from = 0; from < labelCount; from++) {
      const before = at(sums, t - labelCount + from);
      if (before === Number.NEGATIVE_INFINITY) continue;
      for (const to of successors[from] ?? []) {
        const path = before + at(steps, from * labelCount + to) + at(scores, t + to);
        sums[t + to] = addLogs(at(sums, t + to), path);
      }
    }
  }
  return sums;
}

/** The same from the other end: all ways from each label of each token to the sentence's end, that token excluded. */
export function backward(scores: Float64Array, steps: Float32Array): Float64Array {
  const sums = new Float64Array(scores.length).fill(Number.NEGATIVE_INFINITY);
  const end = scores.length - labelCount;
  for (const last of [label.outside, label.only, label.last]) sums[end + last] = 0;
  for (let t = end - labelCount; t >= 0; t -= labelCount) {
    for (let from = 0; from < labelCount; from++) {
      let sum = Number.NEGATIVE_INFINITY;
      for (const to of successors[from] ?? []) {
        const next = t + labelCount + to;
        sum = addLogs(sum, at(steps, from * labelCount + to) + at(scores, next) + at(sums, next));
      }
      sums[t + from] = sum;
    }
  }
  return sums;
}

/** The logarithm of the sum over all labellings. */
export function total(forwardSums: Float64Array): number {
  const end = forwardSums.length - labelCount;
  return [label.outside, label.only, label.last].reduce(
    (sum, last) => addLogs(sum, at(forwardSums, end + last)),
    Number.NEGATIVE_INFINITY,
  );
}

/** The best labelling (Viterbi 1967). */
export function bestLabels(scores: Float64Array, steps: Float32Array): Uint8Array {
  const best = new Float64Array(scores.length).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(scores.length);
  for (const to of successors[label.outside] ?? []) best[to] = at(scores, to) + at(steps, to);
  for (let t = labelCount; t < scores.length; t += labelCount) {
    for (let from = 0; from < labelCount; from++) {
      const before = at(best, t - labelCount + from);
      for (const to of successors[from] ?? []) {
        const path = before + at(steps, from * labelCount + to) + at(scores, t + to);
        if (path > at(best, t + to)) {
          best[t + to] = path;
          back[t + to] = from;
        }
      }
    }
  }
  const labels = new Uint8Array(scores.length / labelCount);
  const end = scores.length - labelCount;
  let current: number = label.outside;
  for (const last of [label.only, label.last]) if (at(best, end + last) > at(best, end + current)) current = last;
  for (let t = labels.length - 1; t >= 0; t--) {
    labels[t] = current;
    current = back[t * labelCount + current] ?? label.outside;
  }
  return labels;
}

/** log(e^a + e^b) without overflow. */
export function addLogs(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  const high = a > b ? a : b;
  return high + Math.log1p(Math.exp((a > b ? b : a) - high));
}

function at(table: Float64Array | Float32Array, index: number): number {
  return table[index] ?? 0;
}
