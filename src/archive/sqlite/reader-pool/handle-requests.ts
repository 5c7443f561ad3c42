import { ArchiveUnavailable } from '../../archive-unavailable.ts';
import type { ArchiveReads } from '../../reads.ts';
import type { Session } from '../session.ts';
import type { ReadRequest, ReadResponse, Reply } from './read-request.ts';

export interface Source {
  session: Session;
  reads: ArchiveReads;
}

/**
 * Handles the requests of the parent process, one after the other, until it exits. The first request calls `open`, so
 * that an archive that cannot be opened results in a reply.
 */
export function handleRequests(open: () => Source): void {
  let source: Source | undefined;
  const reply = (request: ReadRequest): Reply => {
    try {
      source ??= open();
      return handle(source, request);
    } catch (error) {
      if (error instanceof ArchiveUnavailable) {
        return { unavailable: { reason: error.reason, message: error.message } };
      }
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      return { failure: { message, stack } };
    }
  };
  // A parent that was killed meanwhile is no error to log.
  const send = (message: Reply | 'ready') =>
    process.send?.(message, undefined, undefined, (error) => error && process.exit());
  process.on('message', (request: ReadRequest) => {
    send(reply(request));
  });
  process.on('disconnect', () => process.exit());
  // A terminal sends these to the whole process group; the parent decides when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  send('ready');
}

function handle({ session, reads }: Source, request: ReadRequest): ReadResponse {
  if ('read' in request) {
    const read = reads[request.read] as (...given: unknown[]) => unknown;
    return session.read(() => ({
      value: read(...request.given),
      revision: session.state.current().revision,
    }));
  }
  if (request.transaction === 'hold') {
    const state = session.hold();
    return { value: state, revision: state.revision };
  }
  session.release();
  return { value: undefined, revision: 0 };
}
