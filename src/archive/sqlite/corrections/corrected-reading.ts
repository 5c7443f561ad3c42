import { applyCorrections } from '../../../model/apply-corrections.ts';
import type { KeptReading } from '../../../model/draft.ts';
import type { CorrectionRows } from './correction-rows.ts';

/** The reading of an article as editors want it; what they corrected is kept as it was read. */
export function correctedReading(corrections: CorrectionRows, id: string, reading: KeptReading): KeptReading {
  const own = corrections.of(id);
  const all = [...own, ...corrections.forAll()].map(({ correction }) => correction);
  const result = applyCorrections(reading, all);
  // A rule that changes an article can be taken back only while it is known what it was.
  if (own.length > 0 || result !== reading) corrections.keepUncorrected(id, reading);
  else corrections.dropUncorrected(id);
  return result;
}
