import { readFileSync } from 'node:fs';

/** A block of shell commands of a page. */
export interface ShellBlock {
  page: string;
  line: number;
  script: string;
}

/** Returns the `sh` blocks of a Markdown page. */
export function shellBlocksOf(page: string): ShellBlock[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(({ index, 1: script = '' }) => ({
    page,
    line: text.slice(0, index).split('\n').length + 1,
    script,
  }));
}
