import type { DateOrder } from '../../fields/date-order.ts';
import { type PrintedDate, readDate } from '../../fields/read-date.ts';

/** The dates that a line of dates gives. */
export interface DateLine {
  published: PrintedDate | undefined;
  updated: PrintedDate | undefined;
}

const label =
  /(?<updated>(?:last |first )?(?:updated|modified|revised|edited|actualizado|atualizado|aggiornato|aktualisiert|mis à jour|bijgewerkt|oppdatert|uppdaterad)|수정|최종수정|更新)|(?<published>(?:first |originally )?(?:published|posted|issued|released|created|filed|publié|publicado|pubblicato|veröffentlicht|gepubliceerd|publisert|publicerad)|入力|입력|등록|송고|发布|発表|date)/iu;
const labels = new RegExp(
  String.raw`(?<![\p{L}])(?:${label.source})(?:\s?(?:on|at|le|el|am|il|op|:|：|\||-))*\s*`,
  'giu',
);

/** What may stand on a line of dates besides: zone remarks, reading time, separators, a place. */
const fill =
  /[\s|·•,;:()[\]–—-]|\b(?:\d+\s?min(?:ute)?s?(?: read)?|local time|korea time|uhr|updated|published|am|by|at|on|and|ago)\b/giu;

interface DateLineSettings {
  timeZone: string | null;
  order: DateOrder | undefined;
}

/**
 * The dates of a line that holds nothing else: `Published : Nov. 3, 2024 - 20:59`, `Monday, May 18, 2015`,
 * `Published 9:00 a.m., Updated 10:15 a.m. …`. Undefined for sentences in which a date stands.
 */
export function readDateLine(line: string, settings: DateLineSettings): DateLine | undefined {
  if (line.length > 160) return undefined;
  const found: DateLine = { published: undefined, updated: undefined };
  const marks = [...line.matchAll(labels)];
  const opening = line.slice(0, marks[0]?.index ?? line.length);
  const openingDate = readDate(opening, { ...settings, farAhead: true });
  if (openingDate) found.published = openingDate;
  let rest = openingDate ? without(opening, openingDate) : opening;
  for (const [index, mark] of marks.entries()) {
    const start = mark.index + mark[0].length;
    const part = line.slice(start, marks[index + 1]?.index ?? line.length);
    const date = readDate(part, { ...settings, farAhead: true });
    if (date) found[mark.groups?.updated ? 'updated' : 'published'] ??= date;
    rest += ` ${date ? without(part, date) : part}`;
  }
  if (!found.published && !found.updated) return undefined;
  return rest.replace(fill, '').length <= 3 ? found : undefined;
}

function without(text: string, date: PrintedDate): string {
  return `${text.slice(0, date.start)} ${text.slice(date.end)}`;
}
