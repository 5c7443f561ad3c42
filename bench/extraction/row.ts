/** One measured figure, and what a known library reaches on the same data in the same run. */
export interface Row {
  set: string;
  measure: string;
  value: number;
  /** Null where no goal is set. */
  goal: number | null;
  /** How many gold items the figure rests on. */
  count: number;
  peer: { name: string; value: number } | null;
}

/** Measures one gold set below the corpus folder; an absent set gives no rows. */
export type Measure = (corpus: string) => Promise<Row[]>;
