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
  /** Median size of a response in bytes; the limit sends as much. */
  bytes: z.number(),
  limitRequestsPerSecond: z.number(),
  /** CPU time of the process per request, in microseconds; null if the system does not report it. */
  cpuMicroseconds: z.number().nullable(),
  limitCpuMicroseconds: z.number().nullable(),
});
export type Row = z.infer<typeof Row>;

const Figure = z.object({
  size: z.number(),
  figure: z.string(),
  value: z.number(),
  unit: z.string(),
  /** Null if none is set. */
  goal: z.number().nullable(),
  /** True if less is better. */
  atMost: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;

/** The results of a run, as stored in bench/results/serving.json. */
export const Result = z.object({
  date: z.string(),
  machine: z.string(),
  node: z.string(),
  generator: z.string(),
  seconds: z.number(),
  runs: z.number(),
  /** Peers, kinds of request and figures that could not be measured, with the reason. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
  rows: z.array(Row),
  figures: z.array(Figure),
});
export type Result = z.infer<typeof Result>;

/** True if a figure reaches its goal; undefined if it has none. */
export function isMet({ value, goal, atMost }: Figure): boolean | undefined {
  if (goal === null) return undefined;
  return atMost ? value <= goal : value >= goal;
}
