// @ts-check
import { enableCompileCache, flushCompileCache } from 'node:module';

/** Program of a reader process. Its argument is the path of the archive. */
const [path = ''] = process.argv.slice(2);

// The compile cache saves loading the type stripper, 15 MB. This file is JavaScript, and imports the rest afterwards.
enableCompileCache();
const { openReads } = await import('../open.ts');
const { handleRequests } = await import('./handle-requests.ts');
// Node writes the cache when a process ends by itself, and these are killed.
flushCompileCache();

handleRequests(() => openReads({ path, readOnly: true, cacheKiB: 8_192 }));
