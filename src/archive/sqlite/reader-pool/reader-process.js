// @ts-check
import { enableCompileCache, flushCompileCache } from 'node:module';

/** The program of a reading process; its argument is the path of the archive. */
const [path = ''] = process.argv.slice(2);

// Without the compiler that strips types, which takes 15 MB; so what follows is loaded after it, and this is JavaScript.
enableCompileCache();
const { openReads } = await import('../open.ts');
const { answerRequests } = await import('./answer-requests.ts');
// Node writes the cache when a process ends by itself, and these are killed.
flushCompileCache();

answerRequests(() => openReads({ path, readOnly: true, cacheKiB: 8_192 }));
