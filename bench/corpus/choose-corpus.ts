import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sample inside the project: see bench/sample/README.md. */
export const sampleFolder = fileURLToPath(new URL('../sample', import.meta.url));

/** A folder of texts and gold data. */
export interface Corpus {
  folder: string;
  isSample: boolean;
}

/**
 * Returns the corpus that a script was told to use: the value of `--corpus`, else BENCH_CORPUS, else the sample.
 * Prints which one it is on the error stream. Throws an Error if the folder does not exist.
 */
export function chooseCorpus(option: string | undefined): Corpus {
  const folder = resolve(option || process.env.BENCH_CORPUS || sampleFolder);
  if (!existsSync(folder)) throw new Error(`no folder ${folder}: --corpus takes the folder of a corpus`);
  const isSample = folder === sampleFolder;
  process.stderr.write(
    isSample
      ? 'corpus: the sample in bench/sample; --corpus DIR takes a larger one\n'
      : `corpus: ${folder}\n`,
  );
  return { folder, isSample };
}
