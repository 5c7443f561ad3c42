import type { Archive } from '../../src/archive/archive.ts';

/** An article as other servers take it: columns, and the slugs of its topics. Numbered from 1, oldest first. */
export interface PlainArticle {
  id: number;
  slug: string;
  headline: string;
  standfirst: string | null;
  byline: string | null;
  publishedAt: string;
  source: string;
  language: string | null;
  topics: string[];
  people: string[];
  body: string;
}

interface FullArticle extends Omit<PlainArticle, 'id' | 'source' | 'topics' | 'people' | 'body'> {
  source: { slug: string };
  tags: { type: string; slug: string }[];
  body: { text: string };
}

/** All articles of an archive, oldest first. */
export async function* plainArticles(archive: Archive): AsyncGenerator<PlainArticle> {
  let position: Parameters<typeof archive.reads.articles>[0]['position'];
  let id = 0;
  do {
    const page = await archive.reads.articles({
      filter: {},
      sort: 'oldest',
      form: 'full',
      limit: 100,
      count: 'none',
      ...(position && { position }),
    });
    for (const item of page.items) {
      const article: FullArticle = JSON.parse(item);
      id += 1;
      const slugsOf = (type: string) =>
        article.tags.filter((tag) => tag.type === type).map(({ slug }) => slug);
      yield {
        id,
        slug: article.slug,
        headline: article.headline,
        standfirst: article.standfirst,
        byline: article.byline,
        publishedAt: article.publishedAt,
        source: article.source.slug,
        language: article.language,
        topics: slugsOf('topic'),
        people: slugsOf('person'),
        body: article.body.text,
      };
    }
    position = page.next;
  } while (position);
}
