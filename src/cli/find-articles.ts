import type { Archive } from '../archive/archive.ts';
import type { ArticleInState } from '../archive/state-results.ts';

/**
 * Finds the article that an argument names: by its id, slug, address at the source, or address in this archive. Returns
 * the reason if there is none, or several.
 */
export async function findArticle(
  { states, reads }: Pick<Archive, 'states' | 'reads'>,
  argument: string,
): Promise<ArticleInState | string> {
  const own = referenceIn(argument);
  for (const reference of [argument, ...(own === undefined ? [] : [own])]) {
    const [found, ...others] = await states.find(reference);
    if (found && others.length === 0) return found;
    if (found) {
      const ids = [found, ...others].map(({ id }) => id).join(', ');
      return `${argument} is the address of several articles; name one by its id: ${ids}`;
    }
    if ((await reads.gone(reference))?.kind === 'purged') return `${argument} was purged`;
  }
  return `no article ${argument}; expected an id, a slug or an address of an article`;
}

/** Returns the id or slug in an address of this archive: `https://news.example/articles/low-tide` → `low-tide`. */
function referenceIn(argument: string): string | undefined {
  const path = URL.canParse(argument) ? new URL(argument).pathname : argument;
  const name = /^(?:\/v1)?\/articles\/([^/.]+)(?:\.[a-z]+)?\/?$/.exec(path)?.[1];
  try {
    return name && decodeURIComponent(name).normalize('NFC');
  } catch {
    // Not an encoded slug.
    return name;
  }
}
