import { openSqliteArchive } from '../sqlite/open.ts';
import { answerQuestions } from './answer-questions.ts';

/** The program of a reading process; its argument is the path of the archive. */
const [path = ''] = process.argv.slice(2);
answerQuestions(() => openSqliteArchive({ path, readOnly: true }));
