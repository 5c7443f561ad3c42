import type { ReleaseStatementKind } from '../../model/release.ts';

/** Meaning of a field about publication. `published` is a flag that withholds if it is false. */
export type FieldMeaning = ReleaseStatementKind | 'published';

/** Fields of a format about publication, with their meanings. */
export type ReleaseFields = Readonly<Record<string, FieldMeaning>>;

/**
 * Fields of records: JSON, NDJSON, CSV, front matter, ninjs, JSON-LD, and the elements of feeds. Names are compared by
 * their letters in lower case, and without a prefix such as `is` or `post`: `Post-Status` is `status`.
 */
export const recordReleaseFields: ReleaseFields = {
  ...fields(
    'status',
    'status pubstatus publishstatus publishingstatus publicationstatus creativeworkstatus publicationstate',
  ),
  ...fields('status', 'workflowstatus workflowstate managementstatus editorialstatus moderationstate'),
  ...fields('status', 'lifecyclestatus reviewstatus state'),
  ...fields('visibility', 'visibility access accesslevel privacy audience'),
  ...fields('unpublished', 'draft unpublished private hidden protected passwordprotected membersonly'),
  ...fields(
    'unpublished',
    'subscribersonly trashed spiked expired restricted confidential unlisted archived',
  ),
  ...fields('unpublished', 'archivedat offline disabled suspended'),
  ...fields('published', 'published publish public visible active enabled listed approved live online'),
  ...fields('withdrawn', 'deleted deletedat killed killedat retracted retractedat withdrawn withdrawnat'),
  ...fields('withdrawn', 'recalled canceled cancelled'),
  ...fields('password', 'password'),
  ...fields(
    'embargo',
    'embargo embargoed embargodate embargotime embargodatetime embargountil embargoeduntil',
  ),
  ...fields('embargo', 'embargoend embargoends embargoenddate embargoenddatetime embargoexpires embargoedto'),
  ...fields(
    'embargo',
    'embargoexpiry embargoexpirydate embargolift embargoliftdate embargoliftsat embargoat',
  ),
  ...fields('embargo', 'embargoedat notbefore notforreleasebefore donotpublishbefore donotpublishuntil'),
  ...fields('embargo', 'holduntil holdforrelease embargorelease embargoreleasedate daterelease'),
  ...fields('schedule', 'publishat publishon publishafter publishschedule scheduled scheduledat schedule'),
  ...fields('schedule', 'scheduledfor scheduleddate scheduledtime scheduledpublishdate scheduledpublication'),
  ...fields('schedule', 'golive golivedate goliveat availablefrom visiblefrom validfrom'),
  ...fields('schedule', 'publishfrom publishstart publishdate pubdate publishup'),
  ...fields('schedule', 'plannedpublishdate plannedpublicationdate publishedition'),
  ...fields('schedule', 'releasedate releasetime releaseat dateavailable available'),
  ...fields('expiry', 'expires expiry expiration expirydate expirationdate expiresat expireson expiredate'),
  ...fields('expiry', 'dateexpire dateexpires expirydatetime expirationtime unpublishdate unpublishat'),
  ...fields('expiry', 'unpublishon validto validuntil validthrough availableuntil visibleuntil publishto'),
  ...fields('expiry', 'publishuntil publishend publishdown killdate takedowndate unpublishedition'),
  // The same in other languages, without accents.
  ...fields('status', 'statut estado stato статус 状態 状态 상태'),
  ...fields('published', 'veroffentlicht freigegeben publie publicado pubblicato gepubliceerd publicerad'),
  ...fields('published', 'publisert julkaistu opublikowany опубликовано'),
  ...fields('unpublished', 'entwurf brouillon borrador bozza rascunho utkast kladde черновик 下書き'),
  ...fields('embargo', 'sperrfrist sperrfristbis gesperrtbis embargojusquau embargohasta эмбарго'),
};

/** Names that also mean something else in records: only a value that is understood counts. */
const ambiguousNames = new Set(
  'state access accesslevel privacy audience reviewstatus schedule scheduled publishdate pubdate releasedate releasetime releaseat available expires publishedition unpublishedition statut estado stato статус 状態 状态 상태'.split(
    ' ',
  ),
);

/** Fields of a NewsML-G2 item. Those of NITF count, too, if its text is NITF. */
export const newsmlReleaseFields = {
  pubStatus: 'status',
  embargoed: 'embargo',
  expires: 'expiry',
} as const satisfies ReleaseFields;

/** Fields of `docdata` in NITF. */
export const nitfReleaseFields = {
  'management-status': 'status',
  'date.release': 'embargo',
  'date.expire': 'expiry',
} as const satisfies ReleaseFields;

/** Meta elements and marks of pages. JSON-LD has the fields of records. */
export const htmlReleaseFields = {
  creativeWorkStatus: 'status',
  pubstatus: 'status',
  embargo: 'embargo',
  embargoed: 'embargo',
  'article:expiration_time': 'expiry',
  'post-password-form': 'password',
} as const satisfies ReleaseFields;

/** Lines of wire copy. */
export const wireReleaseFields = {
  'EMBARGOED UNTIL': 'embargo',
  'NOT FOR RELEASE BEFORE': 'embargo',
  'HOLD FOR RELEASE': 'embargo',
  'MANDATORY KILL': 'withdrawn',
} as const satisfies ReleaseFields;

/** Meaning of a field of a record, if it is about publication. */
export interface RecordField {
  means: FieldMeaning;
  /** True if a value that is not understood says nothing. */
  lenient: boolean;
}

/** Results by name. Records of one file have the same few names; a file where each has its own must not fill memory. */
const known = new Map<string, RecordField | null>();
const maxKnown = 5_000;

/** Returns the meaning of a field of a record; null if it is not about publication. */
// "post_status" → { means: "status", … }; "dcterms:available" → { means: "schedule", lenient: true }
export function recordFieldOf(name: string): RecordField | null {
  let field = known.get(name);
  if (field === undefined) {
    if (known.size >= maxKnown) known.clear();
    field = name.length > 60 ? null : find(name);
    known.set(name, field);
  }
  return field;
}

const prefix = /^(?:wp|utc|is|article|post|item|content|story|news|page|node|entry|document|doc)(?=.)/;

function find(name: string): RecordField | null {
  let key = name
    .slice(name.lastIndexOf(':') + 1)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize();
  for (let stripped = 0; stripped < 3; stripped++) {
    const means = Object.hasOwn(recordReleaseFields, key) ? recordReleaseFields[key] : undefined;
    if (means !== undefined) return { means, lenient: ambiguousNames.has(key) };
    key = key.replace(prefix, '');
  }
  return null;
}

function fields(means: FieldMeaning, names: string): ReleaseFields {
  return Object.fromEntries(names.split(' ').map((name) => [name, means]));
}
