import type { TrainingDocument } from './training-document.ts';

/**
 * Reads a CoNLL file (token and entity label a line, blank line between sentences): a document for each
 * `-DOCSTART-`, or for each sentence where there is none, as in tweets. Texts are put together again from tokens.
 */
export function readConllDocuments(conll: string): TrainingDocument[] {
  const parts = conll.includes('-DOCSTART-') ? conll.split(/^-DOCSTART-.*$/m) : conll.split(/\n\s*\n/);
  return parts.map(readDocument).filter((document) => document.text !== '');
}

function readDocument(lines: string): TrainingDocument {
  const names: { start: number; end: number }[] = [];
  let text = '';
  let name: { start: number; end: number } | undefined;
  for (const line of lines.split('\n')) {
    const [token, tag] = line.trim().split(/\s+/);
    if (!token) {
      name = undefined;
      if (text !== '' && !text.endsWith('\n')) text += '\n\n';
      continue;
    }
    // Tweets mark handles and hashtags as names; those are no names in news.
    const person = tag?.endsWith('-PER') === true && !/^[@#]/.test(token);
    if (text !== '' && !/[\n(“‘$@]$/.test(text) && !/^(?:[.,;:!?)”’]|'s|n't)$/.test(token)) text += ' ';
    const start = text.length;
    text += token;
    if (!person) name = undefined;
    else if (name && !tag.startsWith('B')) name.end = text.length;
    else {
      name = { start, end: text.length };
      names.push(name);
    }
  }
  return { text: text.trim(), names, undecided: [] };
}
