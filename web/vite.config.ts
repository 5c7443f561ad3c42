import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** One script for all pages. */
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
