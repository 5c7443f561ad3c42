import { isRecord, type Json } from '../json/parse-json.ts';
import type { NinjsItem } from './ninjs-item.ts';

const kinds: [RegExp, string][] = [
  [/^(?:picture|image|photo)$/, 'a ninjs picture, which has no text of an article; import the text items'],
  [/^graphic$/, 'a ninjs graphic, which has no text of an article; import the text items'],
  [/^video$/, 'a ninjs video, which has no text of an article; import the text items'],
  [/^audio$/, 'a ninjs audio recording, which has no text of an article; import the text items'],
  [/^event$/, 'a ninjs event, which announces something; import the text items'],
  [
    /^(?:planning|planning_featured|coverage|assignment)$/,
    'a ninjs planning item, which announces coverage; import the text items',
  ],
  [/^(?:package|composite)$/, 'a ninjs package, which only lists other items; import the items'],
  [
    /^(?:person|place|organisation|concept|contact)$/,
    'a ninjs concept, which describes a person or place; import the text items',
  ],
];

/** Types that are no articles even if they have a text, which then is a caption or an announcement. */
const noArticle =
  /^(?:picture|image|photo|graphic|video|audio|event|planning|planning_featured|coverage|assignment)$/;

/** Returns true for the type of an item that is no article. */
export function isNoArticle(json: { [name: string]: Json }, type: string | null): boolean {
  if (type === null) return isRecord(json.eventDetails) || isRecord(json.planningDetails);
  return noArticle.test(type.toLowerCase());
}

/** Returns the reason why an item is not read: first its kind, then at most two faults by the schema. */
export function ninjsReason(
  json: { [name: string]: Json },
  item: NinjsItem,
  faults: readonly string[],
): string {
  const type = item.type?.toLowerCase() ?? '';
  const kind =
    kinds.find(([pattern]) => pattern.test(type))?.[1] ??
    (isRecord(json.eventDetails) || isRecord(json.planningDetails) ? kinds[4]?.[1] : undefined);
  const link = linkedText(json.renditions);
  const reason =
    kind ??
    (link === undefined
      ? `a ninjs item without a ${item.headline ? 'body' : 'headline'}; import the version that has it`
      : `a ninjs item whose text is not in the file: renditions.${link} links to it; fetch the ${link.toUpperCase()} rendition and import that`);
  const isExplained = kind !== undefined || link !== undefined;
  return isExplained || faults.length === 0 ? reason : `${reason} (schema: ${faults.slice(0, 2).join('; ')})`;
}

/** Returns the name of the rendition that links the text, as in the Media API of AP. */
function linkedText(renditions: Json | undefined): string | undefined {
  const entries = Array.isArray(renditions)
    ? renditions.filter(isRecord).map((each) => [String(each.name ?? 'text'), each] as const)
    : Object.entries(isRecord(renditions) ? renditions : {});
  const texts = entries.filter(([name, each]) => {
    if (!isRecord(each) || typeof each.href !== 'string') return false;
    const type = String(each.mimetype ?? each.contenttype ?? each.contentType ?? '');
    return /nitf|anpa|text|story|html/i.test(name) || /^text\/|xml/.test(type);
  });
  return (texts.find(([name]) => name === 'nitf') ?? texts[0])?.[0];
}
