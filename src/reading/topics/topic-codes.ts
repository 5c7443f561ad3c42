import { readFileSync } from 'node:fs';
import { type MediaTopicRow, mediaTopic } from '../../model/media-topics.ts';

/** A table of codes and their Media Topics in seeds/vocabulary; it is read at the first use. */
function openTable(file: string): () => Map<string, string> {
  let table: Map<string, string> | undefined;
  return () => {
    table ??= new Map(
      readFileSync(new URL(`../../../seeds/vocabulary/${file}`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map(([code = '', topic = '']) => [code, topic]),
    );
    return table;
  };
}

const subjectCodes = openTable('subject-codes.tsv');
const reutersTopics = openTable('reuters-topics.tsv');

/** Topics under which Reuters files every story. A code such as C18 can be anything unless one of them is beside it. */
const reutersRoots = ['CCAT', 'ECAT', 'GCAT', 'MCAT'];

const subjectCode =
  /^(?:(?:subj|subjectcode|iptc-subject-code):|https?:\/\/cv\.iptc\.org\/newscodes\/subjectcode\/)?(\d{8})\/?$/i;

/**
 * Finds the Media Topic of an IPTC code: a Media Topic or an older subject code, bare, as QCode or as URL.
 *
 *     topicOfCode('subj:15054000')    // medtop:20001065, soccer
 */
export function topicOfCode(text: string): MediaTopicRow | undefined {
  // Most keywords have no digits.
  if (!/\d{8}\/?\s*$/.test(text)) return undefined;
  const digits = subjectCode.exec(text.trim())?.[1];
  const topic = digits === undefined ? undefined : subjectCodes().get(digits);
  return mediaTopic(text) ?? (topic === undefined ? undefined : mediaTopic(topic));
}

/**
 * Replaces codes among keywords by the names of their Media Topics: IPTC codes, and those of the Reuters Corpus beside one
 * of its roots. Other keywords stay, each once, without space around them.
 *
 *     namesOfCodes(['GCAT', 'GCRIM', 'Trial'])    // ['GCAT', 'crime, law and justice', 'Trial']
 */
export function namesOfCodes(keywords: readonly string[]): string[] {
  const printed = keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== '');
  const isReuters = printed.some((keyword) => reutersRoots.includes(keyword));
  const ofReuters = (keyword: string) => mediaTopic((isReuters && reutersTopics().get(keyword)) || '');
  return [
    ...new Set(printed.map((keyword) => (topicOfCode(keyword) ?? ofReuters(keyword))?.name ?? keyword)),
  ];
}
