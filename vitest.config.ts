import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Tests start real servers and child processes; two cores share them.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
