import type { Archive } from '../../archive.ts';
import { ArchiveUnavailable } from '../../archive-unavailable.ts';
import { answer, type Question, type Reply } from './read-request.ts';

/**
 * Answers questions that come to this process from the one that started it, one after the other, until that goes
 * away. `open` is called with the first, so that an archive that can't be opened is an answer too.
 */
export function answerQuestions(open: () => Archive): void {
  let archive: Archive | undefined;
  const reply = async (question: Question): Promise<Reply> => {
    try {
      archive ??= open();
      return { value: await answer(archive, question) };
    } catch (error) {
      if (error instanceof ArchiveUnavailable) {
        return { unavailable: { reason: error.reason, message: error.message } };
      }
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      return { failure: { message, stack } };
    }
  };
  process.on('message', async (question: Question) => {
    process.send?.(await reply(question));
  });
  process.on('disconnect', () => process.exit());
  // A terminal sends these to all processes of a group; when this one ends is for the one that started it to say.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  process.send?.('ready');
}
