import type { Piece } from '../body-of.ts';
import { endsSentence } from './sentence.ts';

const bullet = /^(?:[-*•‣▪·–])\s+(?=\S)/u;
const numbered = /^\d{1,2}[.)]\s+\S/u;
const heading = /^(?=.{2,70}$)["“‘']?[\p{Lu}\p{Lo}]/u;

/**
 * The blocks of a body. Items have a bullet or belong to a numbered row; a sub-heading is a short line that is no
 * sentence, between paragraphs that are.
 */
// ["The EU said so.", "Background", "Talks began in 2023."] → paragraph, heading, paragraph
export function bodyPieces(paragraphs: { text: string; indented: boolean }[]): Piece[] {
  return paragraphs.map(({ text, indented }, index) => {
    const [before, after] = [paragraphs[index - 1]?.text ?? '', paragraphs[index + 1]?.text ?? ''];
    if (bullet.test(text)) return { kind: 'list-item', level: 1, text: text.replace(bullet, '') };
    if (numbered.test(text) && (numbered.test(before) || numbered.test(after)))
      return { kind: 'list-item', level: 1, text };
    if (/^>+\s?\S/.test(text)) return { kind: 'block-quote', level: null, text: text.replace(/^>+\s?/, '') };
    const parts = isProse(before) && isProse(after);
    if (!indented && parts && heading.test(text) && !endsSentence(text) && !/["”]$/.test(text))
      return { kind: 'heading', level: 2, text };
    return { kind: 'paragraph', level: null, text };
  });
}

function isProse(text: string): boolean {
  return text.length > 40 && endsSentence(text);
}
