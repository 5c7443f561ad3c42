import { pluralize } from '../../model/pluralize.ts';
import type { Reading } from '../reader.ts';

/** Names of kinds of entries, for people. */
const names: Record<string, string> = {
  page: 'page',
  attachment: 'attachment',
  nav_menu_item: 'menu item',
  revision: 'revision',
  wp_block: 'synced block',
  comment: 'comment',
  removed: 'removed article',
};

/** Types of entries of WordPress that are articles: its own, and those that newsrooms define. */
const articleType =
  /^(?:post|.*(?:article|news|stor(?:y|ies)|blog|press|opinion|column|review|interview|report|notic|noticia|artikel|beitrag|actualit|articul|recipe|podcast|episode|brief|obituar|editorial|feature|longread).*)$/i;

/** True for a post type of WordPress whose entries are no articles, such as `page`. */
export function isLeftOutType(type: string): boolean {
  return !articleType.test(type) || /^(?:wp_|newsletter|.*form)/.test(type);
}

/** Counts the entries of a document that are no articles, by kind. */
export interface LeftOut {
  add(kind: string): void;
  readonly count: number;
  /** Returns one reject for each kind. */
  rejects(path: string): Reading[];
}

/** Creates a counter of entries that are no articles, so that a report has one line for all pages of an export. */
export function createLeftOut(): LeftOut {
  const counts = new Map<string, number>();
  return {
    add: (kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    get count() {
      return counts.size;
    },
    rejects: (path) =>
      [...counts].map(([kind, count]) => {
        const what = names[kind]
          ? pluralize(count, names[kind])
          : `${pluralize(count, 'entry', 'entries')} of the type "${kind}"`;
        return {
          kind: 'reject',
          reject: { path, line: null, reason: `${what} left out; only posts are articles` },
        };
      }),
  };
}
