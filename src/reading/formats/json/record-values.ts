import { serialDate } from '../../fields/serial-date.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { isRecord, type Json } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';

/** Returns a text, a number as text, the paragraphs of an array, or the first telling property of an object. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value))
    return (
      value
        .map(textOf)
        .filter((text) => text !== null)
        .join('\n\n') || null
    );
  if (!isRecord(value)) return null;
  return textOf(
    value.name ??
      value.main ??
      value.original ??
      value.rendered ??
      value.value ??
      value.text ??
      value.title ??
      value.url ??
      value.$oid ??
      value.$date ??
      value.node ??
      value.attributes ??
      value.data ??
      wholeName(value),
  );
}

/** Returns the name of a person who has it in parts. */
function wholeName(value: RecordOfFields): string | null {
  const parts = [
    value.first_name ?? value.firstName ?? value.given_name ?? value.givenName,
    value.last_name ?? value.lastName ?? value.family_name ?? value.familyName,
  ];
  return parts.flatMap((part) => stringOf(part) ?? []).join(' ') || null;
}

/** Returns the texts of a list, of the list in an envelope (`{"nodes": […]}`), or of one value. */
export function textsOf(value: Json | undefined): string[] {
  const inner = isRecord(value) ? (value.nodes ?? value.edges ?? value.data) : value;
  const list = Array.isArray(inner) ? inner : value;
  const values = Array.isArray(list) ? list : [list];
  return values.map(textOf).filter((text) => text !== null);
}

/** Returns a date as printed. A number is the time since 1970 in seconds, or in milliseconds if it is too large, or the days of a spreadsheet. */
export function dateOf(value: Json | undefined): string | null {
  const text = textOf(value);
  if (text === null || !/^\d{9,13}(?:\.\d+)?$/.test(text)) return text && (serialDate(text) ?? text);
  const number = Number(text);
  const milliseconds = number >= 1e11 ? number : number * 1000;
  return new Date(milliseconds).toISOString();
}

/** Returns a value if it is a text that says something. */
export function stringOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Returns the plain text of a value of HTML in one line, or of the `rendered` of WordPress. */
export function lineOf(value: Json | undefined): string | null {
  const text = textOf(value);
  return text === null ? null : textOfHtml(text) || null;
}

/** Returns an object, or an empty one. */
export function partOf(value: Json | undefined): RecordOfFields {
  return isRecord(value) ? value : {};
}

/** Returns the objects of a list; of one object, a list of it. */
export function partsOf(value: Json | undefined): RecordOfFields[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

/** Returns a size in pixels, if a number or a text states one: `800`, `"800"`, `"800px"`. */
export function pixelsOf(value: Json | undefined): number | undefined {
  // JSON-LD has a `QuantitativeValue`.
  if (isRecord(value)) return isRecord(value.value) ? undefined : pixelsOf(value.value);
  const number = typeof value === 'string' ? Number(value.replace(/px$/, '')) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 1 && number < 1e6
    ? number
    : undefined;
}
