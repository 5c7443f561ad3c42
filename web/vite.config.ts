import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** One file of script for all pages: they differ by what they hold, not by what they load. */
export default defineConfig({
  root: here,
  logLevel: 'warn',
  build: {
    outDir: 'dist',
    target: 'es2023',
    emptyOutDir: true,
    rolldownOptions: {
      input: `${here}script/main.ts`,
      output: { entryFileNames: 'reader.js', codeSplitting: false },
    },
  },
});
