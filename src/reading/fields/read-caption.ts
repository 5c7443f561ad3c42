import { isAgency } from './agency-names.ts';

export interface PrintedCaption {
  caption: string | null;
  credit: string | null;
  /** Evidence that the line is a caption; null if only its position can tell. */
  mark: 'label' | 'credit' | 'doubled' | 'pictured' | null;
}

const label =
  /^\s*[[(]?\s*(?:photo caption|picture caption|image caption|caption|file photo|photo|picture|pictured|image|foto|bild|imagen|사진)\s*(?:\d+\s*)?[:：]\s*/iu;
const pictureWord = `(?:file )?(?:photo(?:graph)?|image|picture|foto|bild|illustration|graphic|video|screenshot)s?`;
// "Photo: Ann Lee" matches anywhere; "photo by Ann Lee" only after a sentence or bracket, as it may be part of one.
const creditLabel = new RegExp(
  String.raw`(?:[\s([|/–—-]*\b(?:${pictureWord}(?: (?:credit|courtesy|source))?\s?[:：]|(?:image |photo )?credit\s?[:：])|(?:(?<=[.!?"”)\]])\s+|[([|/]\s?)(?:${pictureWord} (?:by|courtesy of)|courtesy (?:of|photo:?))|\s©(?:\s?\d{4})?)\s*(?<credit>[^.()\n]{2,90}?(?:\s\([^()]+\))?)[)\].\s]*$`,
  'iu',
);
const parentheses = /\s*[(（[](?<credit>[^()（）[\]]{2,80})[)）\]]\.?\s*$/u;
const slash =
  /(?<=[.!?"”)])\s*[|/–—-]?\s*(?<credit>\p{Lu}[\p{L}.'’ -]{1,40}\s?\/\s?\p{Lu}[\p{L}.'’ /-]{1,40})\s*$/u;
/** Only names: `Jane Doe/Reuters`. */
const onlyNames = /^\p{Lu}[\p{L}.'’-]*(?:(?: |\s?[/,|]\s?| via )\p{Lu}[\p{L}.'’-]*){0,7}$/u;
/** Photographer and outlet, known or not: `Ann Lee/Northwire`. */
const nameAndOutlet =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}\s?\/\s?(?:The )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u;
const photoWord =
  /\b(?:photos?|images?|pictures?|pool|handout|courtesy|file|getty|via|provided|photographer|screenshot|illustration|cartoon|사진)\b/iu;

/** Phrases typical of captions. */
const pictured =
  /\((?:not pictured|pictured|left|right|centre|center|[LRC]|(?:second|third|fourth|far|front|back)(?: row)?,? (?:from )?(?:left|right|centre|center)|file photo|top|bottom|above)\)|\b(?:is|are) (?:pictured|shown) (?:here|at|in)\b|\b(?:in )?this (?:file |undated |handout |aerial |combination )?(?:photo|image|picture)\b|\bfile (?:photo|image|picture)\b/iu;

/**
 * Splits a caption line into caption and credit. A caption printed twice on its line, as alternative text and as
 * caption, is read once. Undefined for an empty line.
 */
// "Borrell in Tokyo. (AFP) Borrell in Tokyo. (AFP)" → { caption: "Borrell in Tokyo.", credit: "AFP", mark: "doubled" }
// "A flood. (AP Photo/Jane Doe)" → { caption: "A flood.", credit: "AP Photo/Jane Doe", mark: "credit" }
export function readCaption(line: string): PrintedCaption | undefined {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  const unrepeated = withoutRepetition(text);
  const labelled = label.test(unrepeated ?? text);
  const { caption, credit } = splitCredit((unrepeated ?? text).replace(label, ''));
  const mark =
    unrepeated !== undefined
      ? 'doubled'
      : labelled
        ? 'label'
        : credit !== null
          ? 'credit'
          : pictured.test(text)
            ? 'pictured'
            : null;
  return { caption: caption || null, credit, mark };
}

/** `X X` → `X`, if X has at least 12 characters. */
function withoutRepetition(text: string): string | undefined {
  const middle = (text.length - 1) / 2;
  if (middle < 12 || !Number.isInteger(middle) || text[middle] !== ' ') return undefined;
  const half = text.slice(0, middle);
  return half === text.slice(middle + 1) ? half : undefined;
}

function splitCredit(text: string): { caption: string; credit: string | null } {
  const inside = parentheses.exec(text);
  if (inside?.groups?.credit && isCredit(inside.groups.credit))
    return cut(
      text,
      inside.index,
      inside.groups.credit.replace(/^(?:photo|image|picture|credit)s?\s*(?:by|[:：]|courtesy of)\s*/iu, ''),
    );
  const labelled = creditLabel.exec(text);
  if (labelled?.groups?.credit && /^[\p{Lu}\p{Lo}@]/u.test(labelled.groups.credit))
    return cut(text, labelled.index, labelled.groups.credit);
  if (onlyNames.test(text) && isCredit(text)) return { caption: '', credit: text };
  const slashed = slash.exec(text);
  if (slashed?.groups?.credit?.split('/').some((name) => isCredit(name.trim())))
    return cut(text, slashed.index, slashed.groups.credit);
  return { caption: text, credit: null };
}

function cut(text: string, at: number, credit: string): { caption: string; credit: string } {
  return { caption: text.slice(0, at).trim(), credit: credit.trim() };
}

/** True if words in parentheses are a credit: an agency, or a name with `Photo`, `Pool`, `Getty`. */
function isCredit(words: string): boolean {
  if (
    photoWord.test(words) &&
    /\p{Lu}|\p{Lo}/u.test(words) &&
    !/^(?:file|photo|image|picture|pictured)$/i.test(words)
  )
    return true;
  return nameAndOutlet.test(words) || words.split(/\s*(?:[/,&|-]| and | via )\s*/).some(isAgency);
}
