import type { Author } from './article.ts';
import type { ArticleCorrection, TagCorrection } from './correction.ts';
import type { Annotations, ReadArticle } from './draft.ts';
import { fold } from './fold.ts';
import { type Mentioning, withMovedMentions } from './moved-mentions.ts';
import { nameOfSlug } from './name-of-slug.ts';
import { isSameTag, newsroomWords, ruledTag, ruledTags, wordTag } from './newsroom-words.ts';
import { isNewsroomTag, type NewsroomTagType, newsroomTagTypes, type TagId } from './tag.ts';
import { withTag } from './with-tag.ts';

/** The newsroom's own words in an article, and the texts that mention them. */
type Words = Mentioning & Pick<ReadArticle, 'keywords' | 'sections' | 'authors'>;

/**
 * Applies a correction of a keyword, section or author to one article. `rules` are those for all articles, because merged
 * words are removed with their tag. Returns a new article.
 */
export function withCorrectedWords<A extends Words>(
  article: A,
  correction: ArticleCorrection | TagCorrection,
  rules: readonly TagCorrection[],
): A {
  switch (correction.do) {
    case 'add-tag':
      return withWord(article, correction.tag, correction.name ?? nameOfSlug(correction.tag));
    case 'remove-tag': {
      const { tag } = correction;
      const isMeant = (id: TagId) => isSameTag(id, tag) || isSameTag(ruledTag(id, rules) ?? id, tag);
      return withoutWords(article, typeOf(tag), isMeant);
    }
    default:
      return article;
  }
}

/**
 * Applies the rules for all articles to the words of one: adds the topics that its keywords and sections lead to, and
 * then removes hidden words. Merging and renaming do not change what is printed. Topics in `without` are not added,
 * because an editor removed them from the article. Returns a new article.
 */
export function withRuledWords<A extends Words & Pick<Annotations, 'inferredTopics'>>(
  article: A,
  rules: readonly TagCorrection[],
  without: readonly TagId[],
): A {
  const ofWords = rules.filter(({ tag }) => isNewsroomTag(tag));
  const topics = topicsOfWords(article, ofWords).filter((topic) => !without.includes(topic));
  const led = topics.reduce((each, topic) => withTag(each, topic, undefined), article);
  const hides = (type: NewsroomTagType) =>
    ofWords.some(({ do: verb, tag }) => verb === 'drop-tag' && typeOf(tag) === type);
  return newsroomTagTypes
    .filter(hides)
    .reduce((each, type) => withoutWords(each, type, (id) => ruledTag(id, ofWords) === undefined), led);
}

/** Returns the topics that the words of an article lead to, also by way of a merge or rename. */
function topicsOfWords(article: Words, rules: readonly TagCorrection[]): TagId[] {
  const leads = rules.filter((rule) => rule.do === 'lead-tag');
  if (leads.length === 0) return [];
  const ids = newsroomWords(article).flatMap(({ id }) => ruledTags(id, rules));
  return leads.filter(({ tag }) => ids.some((id) => isSameTag(id, tag))).map(({ into }) => into);
}

function withWord<A extends Words>(article: A, tag: TagId, printed: string): A {
  const type = typeOf(tag);
  const field = fieldOf[type];
  const isPrinted = article[field].some((word) => wordTag(type, textOf(word)) === tag);
  if (isPrinted) return article;
  const author: Author = { name: printed, kind: 'person', role: null, email: null };
  return { ...article, [field]: [...article[field], field === 'authors' ? author : printed] };
}

/**
 * Removes the words of a type that meet a condition. Words without letters have no tag and stay. A byline that names a
 * removed author becomes the names of the others.
 */
function withoutWords<A extends Words>(
  article: A,
  type: NewsroomTagType,
  isMeant: (id: TagId) => boolean,
): A {
  const words = article[fieldOf[type]];
  const kept = words.filter((word) => {
    const id = wordTag(type, textOf(word));
    return id === undefined || !isMeant(id);
  });
  // Callers compare, so an article without such words stays the same object.
  if (kept.length === words.length) return article;
  const without = { ...article, [fieldOf[type]]: kept };
  return type === 'author' ? withBylineOf(without, article) : without;
}

/** Replaces the byline by the names of the authors if it names one that `before` has and the article has no longer. */
function withBylineOf<A extends Words>(article: A, before: A): A {
  const byline = fold(before.byline ?? '');
  // A byline may invert a name: "Lee, Ann".
  const isNamed = ({ name }: Author) =>
    fold(name)
      .split(/\s+/)
      .every((word) => byline.includes(word));
  const removed = before.authors.filter((author) => !article.authors.includes(author));
  if (byline === '' || !removed.some(isNamed)) return article;
  const names = article.authors.map(({ name }) => name).join(', ');
  return withMovedMentions(article, { ...article, byline: names || null });
}

const fieldOf = { keyword: 'keywords', section: 'sections', author: 'authors' } as const;

function textOf(word: string | Author): string {
  return typeof word === 'string' ? word : word.name;
}

function typeOf(tag: TagId): NewsroomTagType {
  return tag.startsWith('keyword/') ? 'keyword' : tag.startsWith('section/') ? 'section' : 'author';
}
