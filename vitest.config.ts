import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The npm scripts run on the Node.js of the npm package `node`; vitest called by hand runs on that of the machine.
const { engines } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const oldest = Number(/\d+/.exec(engines.node)?.[0]);
if (Number.parseInt(process.versions.node, 10) < oldest) {
  console.error(`The tests need Node.js ${oldest}, but this is ${process.version}: run \`npm test\`.`);
  process.exit(1);
}

/** Tests that start programs, threads, a browser or linters, or read megabytes. */
const slow = [
  'tests/process/**/*.test.ts',
  'tests/web/browser/**/*.test.ts',
  'tests/archive/sqlite/reader-pool/**/*.test.ts',
  'tests/abuse/**/*.test.ts',
  'tests/docs/examples.test.ts',
  'tests/gate/**/*.test.ts',
  'tests/importing/open-parser.test.ts',
  'tests/importing/reading-threads.test.ts',
  'tests/reading/hostile-documents.test.ts',
  'tests/routes/openapi.test.ts',
];

/** Tests that build the image of the Dockerfile: `npm run test:container`. */
const container = ['tests/container/*.test.ts'];

/** Tests that install generators of clients from the registry: `npm run test:clients`. */
const clients = ['tests/generated-clients/*.test.ts'];

export default defineConfig({
  test: {
    // One worker per core. Vitest leaves one core idle, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    // Limits are for tests that hang. They are wide enough for a machine whose cores are all busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Fails a run whose tests leave a program running; programs inherit the variable.
    globalSetup: 'tests/no-process-left.ts',
    env: { DATELINE_TEST_RUN: String(process.pid) },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: [...slow, ...container, ...clients],
          // Files share the modules of their worker: loading them for each file took two thirds of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: slow,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'container',
          include: container,
          fileParallelism: false,
          // Building the image takes minutes.
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
        },
      },
      {
        extends: true,
        test: { name: 'clients', include: clients, testTimeout: 600_000, hookTimeout: 600_000 },
      },
    ],
  },
});
