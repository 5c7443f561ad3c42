import type { Json } from '../json/parse-json.ts';

/** Properties that the reader uses, in any version, and those that only say how the item is stored. */
const used = new Set(
  [
    'uri guid type version standard $standard $schema language mimetype representationtype representationType',
    'firstcreated firstCreated versioncreated versionCreated contentcreated contentCreated firstpublished',
    'pubstatus pubStatus embargoed expires state headline headlines headLine title byline by byLine authors',
    'subject subjects person people organisation organisations place places event events object objects keywords',
    'service anpa_category bodies body bodyXhtml descriptions abstract associations renditions copyrightholder',
    'copyrightHolder copyrightnotice copyrightNotice usageterms usageTerms urgency slugline ednote edNote',
    'editorialNote editorialnote located dateline creditline creditLine charcount charCount wordcount wordCount',
    'readtime format lock_user lock_time lock_action lock_session force_unlock operation task template products',
    'subscribers schedule_settings publish_schedule flags unique_id unique_name version_creator original_creator',
    'fields_meta expiry',
  ]
    .join(' ')
    .split(' '),
);

/** Returns the names of the properties of an item that say something and that the reader does not use. */
export function unusedProperties(item: { [name: string]: Json }): string[] {
  return Object.entries(item)
    .filter(
      ([name, value]) =>
        !used.has(name) && !/^(?:_|headline_|body_|description_)/.test(name) && isSaid(value),
    )
    .map(([name]) => name)
    .slice(0, 40);
}

function isSaid(value: Json): boolean {
  if (value === null || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
