// @ts-check
import { enableCompileCache, flushCompileCache } from 'node:module';

/** Program of a process that responds to requests for large articles. */

// The compile cache saves loading the type stripper. This file is JavaScript, and imports the rest afterwards.
enableCompileCache();
const { renderInProcess } = await import('./render-in-process.ts');
// Node writes the cache when a process ends by itself, and these are killed.
flushCompileCache();

renderInProcess();
