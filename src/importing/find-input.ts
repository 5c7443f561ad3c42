import { resolve } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import type { Validators } from '../archive/results.ts';
import { onceBytes } from './byte-stream.ts';
import { type FetchLimits, fetchLimits, fetchPage } from './fetch-page.ts';
import { findFiles, unreadable } from './find-files.ts';
import type { FoundFile } from './found-file.ts';
import { ImportFault } from './import-fault.ts';
import { surveyFiles } from './survey-files.ts';

export interface Input {
  files: AsyncIterable<FoundFile>;
  /**
   * Hash of paths, sizes and modification times, equal for equal input. Null for standard input and URLs,
   * which cannot be compared.
   */
  fingerprint: string | null;
  /** Returns the number of bytes read so far, and the total if known. */
  progress(): { consumed: number; total: number | null };
  /** Returns the URLs that have not changed since the last import and were skipped. */
  unchanged(): string[];
  /** Stores the validators of fetched pages. Call after their articles are stored. */
  storeValidators(): Promise<void>;
}

/**
 * Resolves the arguments of `dateline import`: paths, `-` for standard input, and http(s) URLs. A URL is skipped if it
 * has not changed since it was last imported with the same options (`reading`, see nameReading). A page that cannot be
 * fetched fails when it is opened. Throws ImportFault for a path that does not exist or cannot be read.
 */
export async function findInput(
  words: string[],
  stdin: AsyncIterable<Uint8Array>,
  archive: Archive,
  { limits = fetchLimits, reading = '' }: { limits?: FetchLimits; reading?: string } = {},
): Promise<Input> {
  const unchanged: string[] = [];
  const fetched: { url: string; validators: Validators }[] = [];
  const paths = words.filter((word) => word !== '-' && !isUrl(word));
  const survey = await surveyFiles(paths.map((path) => resolve(path)));
  const onlyPaths = paths.length === words.length;
  const validatorKey = (url: string) => `${url} ${reading}`;
  let consumed = 0;

  async function* files(): AsyncGenerator<FoundFile> {
    for (const word of words) {
      if (word === '-') yield { path: 'standard-input', size: null, open: () => stdin };
      else if (isUrl(word)) yield* fetchFile(word);
      else yield* findFiles(word);
    }
  }
  async function* fetchFile(url: string): AsyncGenerator<FoundFile> {
    try {
      const page = await fetchPage(url, await archive.imports.validators(validatorKey(url)), limits);
      if (page.kind === 'unchanged') {
        unchanged.push(url);
        return;
      }
      fetched.push({ url, validators: page.validators });
      yield { path: page.url, size: page.bytes.length, open: () => onceBytes(page.bytes) };
    } catch (cause) {
      if (!(cause instanceof ImportFault)) throw cause;
      yield unreadable(cause.place, cause.reason);
    }
  }
  async function* counted(): AsyncGenerator<FoundFile> {
    for await (const file of files()) yield { ...file, open: () => count(file.open()) };
  }
  async function* count(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of stream) {
      consumed += part.length;
      yield part;
    }
  }
  return {
    files: counted(),
    fingerprint: onlyPaths ? survey.fingerprint : null,
    progress: () => ({ consumed, total: onlyPaths ? survey.size : null }),
    unchanged: () => unchanged,
    async storeValidators() {
      for (const { url, validators } of fetched) {
        await archive.imports.writeValidators(validatorKey(url), validators);
      }
    },
  };
}

function isUrl(word: string): boolean {
  return /^https?:\/\//i.test(word);
}
