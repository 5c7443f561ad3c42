import {
  at,
  type ChainWeights,
  scoreTokens,
  sumLabellings,
} from '../../src/reading/mentions/discovery/chain.ts';
import { labelCount, successors } from '../../src/reading/mentions/discovery/labels.ts';

/** A sentence to learn: feature rows and the right label of each token. */
export interface Example {
  rows: Int32Array[];
  labels: Uint8Array;
  /** How much it counts beside others; 1 for hand-annotated text. */
  weight: number;
  /** What an earlier reading scored each label, when this one only corrects it. */
  scores?: Float64Array;
}

const learningRate = 0.08;
const shrink = 2e-4;

/**
 * Fits the weights to the examples by maximum likelihood with AdaGrad (Duchi, Hazan and Singer 2011) and a little
 * L1, which keeps most of the table empty. Begins at `steps`; gives the mean over the later half of the passes, which
 * depends less on the order. Same examples and random source, same weights.
 */
export function trainChain(
  examples: readonly Example[],
  table: { rows: number; steps?: Float32Array },
  passes: number,
  random: () => number,
): ChainWeights {
  const size = table.rows * labelCount;
  const blank = () => new Float32Array(labelCount ** 2);
  const weights: ChainWeights = { features: new Float32Array(size), steps: (table.steps ?? blank()).slice() };
  const squares: ChainWeights = { features: new Float32Array(size), steps: blank() };
  const mean: ChainWeights = { features: new Float32Array(size), steps: blank() };
  let kept = 0;
  const order = examples.map((_, i) => i);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example) learn(example, weights, squares);
    }
    if (pass >= passes / 2) {
      kept++;
      addTo(mean.features, weights.features);
      addTo(mean.steps, weights.steps);
    }
  }
  return { features: mean.features.map((sum) => sum / kept), steps: mean.steps.map((sum) => sum / kept) };
}

function addTo(sums: Float32Array, table: Float32Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = at(sums, i) + at(table, i);
}

function learn(example: Example, weights: ChainWeights, squares: ChainWeights): void {
  const { rows, labels, weight } = example;
  const scores = scoreTokens(rows, weights.features, example.scores?.slice());
  const { into, outOf, step, token } = sumLabellings(scores, weights.steps);
  const stepSlopes = new Float64Array(labelCount ** 2);
  rows.forEach((row, t) => {
    const gold = labels[t] ?? 0;
    for (let to = 0; to < labelCount; to++) {
      const here = t * labelCount + to;
      const slope = (at(into, here) * at(outOf, here) - (gold === to ? 1 : 0)) * weight;
      if (Math.abs(slope) < 0.002) continue;
      for (const feature of row)
        descend(weights.features, squares.features, feature * labelCount + to, slope, shrink);
    }
    for (let from = 0; from < labelCount; from++) {
      const before = t === 0 ? (from === 0 ? 1 : 0) : at(into, (t - 1) * labelCount + from);
      for (const to of successors[from] ?? []) {
        const which = from * labelCount + to;
        const here = t * labelCount + to;
        const chance = before * at(step, which) * at(token, here) * at(outOf, here);
        const right = (t === 0 ? 0 : (labels[t - 1] ?? 0)) === from && gold === to ? 1 : 0;
        stepSlopes[which] = at(stepSlopes, which) + (chance - right) * weight;
      }
    }
  });
  stepSlopes.forEach((slope, which) => {
    if (slope !== 0) descend(weights.steps, squares.steps, which, slope, 0);
  });
}

function descend(
  table: Float32Array,
  squares: Float32Array,
  which: number,
  slope: number,
  pull: number,
): void {
  const square = at(squares, which) + slope * slope;
  squares[which] = square;
  const rate = learningRate / Math.sqrt(square + 1e-6);
  const next = at(table, which) - rate * slope;
  const room = rate * pull;
  table[which] = next > room ? next - room : next < -room ? next + room : 0;
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const [a, b] = [order[i] ?? 0, order[other] ?? 0];
    order[i] = b;
    order[other] = a;
  }
}
