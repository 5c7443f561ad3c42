import { pick, seededRandom } from '../training/random.ts';

const samples = 5000;

/** A mean with the interval that holds 95 % of the means of resampled values. */
export interface Estimate {
  mean: number;
  low: number;
  high: number;
}

export const meanOf = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Returns the mean and its percentile bootstrap interval (Efron 1979). The same values have the same interval. Give
 * it differences of two systems for each query to compare them in pairs.
 */
export function estimate(values: number[]): Estimate {
  const random = seededRandom(17);
  const means = Array.from({ length: samples }, () => meanOf(values.map(() => pick(values, random))));
  means.sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (samples - 1))] ?? Number.NaN;
  return { mean: meanOf(values), low: at(0.025), high: at(0.975) };
}
