import { createHash } from 'node:crypto';

/** Returns the name of a training document in a model file: the first 16 hex digits of the id's SHA-256. */
export function trainingId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16);
}

/** Number of models trained besides the shipped one, each without its part of the gold documents. */
export const foldCount = 3;

/** The part that a gold document belongs to, from 0. */
export function foldOf(id: string): number {
  return Number.parseInt(trainingId(id).slice(0, 8), 16) % foldCount;
}

/** Where the model of a fold lies. */
export function foldFile(fold: number): URL {
  return new URL(`folds/${fold}.model`, import.meta.url);
}
