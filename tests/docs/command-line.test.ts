import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/command-line.ts';

const page = readFileSync('docs/command-line.md', 'utf8');
describe('docs/command-line.md', () => {
  test.each(commands.map(({ name }) => name))('has dateline %s', (name) => {
    expect(page).toMatch(new RegExp(`^\\| \`dateline ${name}\\b`, 'm'));
  });

  test.each(Object.entries(exitCodes))('says when the exit code is %s', (_, code) => {
    expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });
});
