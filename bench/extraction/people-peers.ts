import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken } from 'wink-nlp';
import { z } from 'zod';

/** A span that a library takes for a person's name. Offsets are UTF-16 code units, end exclusive. */
export interface FoundName {
  start: number;
  end: number;
}

const Offsets = z.array(
  z.object({ text: z.string(), offset: z.object({ start: z.int(), length: z.int() }) }),
);

/** compromise's `people()`, without the signs at the ends and the possessive that its spans take in. */
export function namesByCompromise(text: string): FoundName[] {
  const people: unknown = nlp(text).people().json({ offset: true });
  return Offsets.parse(people).map(({ offset }) => trim(text, offset.start, offset.start + offset.length));
}

const wink = winkNLP(winkModel);

/**
 * wink's English model recognises dates, money and the like but no persons; what it offers for them are its proper
 * nouns, so its runs of those are the baseline.
 */
export function namesByWink(text: string): FoundName[] {
  const names: FoundName[] = [];
  let at = 0;
  let run: FoundName | undefined;
  wink
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out();
      const start = text.indexOf(word, at);
      if (start === -1) return;
      const proper = token.out(wink.its.pos) === 'PROPN';
      const joined = run !== undefined && /^[ .]*$/.test(text.slice(run.end, start));
      at = start + word.length;
      if (!proper) run = undefined;
      else if (run && joined) run.end = at;
      else {
        run = { start, end: at };
        names.push(run);
      }
    });
  return names;
}

function trim(text: string, start: number, end: number): FoundName {
  const exact = text.slice(start, end);
  const lead = /^[^\p{L}]*/u.exec(exact)?.[0].length ?? 0;
  const tail = /(?:['’]s)?[^\p{L}]*$/u.exec(exact)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}
