import { isRecord, type Json } from '../json/parse-json.ts';
import { textsOf } from './ninjs-item.ts';

type JsonObject = { [name: string]: Json };

/** Properties of a response that list its items: collections, Superdesk (Eve), and the BBC. */
const lists = ['items', '_items', 'item'];

/**
 * Returns the items of a file: the file itself, an array, those that a response lists or wraps (`_items`, `data.items`,
 * `data.item`), or those that a composite without a body of its own is made of.
 */
export function itemsOf(value: Json, depth = 0): JsonObject[] {
  if (Array.isArray(value))
    return value.filter(isRecord).flatMap((item) => (depth < 3 ? unwrapped(item, depth) : [item]));
  return isRecord(value) ? unwrapped(value, depth) : [];
}

function unwrapped(value: JsonObject, depth: number): JsonObject[] {
  const isItem = ['uri', 'guid'].some((name) => typeof value[name] === 'string');
  if (!isItem && depth < 3) {
    if (isRecord(value.data)) return itemsOf(value.data, depth + 1);
    const list = lists.map((name) => value[name]).find((each) => Array.isArray(each) || isRecord(each));
    if (list !== undefined && list !== null) return itemsOf(list, depth + 1);
  }
  if (value.type === 'composite' && textsOf(value, 'bodies', 'body').length === 0) {
    const texts = associated(value).filter((part) => textsOf(part, 'bodies', 'body').length > 0);
    // An id within the whole belongs to no item on its own.
    if (texts.length > 0) return texts.map(({ name: _, rel: __, ...item }) => item);
  }
  // Sidebars and related stories within an item are articles, too.
  const related = depth < 3 ? associated(value).filter(isText) : [];
  return [value, ...related.flatMap((part) => unwrapped(part, depth + 1))];
}

function associated({ associations }: JsonObject): JsonObject[] {
  const parts = isRecord(associations) ? Object.values(associations) : associations;
  return Array.isArray(parts) ? parts.filter(isRecord) : [];
}

/** True for a text with an identifier of its own. */
function isText(part: JsonObject): boolean {
  const isNamed = ['uri', 'guid'].some((name) => typeof part[name] === 'string');
  return isNamed && (part.type ?? 'text') === 'text' && textsOf(part, 'bodies', 'body').length > 0;
}
