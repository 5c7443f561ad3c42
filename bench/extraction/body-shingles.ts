/** Agreement of two texts in shares of one: what both have, what only the prediction has, what only the gold has. */
export interface Agreement {
  precision: number | undefined;
  recall: number | undefined;
}

/**
 * Compares a predicted article body with the gold one by shingles of four tokens, as the article extraction
 * benchmark of Scrapinghub does (evaluate.py there). A share without a denominator is undefined and left out of
 * the mean.
 */
export function compareShingles(gold: string, predicted: string): Agreement {
  const expected = shinglesOf(gold);
  const found = shinglesOf(predicted);
  let common = 0;
  for (const [shingle, count] of found) common += Math.min(count, expected.get(shingle) ?? 0);
  const foundCount = total(found);
  const expectedCount = total(expected);
  return {
    precision: foundCount > 0 ? common / foundCount : undefined,
    recall: expectedCount > 0 ? common / expectedCount : undefined,
  };
}

/** Means of precision and recall over the documents, and the F1 of the means. */
export function meanAgreement(agreements: Agreement[]): { precision: number; recall: number; f1: number } {
  const precision = mean(agreements.map((agreement) => agreement.precision));
  const recall = mean(agreements.map((agreement) => agreement.recall));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

function shinglesOf(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  for (let index = 0; index < Math.max(1, tokens.length - 3); index++) {
    const shingle = tokens.slice(index, index + 4).join(' ');
    if (shingle !== '') shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function total(shingles: Map<string, number>): number {
  return [...shingles.values()].reduce((sum, count) => sum + count, 0);
}

function mean(values: (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
