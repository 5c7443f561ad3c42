import { readDate } from '../../fields/read-date.ts';
import { versionNumber } from '../../release/record-release.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import { statedReleases } from '../../release/wire-release.ts';
import { textOf } from '../nitf/text-of.ts';
import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { formalName } from './components.ts';

/** Identity of a news item: the key of all its revisions, and the number of this one. */
export interface Identity {
  key: string | null;
  version: number | null;
  provider: string | null;
}

/**
 * Returns the identity of a news item (NewsML 1.2, 5.4): the public identifier without the revision at its end. One that
 * does not name the item is replaced by provider, date and item.
 */
// urn:newsml:wire.example:20241126:TX-1:2N, revision 2 → key urn:newsml:wire.example:20241126:TX-1, version 2
export function identityOf(newsItem: XmlElement): Identity {
  const [identifier] = descendantsOf(newsItem, 'newsidentifier');
  const at = (name: string) => (identifier ? childText(identifier, name) : null);
  const [provider, date, item] = [at('providerid'), at('dateid'), at('newsitemid')];
  const revision = at('revisionid');
  const publicId = at('publicidentifier')?.replace(/\s+/g, '') ?? '';
  const isWhole = publicId.split(':').length >= 5;
  const withoutRevision = publicId.replace(/:(\d+)[A-Z]?$/i, (end, number: string) =>
    Number(number) === Number(revision ?? number) ? '' : end,
  );
  const parts = [provider, date, item].filter((part) => part !== null);
  const made = parts.length > 1 ? `urn:newsml:${parts.join(':')}` : null;
  return { key: isWhole ? withoutRevision : made, version: versionNumber(revision ?? ''), provider };
}

/** Fields of the management of a NewsML 1 item about its publication. */
export const newsml1ReleaseFields = {
  Status: 'status',
  StatusWillChange: 'embargo',
  FutureStatus: 'expiry',
  EmbargoLine: 'embargo',
  Instruction: 'unpublished',
} as const;

/**
 * Returns what the management of a news item states about its publication. A change to a usable status ends an embargo;
 * a change to another status is an expiry.
 */
export function releaseOf(newsItem: XmlElement): ReleaseField[] {
  const management = child(newsItem, 'newsmanagement');
  if (!management) return [];
  const status = formalName(management, 'status');
  const fields: ReleaseField[] = [];
  if (status !== null) fields.push({ name: 'Status', means: 'status', value: status });
  fields.push(...childrenOf(management, 'instruction').flatMap(instructed));
  for (const change of childrenOf(management, 'statuswillchange')) {
    const value = childText(change, 'dateandtime') ?? '';
    const isUsable = /usable/i.test(formalName(change, 'futurestatus') ?? 'usable');
    if (isUsable) fields.push({ name: 'StatusWillChange', means: 'embargo', value });
    else fields.push({ name: 'FutureStatus', means: 'expiry', value });
  }
  return fields;
}

/**
 * Returns what an instruction says of the item itself. With a `RevisionStatus`, an instruction to delete is about earlier
 * revisions (NewsML 1.2, 5.5.9).
 */
function instructed(instruction: XmlElement): ReleaseField[] {
  const value = instruction.attributes.formalname?.trim() ?? '';
  const field = { name: 'Instruction', value };
  if (/^(?:mandatory)?kill/i.test(value)) return [{ ...field, means: 'withdrawn' }];
  if (/^(?:withh[eo]ld|hold|embargo)/i.test(value)) return [{ ...field, means: 'unpublished' }];
  const isEarlier = childrenOf(instruction, 'revisionstatus').length > 0;
  return /^(?:delete|cancel|withdraw|retract|remove)/i.test(value) && !isEarlier
    ? [{ ...field, means: 'withdrawn' }]
    : [];
}

/** Returns the embargoes in the lines of an item. `written` is when it was written, for dates without a year. */
export function embargoLines(newsItem: XmlElement, written: string | null): ReleaseField[] {
  const lines = childrenOf(newsItem, 'newscomponent')
    .flatMap((component) => childrenOf(component, 'newslines'))
    .flatMap((each) => childrenOf(each, 'newsline'))
    .filter((line) => /embargo|hold/i.test(formalName(line, 'newslinetype') ?? ''));
  const fields = lines.flatMap((line): ReleaseField[] => {
    const value = textOf(child(line, 'newslinetext')) ?? '';
    return saysNone.test(value) ? [] : [{ name: 'EmbargoLine', means: 'embargo', value }];
  });
  const instant = written === null ? null : (readDate(written, { timeZone: 'UTC' })?.instant ?? null);
  return statedReleases(fields, instant);
}

const saysNone = /^\W*$|\b(?:lifted|expired|none|no embargo|immediate|not embargoed)\b/i;
