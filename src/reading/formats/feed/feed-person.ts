import { childText, type XmlElement } from '../xml/xml-element.ts';
import type { FeedPerson } from './feed-entry.ts';

const address = /[^\s<>()",;:]+@[^\s<>()",;:]+/;

/**
 * The person that a line of RSS names, in the forms that feeds use.
 *
 * `feedPerson('lee@a.example (Ann Lee)')`, `'Ann Lee <lee@a.example>'` → `{ name: 'Ann Lee', email: 'lee@a.example' }`
 */
export function feedPerson(line: string | null): FeedPerson | undefined {
  const trimmed = line?.replace(/<\/?[a-z][^>@]*>/gi, ' ').trim();
  if (!trimmed) return undefined;
  const email = address.exec(trimmed)?.[0].replace(/^mailto:/i, '') ?? null;
  const rest = email === null ? trimmed : trimmed.replace(/(?:mailto:)?[^\s<>()",;:]+@[^\s<>()",;:]+/i, ' ');
  const name = (
    email === null ? rest : rest.replace(/^[\s<>()",;:]+|[\s<>()",;:]+$/g, '').replace(/[<(]\s*[>)]/g, ' ')
  )
    .replace(/\s+/g, ' ')
    .trim();
  return { name: name === '' ? null : name, email };
}

/** The person that an Atom person construct names (RFC 4287, 3.2), or one written as a plain line. */
export function atomPerson(element: XmlElement): FeedPerson | undefined {
  const name = childText(element, 'atom:name', 'name');
  const written = childText(element, 'atom:email', 'email');
  // Blogger has this address for all.
  const email = written === 'noreply@blogger.com' ? null : written;
  if (name !== null || email !== null) return { name, email };
  return feedPerson(element.text);
}
