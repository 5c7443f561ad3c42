import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsExample, settingsPage } from '../../scripts/settings-page.ts';

test('.env.example lists every setting as src/config.ts has it (npm run settings writes it)', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(settingsExample());
});

test('docs/settings.md lists every setting as src/config.ts has it (npm run settings writes it)', () => {
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsPage());
});
