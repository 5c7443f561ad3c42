/** What a token is to a name: outside, the only word of it, its first, an inner or its last word (BILOU). */
export const label = { outside: 0, only: 1, first: 2, inner: 3, last: 4 } as const;
export const labelCount = 5;

const afterName = [label.outside, label.only, label.first];
const insideName = [label.inner, label.last];

/** Which labels may follow each label; a sentence begins as after `outside` and may not end within a name. */
export const successors: readonly (readonly number[])[] = [
  afterName,
  afterName,
  insideName,
  insideName,
  afterName,
];

/** Whether a name is complete at this label. */
export function closes(at: number): boolean {
  return at === label.outside || at === label.only || at === label.last;
}
