import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that writes into an archive that this one reads. */
export interface OtherProcess {
  /** Stores an article with this headline; answers when it is committed. */
  write(headline: string): Promise<{ id: string }>;
  end(): Promise<void>;
}

/** Starts a process that writes into the archive at `path`. */
export async function writeInOtherProcess(path: string): Promise<OtherProcess> {
  const child = fork(fileURLToPath(new URL('writing-process.ts', import.meta.url)), [path]);
  await once(child, 'message');
  return {
    async write(headline) {
      child.send(headline);
      const [id] = await once(child, 'message');
      return { id: String(id) };
    },
    async end() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
