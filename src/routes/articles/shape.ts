import { z } from 'zod';
import type { Rendered } from '../../archive/results.ts';
import { mapInTurns } from '../response/in-turns.ts';
import { cardFields, fieldNames } from './parameters.ts';

/** Fields of an article in a response. Without `keep`, it is sent as stored. */
export interface Shape {
  form: 'card' | 'full';
  keep?: Set<string>;
}

interface Selection {
  fields?: string[] | undefined;
  include?: string[] | undefined;
}

/** Returns the shape of articles in a list: `include` adds to the card, then `fields` selects. */
export function shapeOf({ fields, include = [] }: Selection): Shape {
  if (!fields && include.length === 0) return { form: 'card' };
  const keep = new Set(['id', ...(fields ?? cardFields), ...include]);
  if (fieldNames.every((field) => keep.has(field))) return { form: 'full' };
  const form = [...keep].every((field) => cardFields.includes(field)) ? 'card' : 'full';
  return { form, keep };
}

/** Returns the shape of whole articles; `fields` selects. */
export function shapeOfWhole({ fields, include = [] }: Selection): Shape {
  return { form: 'full', ...(fields && { keep: new Set(['id', ...fields, ...include]) }) };
}

const Fields = z.record(z.string(), z.unknown());

/** Returns the articles with the fields of the shape. Slow, because it parses each article. */
export async function shaped(items: Rendered[], { keep }: Shape): Promise<Rendered[]> {
  return keep ? mapInTurns(items, (item) => withFields(item, keep)) : items;
}

/** Returns an article with only these fields. */
export function withFields(item: Rendered, keep: Set<string>): Rendered {
  const fields = Object.entries(Fields.parse(JSON.parse(item)));
  return JSON.stringify(Object.fromEntries(fields.filter(([name]) => keep.has(name))));
}
