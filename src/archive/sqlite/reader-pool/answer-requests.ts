import { ArchiveUnavailable } from '../../archive-unavailable.ts';
import type { ArchiveReads } from '../../reads.ts';
import type { ReadRequest, Reply } from './read-request.ts';

/**
 * Answers the requests of the parent process, one after the other, until that exits. `open` is called with the first
 * request, so that an archive that can't be opened is a reply too.
 */
export function answerRequests(open: () => ArchiveReads): void {
  let reads: ArchiveReads | undefined;
  const reply = async ({ read, given }: ReadRequest): Promise<Reply> => {
    try {
      reads ??= open();
      const ask = reads[read] as (...given: unknown[]) => unknown;
      return { value: await ask(...given) };
    } catch (error) {
      if (error instanceof ArchiveUnavailable) {
        return { unavailable: { reason: error.reason, message: error.message } };
      }
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      return { failure: { message, stack } };
    }
  };
  process.on('message', async (request: ReadRequest) => {
    process.send?.(await reply(request));
  });
  process.on('disconnect', () => process.exit());
  // A terminal sends these to the whole process group; the parent decides when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  process.send?.('ready');
}
