import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the young generation of a server process at its initial size. Under load it would grow, which takes a
 * fifth more memory and makes nothing faster (docs/decisions/015-flags.md). V8 ignores this flag on the
 * command line, so it is set at run time.
 */
export function limitYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Keeps the heap of a server process small. V8 would let it grow to a multiple of the live data, which takes a third more
 * memory under a mixed load (docs/decisions/015-flags.md).
 */
export function limitServerHeap(): void {
  setFlagsFromString('--heap-growing-percent=25');
  limitYoungGeneration();
}

/**
 * Keeps the heaps of an import and its threads small. V8 would let them grow to a multiple of the live data.
 * Call this before the rest of the program is loaded, because the young generation keeps its current size.
 */
export function limitImportHeaps(): void {
  setFlagsFromString('--heap-growing-percent=25');
  limitYoungGeneration();
  // MiB. Threads that parse create more garbage than the one that writes.
  setFlagsFromString('--min-semi-space-size=4');
}
