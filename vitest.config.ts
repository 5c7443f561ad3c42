import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// The npm scripts run on the Node.js of the npm package `node`; vitest called by hand runs on that of the machine.
const { engines } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const oldest = Number(/\d+/.exec(engines.node)?.[0]);
if (Number.parseInt(process.versions.node, 10) < oldest) {
  console.error(`The tests need Node.js ${oldest}, but this is ${process.version}: run \`npm test\`.`);
  process.exit(1);
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Tests start real servers and child processes; two cores share them.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes at once on an idle machine, and late on a busy one.
    expect: { poll: { timeout: 20_000 } },
  },
});
