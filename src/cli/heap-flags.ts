import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the young generation of a serving process at its first size. V8 would let it grow under load, which takes a fifth
 * more memory and makes nothing faster (docs/decisions/015-flags.md). V8 heeds this flag only while it is running, so it
 * cannot be set on the command line.
 */
export function limitYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Keeps the heaps of an importing process and of its threads small: V8 would let them grow to a multiple of what is
 * alive. Call this before the rest of the program is loaded, since the young generation keeps its present size.
 */
export function limitImportHeaps(): void {
  setFlagsFromString('--heap-growing-percent=25');
  limitYoungGeneration();
  // Threads that parse make more garbage than the one that writes. MiB.
  setFlagsFromString('--min-semi-space-size=4');
}
