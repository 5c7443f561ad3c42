import { isRecord, type Json } from '../formats/json/parse-json.ts';
import type { RecordOfFields } from '../formats/json/record-paths.ts';
import type { XmlElement } from '../formats/xml/xml-element.ts';
import { recordFieldOf } from './release-fields.ts';
import { isNo, type ReleaseField } from './release-statements.ts';

/** Parts of records that have fields about publication, such as `schedule_settings` of Superdesk. */
const parts = new Set(
  'attributes fields item metadata sys publishing workflow meta schedule_settings content excerpt revision additional_properties system content_restrictions planning scheduling scheduled_operations'.split(
    ' ',
  ),
);

/** Members that have the value of a field that is an object: `{"embargo": {"until": "2030-01-01"}}`. */
const valueNames =
  'until end endDate end_date endTime end_time endsAt ends_at operation_date date datetime utc value name code qcode status $date'.split(
    ' ',
  );

/** Maximum depth of such parts: `publishing.scheduled_operations.publish_edition` of Arc. */
const maxDepth = 3;

/** Returns the fields of a record about its publication. Ignores names that `except` contains. */
export function recordRelease(record: RecordOfFields, except?: ReadonlySet<string>): ReleaseField[] {
  const found: ReleaseField[] = [];
  const scan = (part: RecordOfFields, prefix: string, depth: number): void => {
    for (const [name, value] of Object.entries(part)) {
      if (depth === 0 && except?.has(name)) continue;
      add(found, `${prefix}${name}`, value, name);
      if (depth < maxDepth && parts.has(name) && isRecord(value)) scan(value, `${prefix}${name}.`, depth + 1);
    }
  };
  scan(record, '', 0);
  // The desk of Sanity keeps drafts beside what is published.
  const { _id: id } = record;
  if (typeof id === 'string' && id.startsWith('drafts.'))
    found.push({ name: '_id', means: 'unpublished', value: id });
  return found;
}

function add(found: ReleaseField[], path: string, value: Json, name: string = path): void {
  if (value === null) return;
  const field = recordFieldOf(name);
  if (!field || isOff(value)) return;
  for (const each of Array.isArray(value) ? value : [value]) {
    const text = textOf(each) ?? (field.means === 'embargo' ? withoutEnd(each) : null);
    if (text) found.push({ name: path, ...field, value: text });
  }
}

/** True for an embargo or a schedule that says of itself that it does not count: `{"active": false, "end_time": …}`. */
function isOff(value: Json): boolean {
  return isRecord(value) && [value.active, value.enabled, value.is_active].includes(false);
}

/** Returns an embargo that says something, but not when it ends, as JSON; null if it says nothing. */
function withoutEnd(value: Json): string | null {
  const saysNothing =
    !isRecord(value) || Object.values(value).every((each) => each === null || isNo(String(each)));
  return saysNothing ? null : JSON.stringify(value);
}

/** Returns the fields of an element's children about publication. */
export function elementRelease(element: XmlElement): ReleaseField[] {
  return element.children.flatMap((child) => {
    // The draft mark of the Atom Publishing Protocol (RFC 5023, 13.1) is one level below.
    if (/(?:^|:)control$/.test(child.name)) return elementRelease(child);
    const field = recordFieldOf(child.name);
    const { name, attributes, text } = child;
    const value = text.trim() || (attributes.state ?? attributes.value ?? '');
    return field && value !== '' ? [{ name, ...field, value }] : [];
  });
}

function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (!isRecord(value)) return null;
  for (const name of valueNames) {
    const text = textOf(value[name]);
    if (text !== null) return text;
  }
  return null;
}

/** Names of version numbers: `currentVersion`, `version_number`. */
const versionName =
  /^[^a-z]*(?:(?:current[^a-z]*)?version|revision|(?:version|revision)[^a-z]*number)[^a-z]*$/i;

/** Returns the version number that a record states; null if it states none. */
export function recordVersion(record: RecordOfFields): number | null {
  for (const [name, value] of Object.entries(record)) {
    if (!isVersionName(name)) continue;
    const version = versionNumber(typeof value === 'number' ? String(value) : value);
    if (version !== null) return version;
  }
  return null;
}

/** True if a field of a record has its version number. */
export function isVersionName(name: string): boolean {
  return name.length < 60 && versionName.test(name);
}

/** Returns the number of a version: `'3'` → 3, `'1.2'` → 1.2; null for other texts, such as `2.0.1`. */
export function versionNumber(text: Json | undefined): number | null {
  return typeof text === 'string' && /^\s*\d{1,15}(?:\.\d{1,6})?\s*$/.test(text) ? Number(text) : null;
}
