import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Builds the script of the pages, unless the result is newer than its sources. Does nothing if Vite is not
 * installed, as in production. The container image builds it in a separate stage.
 */
const built = fileURLToPath(new URL('dist/reader.js', import.meta.url));
const sources = [new URL('.', import.meta.url), new URL('../clients/typescript/src/', import.meta.url)];

if (
  !existsSync(built) ||
  newestOf(sources.map((folder) => fileURLToPath(folder))) > statSync(built).mtimeMs
) {
  const vite = await import('vite').catch(() => undefined);
  await vite?.build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) });
}

function newestOf(folders: string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
      .map((name) => `${folder}/${name}`),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
