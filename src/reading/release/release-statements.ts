import { isKnownStatus, type ReleaseStatement } from '../../model/release.ts';
import type { DateOrder } from '../fields/date-order.ts';
import { readDate } from '../fields/read-date.ts';
import type { FieldMeaning } from './release-fields.ts';

/** Field of a document about its publication, as written. */
export interface ReleaseField {
  name: string;
  means: FieldMeaning;
  /** As written. */
  value: string;
  /** Date in the value, if it is a part of it. */
  date?: string;
  /** True if a value that is not understood says nothing. */
  lenient?: boolean;
}

interface StatementSettings {
  timeZone: string | null;
  order?: DateOrder | undefined;
}

/** Maximum length of a stated value, in UTF-16 code units. */
const maxLength = 200;

const no =
  /^(?:false|no|n|off|0|none|null|nil|never|undefined|-|n\/a|nein|non|não|nao|nee|nej|nei|nie|ei|нет|いいえ|否)?$/i;

/** True if a value is empty, or a word for no. */
export function isNo(value: string): boolean {
  return no.test(value);
}

/** An instant that databases write for none: `0000-00-00 00:00:00`, `0001-01-01T00:00:00`. */
const isNoDate = /^000[01]-/;

/** Returns what the fields of a document state about its publication. Empty values state nothing. */
export function releaseStatements(
  fields: readonly ReleaseField[],
  settings: StatementSettings,
): ReleaseStatement[] {
  return fields.flatMap((field) => statementOf(field, settings) ?? []);
}

function statementOf(field: ReleaseField, settings: StatementSettings): ReleaseStatement | undefined {
  const { name, means, lenient = false } = field;
  const value = field.value.replace(/\s+/g, ' ').trim().slice(0, maxLength);
  if (value === '') return undefined;
  const statement = { field: name, value, instant: null };
  switch (means) {
    case 'status':
    case 'visibility':
      return lenient && !isKnownStatus(value) ? undefined : { ...statement, kind: means };
    case 'published':
      return isNo(value) ? { ...statement, kind: 'unpublished' } : undefined;
    case 'unpublished':
    case 'withdrawn':
      return isNo(value) ? undefined : { ...statement, kind: means };
    case 'password':
      return isNo(value) ? undefined : { ...statement, kind: means, value: 'set' };
    case 'embargo':
    case 'schedule':
    case 'expiry': {
      if (isNo(value) || isNoDate.test(value)) return undefined;
      const instant = readDate(printedTime(field.date ?? value), { ...settings, farAhead: true })?.instant;
      if (instant === undefined && lenient) return undefined;
      return { ...statement, kind: means, instant: instant ?? null };
    }
  }
}

/** Returns seconds or milliseconds since 1970 as a date; other texts as they are. */
function printedTime(text: string): string {
  if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return text;
  const number = Number(text);
  return new Date(number >= 1e11 ? number : number * 1000).toISOString();
}
