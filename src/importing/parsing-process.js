// @ts-check
import { enableCompileCache, flushCompileCache } from 'node:module';

/** Program of a process that parses the documents of strangers. */

// The compile cache saves loading the type stripper. This file is JavaScript, and imports the rest afterwards.
enableCompileCache();
const { parseInProcess } = await import('./parse-in-process.ts');
// Node writes the cache when a process ends by itself, and these are killed.
flushCompileCache();

parseInProcess();
