import { recordRelease, recordVersion } from '../../release/record-release.ts';
import { htmlReleaseFields } from '../../release/release-fields.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import type { LinkedNode } from './linked-data.ts';
import type { PageDocument } from './open-page.ts';

/** Returns what a page states about its publication: its JSON-LD, its meta elements, and a form for a password. */
export function pageRelease(
  page: PageDocument,
  node: LinkedNode | undefined,
  meta: Map<string, string[]>,
): ReleaseField[] {
  const stated = Object.entries(htmlReleaseFields).flatMap(([name, means]) =>
    (meta.get(name.toLowerCase()) ?? []).map((value) => ({ name, means, value })),
  );
  const form = page.querySelector('form.post-password-form');
  return [
    ...(node ? recordRelease(node) : []),
    ...stated,
    ...(form ? [{ name: 'post-password-form', means: 'password' as const, value: 'set' }] : []),
  ];
}

/** Returns the version number that the JSON-LD of a page states; null if it states none. */
export function pageVersion(node: LinkedNode | undefined): number | null {
  return node ? recordVersion(node) : null;
}
