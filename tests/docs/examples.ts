import { readFileSync } from 'node:fs';

/** A `curl` example of a page. */
export interface Example {
  page: string;
  /** Line of the page that shows the command. */
  line: number;
  /** Line of the heading above it. */
  heading: number;
  /** Assignments of the same block that come before the command: `KEY=…`. */
  variables: string[];
  command: string;
  /** The block that follows, if it shows the answer: JSON, or text in any other language. */
  shown: { json: unknown } | { text: string } | undefined;
}

interface Block {
  language: string;
  /** Line of the opening fence. */
  line: number;
  /** Line of the heading above it. */
  heading: number;
  /** True if only blank lines lie between the block before and this one. */
  follows: boolean;
  lines: string[];
}

/** Returns the fenced code blocks of a Markdown page. */
function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let follows = false;
  let heading = 0;
  for (const [index, text] of readFileSync(page, 'utf8').split('\n').entries()) {
    const fence = /^ *```(\S*)/.exec(text);
    if (fence && open) {
      blocks.push(open);
      open = undefined;
      follows = true;
    } else if (fence) {
      open = { language: fence[1] ?? '', line: index + 1, heading, follows, lines: [] };
    } else if (open) {
      open.lines.push(text);
    } else if (text.trim() !== '') {
      follows = false;
      if (/^#/.test(text)) heading = index + 1;
    }
  }
  return blocks;
}

/** Returns the commands of a shell block with their lines. A backslash at the end of a line continues it. */
function commandsOf(block: Block): { line: number; text: string }[] {
  const commands: { line: number; text: string }[] = [];
  let continues = false;
  for (const [index, text] of block.lines.entries()) {
    const last = commands.at(-1);
    if (continues && last) last.text += ` ${text.trim().replace(/\\$/, '')}`;
    else commands.push({ line: block.line + 1 + index, text: text.trim().replace(/\\$/, '') });
    continues = text.endsWith('\\');
  }
  return commands;
}

/**
 * Returns the `curl` examples of a Markdown page: every line of a `sh` block that begins with `curl`. The block right
 * after, unless it is `sh` too, shows the answer of the last one.
 */
export function examplesOf(page: string): Example[] {
  const blocks = blocksOf(page);
  return blocks.flatMap((block, index) => {
    if (block.language !== 'sh') return [];
    const variables: string[] = [];
    const examples: Example[] = [];
    for (const { line, text } of commandsOf(block)) {
      if (/^[A-Z]+=/.test(text)) variables.push(text);
      if (/^curl\b/.test(text)) {
        const { heading } = block;
        examples.push({ page, line, heading, variables: [...variables], command: text, shown: undefined });
      }
    }
    const next = blocks[index + 1];
    const last = examples.at(-1);
    if (last && next?.follows && next.language !== 'sh') last.shown = shownBy(next);
    return examples;
  });
}

function shownBy({ language, lines }: Block): Example['shown'] {
  const text = lines.join('\n');
  return language === 'json' ? { json: JSON.parse(text) } : { text };
}

/** Returns the places of a page where a code block calls `curl` and is not `sh`, so that no test runs it. */
export function neverRun(page: string): string[] {
  return blocksOf(page).flatMap(({ language, line, lines }) =>
    language === 'sh'
      ? []
      : lines.flatMap((text, index) => (/^\s*curl\b/.test(text) ? [`${page}:${line + 1 + index}`] : [])),
  );
}
