import { gzipSync } from 'node:zlib';
import { featureBits } from '../../src/reading/mentions/discovery/features.ts';
import type { ModelHeader, NameModel } from '../../src/reading/mentions/discovery/name-model.ts';

/** Returns the bytes of a model file. Weights are stored as int8 × `scale`; larger ones are clamped. */
export function packNameModel(
  { lists, first, second }: Omit<NameModel, 'header'>,
  about: Pick<ModelHeader, 'scale' | 'sources' | 'trainedOn'>,
): Uint8Array {
  const header: ModelHeader = {
    format: 1,
    featureBits,
    ...about,
    lists: {
      firstNames: lists.firstNames.bits.length,
      surnames: lists.surnames.bits.length,
      places: lists.places.bits.length,
      smallWords: lists.smallWords.bits.length,
    },
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const quantise = (table: Float32Array) =>
    new Uint8Array(
      Int8Array.from(table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / about.scale))))
        .buffer,
    );
  return gzipSync(
    Buffer.concat([
      length,
      json,
      lists.firstNames.bits,
      lists.surnames.bits,
      lists.places.bits,
      lists.smallWords.bits,
      ...[first, second].flatMap(({ steps, features }) => [quantise(steps), quantise(features)]),
    ]),
    { level: 9 },
  );
}
