import type { Block, Body } from '../model/article.ts';

/** An item of a list, and those below it. */
export interface Item {
  text: string;
  items: Item[];
}

/** A block with its text, or what several blocks are together: one list, one quotation. */
export type Stretch =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'block-quote'; paragraphs: string[] }
  | { kind: 'list'; items: Item[] };

/** The blocks of a body in reading order; list items and quoted paragraphs that follow each other are gathered. */
export function stretchesOf({ text, blocks }: Body): Stretch[] {
  const stretches: Stretch[] = [];
  for (const block of blocks) {
    const written = text.slice(block.start, block.end);
    const last = stretches.at(-1);
    if (block.kind === 'block-quote' && last?.kind === 'block-quote') last.paragraphs.push(written);
    else if (block.kind === 'list-item' && last?.kind === 'list') add(last.items, written, block.level ?? 1);
    else stretches.push(stretchOf(block, written));
  }
  return stretches;
}

function stretchOf({ kind, level }: Block, text: string): Stretch {
  switch (kind) {
    case 'list-item':
      return { kind: 'list', items: [{ text, items: [] }] };
    case 'block-quote':
      return { kind, paragraphs: [text] };
    case 'heading':
      return { kind, level: Math.min(6, Math.max(2, level ?? 2)), text };
    case 'paragraph':
      return { kind, text };
  }
}

/** Puts an item below the last one of the level above it. */
function add(items: Item[], text: string, level: number): void {
  const last = items.at(-1);
  if (level > 1 && last) add(last.items, text, level - 1);
  else items.push({ text, items: [] });
}
