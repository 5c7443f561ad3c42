/** One measured figure, and that of another library on the same data in the same run. */
export interface Row {
  set: string;
  measure: string;
  value: number;
  /** Null where no goal is set. */
  goal: number | null;
  /** Number of gold items. */
  count: number;
  peer: { name: string; value: number } | null;
}

/** Measures the sets of one kind in a corpus folder. Returns no rows for absent sets. */
export type Measure = (corpus: string) => Promise<Row[]>;
