import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const map = readFileSync('docs/architecture.md', 'utf8');
const named = [...map.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name.replace(/\/$/, ''));

const folders = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(entry.parentPath, entry.name));

describe('docs/architecture.md is the map of the code', () => {
  test.each(folders)('%s is on it', (folder) => {
    expect(named).toContain(folder);
  });

  test('and every path on it exists', () => {
    const paths = named.filter((name) => /^(src|bench|docs|migrations|scripts|seeds|tests)\//.test(name));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('and every file name on it exists', () => {
    const names = new Set(folders.flatMap((folder) => readdirSync(folder)));
    expect(named.filter((name) => /^[\w-]+\.ts$/.test(name) && !names.has(name))).toEqual([]);
  });

  test('and every decision it points to is there', () => {
    const links = [...map.matchAll(/\]\((decisions\/[^)]+)\)/g)].map(([, path = '']) => join('docs', path));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
