import { setTimeout as pause } from 'node:timers/promises';
import { stemOf } from '../../core/words/stems/stem-of.ts';
import type { Reindexing, ReindexSettings } from '../../engine.ts';
import type { Session } from '../session.ts';
import { maxPauseMs } from '../write-queue.ts';
import { noteVersion } from './index-version.ts';

/** Words of a transaction, which takes about 20 ms. */
const stepSize = 5_000;

interface Word {
  form: string;
  language: string;
  stem: string | null;
}

/** Computes the stems of the vocabulary again with the present rules. An interrupted run can be repeated. */
export async function restemVocabulary(
  { connection, write, change }: Session,
  { signal }: ReindexSettings,
): Promise<Reindexing> {
  const begun = performance.now();
  const wordsAfter = connection.prepare<{ form: string; language: string; limit: number }, Word>(
    `SELECT form, language, stem FROM vocabulary
     WHERE (form, language) > (:form, :language) ORDER BY form, language LIMIT :limit`,
  );
  const update = connection.prepare<Word>(
    'UPDATE vocabulary SET stem = :stem WHERE form = :form AND language = :language',
  );
  let words = 0;
  const restem = (after: Pick<Word, 'form' | 'language'>): Word | undefined => {
    const { form, language } = after;
    const some = wordsAfter.all({ form, language, limit: stepSize });
    for (const word of some) {
      const stem = stemOf(word.form, word.language);
      const present = stem === word.form ? null : stem;
      if (present === word.stem) continue;
      update.run({ ...word, stem: present });
      words += 1;
    }
    return some.at(-1);
  };
  const ended = (complete: boolean): Reindexing => ({
    ...{ rebuilt: 'vocabulary', articles: 0, words, milliseconds: performance.now() - begun, complete },
  });

  let last: Word | undefined = await write(() => restem({ form: '', language: '' }));
  while (last) {
    if (signal?.aborted) return ended(false);
    // A write of another process finds the lock free.
    await pause(maxPauseMs);
    const after = last;
    last = await write(() => restem(after));
  }
  await change(
    () => noteVersion(connection, 'vocabulary'),
    () => true,
  );
  return ended(true);
}
