import { z } from 'zod';
import type { Rendered } from '../../archive/answers.ts';
import { cardFields } from './parameters.ts';

/** Which fields of an article are asked for; undefined is the form that the archive has ready. */
export interface Shape {
  form: 'card' | 'full';
  keep?: Set<string>;
}

interface Asked {
  fields?: string[] | undefined;
  include?: string[] | undefined;
}

/** What a list of articles has to ask for: `include` adds to the card, `fields` keeps. */
export function shapeOf({ fields, include = [] }: Asked): Shape {
  if (!fields && include.length === 0) return { form: 'card' };
  const keep = new Set(['id', ...(fields ?? cardFields), ...include]);
  const form = [...keep].every((field) => cardFields.includes(field)) ? 'card' : 'full';
  return { form, keep };
}

/** The same for what is answered whole, unless `fields` keeps less. */
export function shapeOfWhole({ fields, include = [] }: Asked): Shape {
  return { form: 'full', ...(fields && { keep: new Set(['id', ...fields, ...include]) }) };
}

const Fields = z.record(z.string(), z.unknown());

/** The articles with no other fields than those asked for: the slow path, which parses. */
export function shaped(items: Rendered[], { keep }: Shape): Rendered[] {
  if (!keep) return items;
  return items.map((item) => {
    const fields = Object.entries(Fields.parse(JSON.parse(item)));
    return JSON.stringify(Object.fromEntries(fields.filter(([name]) => keep.has(name))));
  });
}
