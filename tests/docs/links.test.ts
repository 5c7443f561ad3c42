import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const pages = ['README.md', 'CONTRIBUTING.md', 'seeds/README.md', 'clients/typescript/README.md'].concat(
  globSync('docs/**/*.md').sort(),
);
const withoutCode = (page: string) => readFileSync(page, 'utf8').replace(/^ *```[\s\S]*?^ *```/gm, '');

/** The anchors that GitHub gives the headings of a page. */
// "## Verify a webhook signature" → verify-a-webhook-signature
const anchorsOf = (page: string) =>
  [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('every link of a page to a file or heading leads somewhere', () => {
  test.each(pages)('%s', (page) => {
    const links = [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
    expect(dead).toEqual([]);
  });
});
