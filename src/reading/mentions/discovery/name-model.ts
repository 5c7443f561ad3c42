import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ChainWeights } from './chain.ts';
import { featureBits } from './features.ts';
import { labelCount } from './labels.ts';
import { secondPassRows } from './second-pass.ts';
import type { NameLists } from './word-facts.ts';

/**
 * A trained model. The file is gzip over: the header's length in bytes (uint32, little-endian), the header (JSON,
 * UTF-8), the bytes of the word filters in the header's order, then for the first and the second reading the steps and the
 * feature table (int8, to be multiplied by `scale`).
 */
export interface NameModel {
  lists: NameLists;
  first: ChainWeights;
  second: ChainWeights;
  header: ModelHeader;
}

const Header = z.object({
  format: z.literal(1),
  featureBits: z.literal(featureBits),
  scale: z.number(),
  lists: z.object({
    firstNames: z.int(),
    surnames: z.int(),
    places: z.int(),
    smallWords: z.int(),
  }),
  /** What it was trained on, with licences. */
  sources: z.array(z.string()),
  /** SHA-256 (first 16 hex digits) of the id of each gold document that it was trained on. */
  trainedOn: z.array(z.string()),
});
export type ModelHeader = z.infer<typeof Header>;

/** Reads a model file. Throws when the file is absent or of another format: that is a broken installation. */
export function loadNameModel(file: URL | string): NameModel {
  const bytes = gunzipSync(readFileSync(file));
  const size = bytes.readUInt32LE(0);
  const header = Header.parse(JSON.parse(bytes.toString('utf8', 4, 4 + size)));
  let at = 4 + size;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const lists: NameLists = {
    firstNames: { bits: take(header.lists.firstNames) },
    surnames: { bits: take(header.lists.surnames) },
    places: { bits: take(header.lists.places) },
    smallWords: { bits: take(header.lists.smallWords) },
  };
  const numbers = (length: number) =>
    Float32Array.from(take(length), (byte) => ((byte << 24) >> 24) * header.scale);
  const weights = (rows: number): ChainWeights => {
    const steps = numbers(labelCount * labelCount);
    return { steps, features: numbers(rows * labelCount) };
  };
  return { header, lists, first: weights(1 << featureBits), second: weights(secondPassRows) };
}
