import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const { '': _, ...packages } = Lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages;

/** Packages that may run a script when they are installed, and why. */
const scripts = new Map([['node', 'copies the binary of the platform']]);

const name = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('only known packages run a script at their installation, as those with telemetry do', () => {
  const running = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
  expect(running.map(name).filter((one) => !scripts.has(one))).toEqual([]);
});

test('no package reports its installation', () => {
  const telemetry = [
    '@scarf/scarf',
    'opencollective',
    'opencollective-postinstall',
    'core-js',
    'core-js-pure',
  ];
  expect(
    Object.keys(packages)
      .map(name)
      .filter((one) => telemetry.includes(one)),
  ).toEqual([]);
});

test('every package in the lock file has a checksum', () => {
  const without = Object.entries(packages).filter(([, { integrity, link }]) => !integrity && !link);
  expect(without.map(([path]) => path)).toEqual([]);
});
