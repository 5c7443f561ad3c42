import { openReads } from '../../../../src/archive/sqlite/open.ts';
import { handleRequests } from '../../../../src/archive/sqlite/reader-pool/handle-requests.ts';

/** A reader process whose suggestions end when its parent is gone. */
const [path = ''] = process.argv.slice(2);
const parent = process.ppid;
const pause = new Int32Array(new SharedArrayBuffer(4));
handleRequests(() => {
  const { session, reads } = openReads({ path, readOnly: true });
  return {
    session,
    reads: {
      ...reads,
      suggest() {
        while (process.ppid === parent) Atomics.wait(pause, 0, 0, 10);
        return [];
      },
    },
  };
});
