import type { Block, Body } from '../news/article.ts';

/** A block with its text, or the items of one list. */
export type Stretch =
  | { kind: Exclude<Block['kind'], 'list-item'>; level: number | null; text: string }
  | { kind: 'list'; items: string[] };

/** The blocks of a body in reading order, with list items that follow each other gathered into lists. */
export function stretchesOf({ text, blocks }: Body): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { kind, level, start, end } of blocks) {
    const written = text.slice(start, end);
    const last = stretches.at(-1);
    if (kind !== 'list-item') stretches.push({ kind, level, text: written });
    else if (last?.kind === 'list') last.items.push(written);
    else stretches.push({ kind: 'list', items: [written] });
  }
  return stretches;
}
