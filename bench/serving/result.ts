import { z } from 'zod';

const Row = z.object({
  size: z.number(),
  query: z.string(),
  cache: z.enum(['hot', 'cold']),
  requestsPerSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** Bytes of the answer in the middle, which the limit sends too. */
  bytes: z.number(),
  limitRequestsPerSecond: z.number(),
  ofLimit: z.number(),
  /** The share of the limit that it should reach; null where none is set. */
  goal: z.number().nullable(),
  peers: z.array(z.object({ name: z.string(), requestsPerSecond: z.number(), failed: z.number() })),
});
export type Row = z.infer<typeof Row>;

const Figure = z.object({
  size: z.number(),
  figure: z.string(),
  value: z.number(),
  unit: z.string(),
  goal: z.number(),
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
  /** Peers that could not be measured, and why. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  rows: z.array(Row),
  figures: z.array(Figure),
});
export type Result = z.infer<typeof Result>;
