import type { Author } from './article.ts';
import type { ArticleCorrection, TagCorrection } from './correction.ts';
import { nameOfSlug } from './name-of-slug.ts';
import { isSameTag, ruledTag, wordTag } from './newsroom-words.ts';
import type { NewsroomTagType, TagId } from './tag.ts';

/** The newsroom's own words in an article. */
interface Words {
  keywords: string[];
  sections: string[];
  authors: Author[];
}

type Correction = ArticleCorrection | TagCorrection;

/**
 * Applies a correction of a keyword, section or author. Merging and renaming do not change what is printed. `all` are all
 * corrections of the article, because merged words are hidden with their tag. Returns a new article.
 */
export function withCorrectedWords<A extends Words>(
  article: A,
  correction: Correction,
  all: readonly Correction[],
): A {
  switch (correction.do) {
    case 'add-tag':
      return withWord(article, correction.tag, correction.name ?? nameOfSlug(correction.tag));
    case 'remove-tag': {
      const { tag } = correction;
      return withoutWords(
        article,
        tag,
        (id) => isSameTag(id, tag) || isSameTag(ruledTag(id, all) ?? id, tag),
      );
    }
    case 'drop-tag':
      return withoutWords(article, correction.tag, (id) => ruledTag(id, all) === undefined);
    default:
      return article;
  }
}

function withWord<A extends Words>(article: A, tag: TagId, printed: string): A {
  const type = typeOf(tag);
  const field = fieldOf[type];
  const isPrinted = article[field].some((word) => wordTag(type, textOf(word)) === tag);
  if (isPrinted) return article;
  const author: Author = { name: printed, kind: 'person', role: null, email: null };
  return { ...article, [field]: [...article[field], field === 'authors' ? author : printed] };
}

/** Removes the words that have the type of a tag and meet a condition. Words without letters have no tag and stay. */
function withoutWords<A extends Words>(article: A, tag: TagId, isMeant: (id: TagId) => boolean): A {
  const type = typeOf(tag);
  const words = article[fieldOf[type]];
  const kept = words.filter((word) => {
    const id = wordTag(type, textOf(word));
    return id === undefined || !isMeant(id);
  });
  // Callers compare, so an article without such words stays the same object.
  return kept.length === words.length ? article : { ...article, [fieldOf[type]]: kept };
}

const fieldOf = { keyword: 'keywords', section: 'sections', author: 'authors' } as const;

function textOf(word: string | Author): string {
  return typeof word === 'string' ? word : word.name;
}

function typeOf(tag: TagId): NewsroomTagType {
  return tag.startsWith('keyword/') ? 'keyword' : tag.startsWith('section/') ? 'section' : 'author';
}
