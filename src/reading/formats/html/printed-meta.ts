import { opensByline } from '../../fields/byline-prefix.ts';
import type { DateOrder } from '../../fields/date-order.ts';
import { readByline } from '../../fields/read-byline.ts';
import { type PrintedDate, readDate } from '../../fields/read-date.ts';
import { pronounOfGivenName } from '../../quotes/given-names.ts';

/** Facts that a line states about an article, instead of its text: who wrote it and when. */
export interface PrintedMeta {
  bylines: string[];
  /** Names without an introduction, which stand beside a date: `Ann Lee | 12 May 2023`. */
  names?: string[];
  published: string[];
  updated: string[];
}

/** Lines of so many characters are text. */
const maxLength = 240;

/** Words before the date of a change. */
export const changeLabel =
  /(?:updated?|modified|revised|edited|last change[sd]?|aktualisier\w*|geändert|ge[uü]pdatet|actualizad\w*|actualizaci[oó]n|modificad\w*|modifi[ée]\w*|mis(?:e)? à jour|m[aà]j|actualisé\w*|aggiornat\w*|aggiornamento|modificat\w*|atualizad\w*|atualização|bijgewerkt|gewijzigd|laatste update|uppdater\w*|opdater\w*|oppdater\w*|endret|ændret|päivitetty|muokattu|zaktualizowan\w*|aktualizacja|aktualizován\w*|upraveno|aktualizované|frissítve|actualizat\w*|обновлен\w*|обновил\w*|изменен\w*|оновлен\w*|актуализиран\w*|ажурирано|ενημ[εέ]ρωση|ενημερώθηκε|güncelle\w*|diperbarui|dikemas ?kini|cập nhật|تحديث|معدل|عدكון|עודכן|अपडेट|更新|修改|수정|업데이트|最終更新)/iu;

/** Words that introduce the date of publication. */
const publicationLabel =
  /(?:first |originally )?(?:published|posted|created|issued|released|filed|date|on|at)|veröffentlicht|erschienen|erstellt|stand|vom|publicad\w*|publicación|publié\w*|publi[eé]e?|paru|pubblicat\w*|gepubliceerd|geplaatst|publicerad|publisert|publiceret|udgivet|julkaistu|opublikowan\w*|publikován\w*|közzétéve|publicat\w*|опубликован\w*|опубліковано|дата|δημοσίευση|yayınlan\w*|yayın tarihi|dipublikasikan|diterbitkan|đăng|نشر\w*|تاريخ|פורסם|प्रकाशित|发布|發布|公開|掲載|입력|등록|le|el|il|am|den|em|à|um|uhr/giu;

const readingTime =
  /^(?:read(?:ing)? time\W*)?\d{1,3}\s?(?:-\s?)?(?:min(?:ute[sn]?|uti|utos)?|мин|分)\.?(?:[\s-](?:read|de lecture|de lectura|lesezeit|di lettura|leitura))?\.?$/i;
const control =
  /^(?:e-?mail(?: the)?(?: author)?|share|print|save|listen|follow|comments?|\d+ comments?|view all posts.*|bio|twitter|facebook|contact)$/i;
const ago = /^(?:\d{1,2}|an?) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago$/i;

/**
 * Parses a line that consists of bylines, dates and their labels; undefined for any other line, such as a sentence with
 * a date. `order` is that of numeric dates.
 */
// "By Ann Lee and Bo Ek | Published 12 May 2023, 14:05 BST | Updated 13 May 2023" →
//   { bylines: ["Ann Lee and Bo Ek"], published: ["12 May 2023, 14:05 BST"], updated: ["13 May 2023"] }
export function readPrintedMeta(line: string, order?: DateOrder): PrintedMeta | undefined {
  if (line.length > maxLength || line.length < 4) return undefined;
  const found: PrintedMeta = { bylines: [], published: [], updated: [] };
  let others = 0;
  for (const part of line
    .split(/\s*[|·•∙⋅\n]\s*|\s+[–—-]\s+(?!\d)/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))) {
    if (readingTime.test(part) || control.test(part) || ago.test(part)) continue;
    const dates = readLabelledDates(part, order);
    const before = part.slice(0, dates.start).replace(/[\s,;:–—-]+$/u, '');
    if (isBylineLine(before)) {
      const name = withoutLabel(before);
      if (!isByline(name)) return undefined;
      found.bylines.push(name);
    } else if (dates.published.length + dates.updated.length === 0) {
      if (isReporter(part)) found.names = [...(found.names ?? []), part];
      // An outlet or a place stands beside a byline.
      others++;
      if (others > 1 || part.split(/\s+/).length > 5 || /[.!?,]$/.test(part)) return undefined;
      continue;
    } else {
      const byline = bylineIn(part.slice(dates.end));
      if (byline !== undefined) found.bylines.push(byline);
      else if (isReporter(before)) found.names = [...(found.names ?? []), before];
      else if (dates.otherWords > (isSentence(part) ? 1 : 4)) return undefined;
    }
    found.published.push(...dates.published);
    found.updated.push(...dates.updated);
  }
  const count = found.bylines.length + found.published.length + found.updated.length;
  return count > 0 && count >= others ? found : undefined;
}

/** True if a line begins like a byline, or names a reporter in Korean or Japanese: `김지연 기자`. */
export function isBylineLine(text: string): boolean {
  return opensByline(text) || /^\p{Lo}{2,5}\s?(?:기자|특파원|객원기자|記者|记者|特派員)(?:\s|$)/u.test(text);
}

/** Dates of a text by the words before them, where the first begins, and how many other words there are. */
export function readLabelledDates(
  text: string,
  order?: DateOrder,
): { published: string[]; updated: string[]; start: number; end: number; otherWords: number } {
  const published: string[] = [];
  const updated: string[] = [];
  let rest = text;
  let start = text.length;
  let other = '';
  for (let count = 0; count < 4 && /\d/.test(rest); count++) {
    const date = readDate(rest, { timeZone: 'UTC', order }) ?? afterLabel(rest, order);
    if (!date || date.precision === 'year' || date.precision === 'month') break;
    const label = rest.slice(0, date.start);
    if (count === 0) start = date.start;
    other += `${label} `;
    (changeLabel.test(label) ? updated : published).push(date.text);
    rest = rest.slice(date.end);
  }
  const words =
    `${other}${rest}`
      .replace(changeLabel, ' ')
      .replace(publicationLabel, ' ')
      .match(/\p{L}{2,}/gu) ?? [];
  return { published, updated, start, end: text.length - rest.length, otherWords: words.length };
}

/** Reads a date that only a label without Latin letters precedes: `פורסם: 12.05.23, 18:30`. */
function afterLabel(text: string, order: DateOrder | undefined): PrintedDate | undefined {
  const start = /^[^\d:]{1,30}[:：]\s*(?=\d)/u.exec(text)?.[0].length;
  const date = start === undefined ? undefined : readDate(text.slice(start), { timeZone: 'UTC', order });
  return date && start !== undefined && date.start === 0
    ? { ...date, start, end: date.end + start }
    : undefined;
}

function isSentence(text: string): boolean {
  return /[.!?…。！？؟]["'”’)\]»]*$/u.test(text) && !/\b[ap]\.m\.$/i.test(text);
}

function withoutLabel(text: string): string {
  return text.replace(
    /[\s,;|(]+(?:first |last |originally )?(?:published|posted|updated|created|modified)(?:\s+(?:on|at))?\W*$|\s+on(?:\s+\p{L}{3,9})?\W*$/iu,
    '',
  );
}

/** Returns a byline inside a text after a date: `14:30 CET by Bo Hart` → `by Bo Hart` */
function bylineIn(text: string): string | undefined {
  const words = [...text.matchAll(/(?<=^|[\s,;:–—-])\p{L}/gu)].slice(0, 6);
  for (const { index } of words) {
    const byline = withoutCategory(withoutLabel(text.slice(index)));
    if (isBylineLine(byline) && isByline(byline)) return byline;
  }
  return undefined;
}

/** `by Bo Hart in Local News` → `by Bo Hart` */
function withoutCategory(text: string): string {
  return text.replace(/\s+(?:in|under|filed under)\s+\p{Lu}.*$/u, '');
}

/** True for a name with a common given name, or with the work of a reporter: `Bo Ek, Staff Writer`. */
function isReporter(part: string): boolean {
  const authors = readByline(part)?.authors ?? [];
  return (
    authors.length > 0 &&
    authors.every(({ kind, name, role }) => {
      const words = name.split(/\s+/);
      const isNamed = role !== null || pronounOfGivenName(words[0] ?? '') !== undefined;
      return kind === 'person' && isNamed && words.length > 1 && words.length < 4 && !subject.test(name);
    })
  );
}

/** Last words of the names of sections, which may begin with a given name: `Georgia Politics`. */
const subject =
  /\s(?:politics|sports?|business|life|living|opinion|culture|city|county|council|region|weather|travel|today|times|post|local|police|schools?|university|park|elections?)$/i;

function isByline(text: string): boolean {
  const authors = readByline(text)?.authors ?? [];
  return authors.length > 0 && text.split(/\s+/).length <= 16 && !/[!?]$/.test(text);
}
