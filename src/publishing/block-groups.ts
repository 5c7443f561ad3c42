import type { Block, Body } from '../model/article.ts';

export interface Item {
  text: string;
  items: Item[];
}

/** Block with its text, or several blocks that form one list or one quotation. */
export type BlockGroup =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'block-quote'; paragraphs: string[] }
  | { kind: 'list'; items: Item[] };

/** Groups the blocks of a body in reading order: consecutive list items and quoted paragraphs become one group. */
export function groupBlocks({ text, blocks }: Body): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const written = text.slice(block.start, block.end);
    const last = groups.at(-1);
    if (block.kind === 'block-quote' && last?.kind === 'block-quote') last.paragraphs.push(written);
    else if (block.kind === 'list-item' && last?.kind === 'list') add(last.items, written, block.level ?? 1);
    else groups.push(groupOf(block, written));
  }
  return groups;
}

function groupOf({ kind, level }: Block, text: string): BlockGroup {
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

/** Appends an item below the last item of the level above. */
function add(items: Item[], text: string, level: number): void {
  const last = items.at(-1);
  if (level > 1 && last) add(last.items, text, level - 1);
  else items.push({ text, items: [] });
}
