/** A text with the spans of its personal names, in order; what training reads, whatever the corpus. */
export interface TrainingDocument {
  text: string;
  names: readonly { start: number; end: number }[];
  /** Spans that the annotators left undecided: sentences that hold one are not learned from. */
  undecided: readonly { start: number; end: number }[];
}
