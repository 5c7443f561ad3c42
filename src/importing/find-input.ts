import type { Archive, Validators } from '../archive/archive.ts';
import { fetchPage } from './fetch-page.ts';
import { findFiles } from './find-files.ts';
import type { FoundFile } from './found-file.ts';

/** What an import was pointed at. */
export interface Input {
  files: AsyncIterable<FoundFile>;
  /** Bytes read of the input so far, and in all where that is known: for progress. */
  progress(): { consumed: number; total: number | null };
  /** Remembers what the servers said of fetched pages; to be called when their articles are stored. */
  settle(): Promise<void>;
}

/**
 * The files behind the words of `dateline import`: paths, `-` for standard input, and http(s) URLs, which are
 * fetched only when they changed since the last import.
 */
export function findInput(words: string[], stdin: AsyncIterable<Uint8Array>, archive: Archive): Input {
  const fetched: { url: string; validators: Validators }[] = [];
  let consumed = 0;
  let total: number | null = null;

  async function* files(): AsyncGenerator<FoundFile> {
    total = await sizeOf(words);
    for (const word of words) {
      if (!isUrl(word)) {
        yield* findFiles([word], stdin);
        continue;
      }
      const page = await fetchPage(word, await archive.validators(word));
      if (page.kind === 'unchanged') continue;
      fetched.push({ url: word, validators: page.validators });
      yield { path: page.url, size: page.bytes.length, open: () => once(page.bytes) };
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
    progress: () => ({ consumed, total }),
    async settle() {
      for (const { url, validators } of fetched) await archive.writeValidators(url, validators);
    },
  };
}

function isUrl(word: string): boolean {
  return /^https?:\/\//i.test(word);
}

/** The sizes of all files, in bytes; null where one can't be known beforehand. */
async function sizeOf(words: string[]): Promise<number | null> {
  if (words.some((word) => word === '-' || isUrl(word))) return null;
  let size = 0;
  for await (const file of findFiles(words, empty())) size += file.size ?? 0;
  return size;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* empty(): AsyncGenerator<Uint8Array> {}
