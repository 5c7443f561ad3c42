/** Types of tags, with the path segment of their lists in the API and of their pages. */
const kinds = {
  person: 'people',
  topic: 'topics',
  organization: 'organizations',
  place: 'places',
  section: 'sections',
  keyword: 'keywords',
  author: 'authors',
} as const;

export type TagType = keyof typeof kinds;
export type Kind = (typeof kinds)[TagType];

/** All types and path segments. */
export const tagTypes = [
  'person',
  'topic',
  'organization',
  'place',
  'section',
  'keyword',
  'author',
] as const satisfies TagType[];
export const tagKinds: Kind[] = Object.values(kinds);

/** True for the newsroom's own words, which articles show as printed. */
export function isPrinted(kind: Kind): boolean {
  return kind === 'sections' || kind === 'keywords' || kind === 'authors';
}

/** Returns the path segment of a tag's type. `person/josep-borrell` → `people` */
export function kindOf(id: string): Kind | undefined {
  const type = tagTypes.find((each) => each === id.slice(0, Math.max(0, id.indexOf('/'))));
  return type && kinds[type];
}
