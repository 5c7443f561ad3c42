import { versionNumber } from '../../release/record-release.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
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
  for (const change of childrenOf(management, 'statuswillchange')) {
    const value = childText(change, 'dateandtime') ?? '';
    const isUsable = /usable/i.test(formalName(change, 'futurestatus') ?? 'usable');
    if (isUsable) fields.push({ name: 'StatusWillChange', means: 'embargo', value });
    else fields.push({ name: 'FutureStatus', means: 'expiry', value });
  }
  return fields;
}
