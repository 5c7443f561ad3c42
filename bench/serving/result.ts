import { z } from 'zod';

const Row = z.object({
  size: z.number(),
  query: z.string(),
  cache: z.enum(['hot', 'cold']),
  requestsPerSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  ofLimit: z.number(),
  /** The share of the limit that it should reach; null where none is set. */
  goal: z.number().nullable(),
  peers: z.array(z.object({ name: z.string(), requestsPerSecond: z.number() })),
  /** Bytes of the answer in the middle, which the limit sends too. */
  bytes: z.number(),
  limitRequestsPerSecond: z.number(),
  /** Computing time of the process for each request, in microseconds; null where the system does not tell. */
  cpuMicroseconds: z.number().nullable(),
  limitCpuMicroseconds: z.number().nullable(),
});
export type Row = z.infer<typeof Row>;

const Figure = z.object({
  size: z.number(),
  figure: z.string(),
  value: z.number(),
  unit: z.string(),
  /** Null where it is told and nothing is asked of it. */
  goal: z.number().nullable(),
  /** Whether less is better. */
  atMost: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;

/** What a run of the benchmark found, as bench/results/serving.json has it. */
export const Result = z.object({
  date: z.string(),
  machine: z.string(),
  node: z.string(),
  generator: z.string(),
  seconds: z.number(),
  runs: z.number(),
  /** What could not be measured (a peer, a kind of question, a figure), and why. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  rows: z.array(Row),
  figures: z.array(Figure),
});
export type Result = z.infer<typeof Result>;

/** Whether a figure reaches its goal; undefined where it has none. */
export function isMet({ value, goal, atMost }: Figure): boolean | undefined {
  if (goal === null) return undefined;
  return atMost ? value <= goal : value >= goal;
}
