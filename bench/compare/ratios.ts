/** One measure of both checkouts, in rounds: in each round they were measured one right after the other. */
export interface Pairs {
  measure: string;
  unit: string;
  rounds: { base: number; ours: number }[];
  /** Goal of the median ratio; `atMost` where less is better. Null if none is set. */
  goal: { ratio: number; atMost: boolean } | null;
}

/** Medians of both checkouts, and the median, least and largest ratio of a pair. */
export interface Comparison {
  base: number;
  ours: number;
  ratio: number;
  least: number;
  largest: number;
  /** True if the median ratio reaches the goal; undefined without a goal. */
  met: boolean | undefined;
}

/** Compares pair by pair, so that what slows the machine for a while slows both. Throws a RangeError without rounds. */
export function comparePairs({ rounds, goal }: Pairs): Comparison {
  const ratios = rounds.map(({ base, ours }) => ours / base).sort((a, b) => a - b);
  const ratio = median(ratios);
  const [least, largest] = [ratios.at(0) ?? 0, ratios.at(-1) ?? 0];
  return {
    base: median(rounds.map(({ base }) => base)),
    ours: median(rounds.map(({ ours }) => ours)),
    ratio,
    least,
    largest,
    met: goal === null ? undefined : goal.atMost ? ratio <= goal.ratio : ratio >= goal.ratio,
  };
}

/** Returns the median; of an even number of values, the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new RangeError('no median of no values');
  return (low + high) / 2;
}
