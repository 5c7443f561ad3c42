import {
  backward,
  type ChainWeights,
  forward,
  scoreTokens,
  total,
} from '../../src/reading/mentions/discovery/chain.ts';
import { featureBits } from '../../src/reading/mentions/discovery/features.ts';
import { labelCount, successors } from '../../src/reading/mentions/discovery/labels.ts';

/** A sentence to learn: feature rows and the right label of each token. */
export interface Example {
  rows: Int32Array[];
  labels: Uint8Array;
  /** How much it counts beside others; 1 for hand-annotated text. */
  weight: number;
}

const learningRate = 0.08;
const shrink = 2e-6;

/**
 * Fits the chain's weights to the examples by maximum likelihood with AdaGrad (Duchi, Hazan and Singer 2011) and a
 * little L1, lazily applied, which keeps most of the table empty. Same examples and random source, same weights.
 */
export function trainChain(examples: readonly Example[], passes: number, random: () => number): ChainWeights {
  const size = (1 << featureBits) * labelCount;
  const weights: ChainWeights = { features: new Float32Array(size), steps: new Float32Array(labelCount ** 2) };
  const squares = { features: new Float32Array(size), steps: new Float32Array(labelCount ** 2) };
  const order = examples.map((_, i) => i);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example) learn(example, weights, squares);
    }
  }
  return weights;
}

function learn(example: Example, weights: ChainWeights, squares: ChainWeights): void {
  const { rows, labels, weight } = example;
  const scores = scoreTokens(rows, weights);
  const into = forward(scores, weights.steps);
  const outOf = backward(scores, weights.steps);
  const all = total(into);
  const value = (table: Float64Array | Float32Array, at: number) => table[at] ?? 0;
  const stepSlopes = new Float64Array(labelCount ** 2);
  for (let t = 0; t < rows.length; t++) {
    const gold = labels[t] ?? 0;
    const row = rows[t] ?? new Int32Array();
    for (let to = 0; to < labelCount; to++) {
      const here = t * labelCount + to;
      const slope = (Math.exp(value(into, here) + value(outOf, here) - all) - (gold === to ? 1 : 0)) * weight;
      if (Math.abs(slope) > 0.002)
        for (const feature of row) descend(weights.features, squares.features, feature * labelCount + to, slope, shrink);
    }
    for (let from = 0; from < labelCount; from++) {
      for (const to of successors[from] ?? []) {
        const step = from * labelCount + to;
        const before = t === 0 ? (from === 0 ? 0 : Number.NEGATIVE_INFINITY) : value(into, (t - 1) * labelCount + from);
        const path = before + value(weights.steps, step) + value(scores, t * labelCount + to);
        const chance = Math.exp(path + value(outOf, t * labelCount + to) - all);
        const right = (t === 0 ? 0 : (labels[t - 1] ?? 0)) === from && gold === to ? 1 : 0;
        stepSlopes[step] = value(stepSlopes, step) + (chance - right) * weight;
      }
    }
  }
  stepSlopes.forEach((slope, step) => {
    if (slope !== 0) descend(weights.steps, squares.steps, step, slope, 0);
  });
}

function descend(table: Float32Array, squares: Float32Array, at: number, slope: number, pull: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  const rate = learningRate / Math.sqrt(square + 1e-6);
  const next = (table[at] ?? 0) - rate * slope;
  const room = rate * pull * 100;
  table[at] = next > room ? next - room : next < -room ? next + room : 0;
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const [a, b] = [order[i] ?? 0, order[other] ?? 0];
    order[i] = b;
    order[other] = a;
  }
}
