import { isAuthorTaxonomy, nameInDescription } from '../wordpress-taxonomies.ts';
import { childrenOf, childText, type XmlElement } from '../xml/xml-element.ts';
import type { FeedPerson } from './feed-entry.ts';
import { metaOf } from './wxr-meta.ts';

/** A term of a taxonomy of WordPress. */
export interface Term {
  domain: string;
  slug: string | null;
  name: string;
}

/** Returns the accounts of a site: login and the name that it shows. */
export function accounts(channel: XmlElement): [string, string][] {
  return childrenOf(channel, 'wp:author').flatMap((author): [string, string][] => {
    const login = childText(author, 'wp:author_login');
    const whole = [childText(author, 'wp:author_first_name'), childText(author, 'wp:author_last_name')];
    const name =
      childText(author, 'wp:author_display_name') ?? whole.filter((part) => part !== null).join(' ');
    return login === null || name === '' ? [] : [[login.toLowerCase(), name]];
  });
}

/** Returns the authors of Co-Authors Plus by login. Their terms have the names in the description. */
export function coAuthorTerms(channel: XmlElement): [string, string][] {
  return childrenOf(channel, 'wp:term').flatMap((term): [string, string][] => {
    if (!isAuthorTaxonomy(childText(term, 'wp:term_taxonomy') ?? '')) return [];
    const login = (childText(term, 'wp:term_slug') ?? '').replace(/^cap-/, '').toLowerCase();
    const name = nameInDescription(
      childText(term, 'wp:term_name') ?? login,
      login,
      childText(term, 'wp:term_description') ?? '',
    );
    return login === '' || name === login ? [] : [[login, name]];
  });
}

/** Returns a guest author of Co-Authors Plus, which is an item of its own. */
export function guestAuthor(item: XmlElement): [string, string][] {
  if (childText(item, 'wp:post_type') !== 'guest-author') return [];
  const meta = metaOf(item);
  const login = meta.get('cap-user_login') ?? childText(item, 'wp:post_name')?.replace(/^cap-/, '');
  const name = meta.get('cap-display_name') ?? childText(item, 'title');
  return login && name ? [[login.toLowerCase(), name]] : [];
}

/** Returns the authors of a post. Co-authors go before a byline of its own, and that before the account that wrote it. */
export function authorsOf(
  item: XmlElement,
  terms: Term[],
  names: ReadonlyMap<string, string>,
  byline: string | null,
): FeedPerson[] {
  const coAuthors = terms
    .filter(({ domain }) => isAuthorTaxonomy(domain))
    .map(({ name, slug }) => {
      const login = slug?.replace(/^cap-/, '').toLowerCase() ?? '';
      return names.get(name.toLowerCase()) ?? (/\s/.test(name) ? name : (names.get(login) ?? name));
    });
  const creators = childrenOf(item, 'dc:creator')
    .map(({ text }) => text.trim())
    .filter((login) => login !== '')
    .map((login) => names.get(login.toLowerCase()) ?? login);
  const authors = coAuthors.length > 0 ? coAuthors : byline === null ? creators : [byline];
  return [...new Set(authors)].map((name) => ({ name, email: null }));
}
