import { diffArrays, diffWordsWithSpace } from 'diff';
import type { TextChange } from './text-change.ts';

/** Paragraphs with more changed words are treated as replaced: a closer comparison would take seconds. */
const mostEdits = 400;

/**
 * Compares two texts, first by paragraphs, then by words within changed paragraphs. Joining the `equal` and
 * `delete` parts gives the first text, `equal` and `insert` the second.
 *
 *     textChanges('The vote is today.', 'The vote was today.')
 *       → equal "The vote ", delete "is", insert "was", equal " today."
 */
export function textChanges(from: string, to: string): TextChange[] {
  const parts = diffArrays(paragraphsOf(from), paragraphsOf(to), { maxEditLength: mostEdits });
  if (parts === undefined) return joined(replacement(from, to));
  const changes: TextChange[] = [];
  let deleted = '';
  let inserted = '';
  const flush = () => {
    changes.push(...wordChanges(deleted, inserted));
    deleted = '';
    inserted = '';
  };
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    if (removed) deleted += text;
    else if (added) inserted += text;
    else {
      flush();
      changes.push({ op: 'equal', text });
    }
  }
  flush();
  return joined(changes);
}

/** Splits a text into paragraphs, each with the blank line after it. Joining them gives the text. */
function paragraphsOf(text: string): string[] {
  return text.split(/(?<=\n\n)/);
}

function wordChanges(from: string, to: string): TextChange[] {
  if (from === '' || to === '') return replacement(from, to);
  const parts = diffWordsWithSpace(from, to, { maxEditLength: mostEdits });
  if (parts === undefined) return replacement(from, to);
  return parts.map(({ added, removed, value }) => ({
    op: added ? 'insert' : removed ? 'delete' : 'equal',
    text: value,
  }));
}

function replacement(from: string, to: string): TextChange[] {
  return [
    { op: 'delete', text: from },
    { op: 'insert', text: to },
  ];
}

/** Joins neighbours that have the same op and drops empty ones. */
function joined(changes: TextChange[]): TextChange[] {
  const result: TextChange[] = [];
  for (const { op, text } of changes) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.op === op) last.text += text;
    else result.push({ op, text });
  }
  return result;
}
