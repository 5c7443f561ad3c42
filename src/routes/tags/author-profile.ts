import { z } from 'zod';
import type { FacetName } from '../../archive/queries.ts';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Facets } from '../../archive/results.ts';
import { entityTypes, TagId, TagType } from '../../model/tag.ts';
import { countOf } from '../response/count.ts';

/** Maximum number of outlets, sections, keywords and tags of a profile. */
const MOST = 10;

/** Maximum number of years of a profile, the newest. */
const YEARS = 100;

const articleCount = z.int().min(1).meta({ description: 'Number of articles by the author.', example: 12 });

const articles = (filter: string) =>
  z.string().meta({
    description: 'These articles.',
    example: `/v1/authors/ann-lee/articles?${filter}`,
  });

const Outlet = z
  .object({
    slug: z.string().meta({ description: 'Slug of the source.', example: 'the-harbour-post' }),
    name: z.string().meta({ description: 'Name of the source.', example: 'The Harbour Post' }),
    articleCount,
    articles: articles('source=the-harbour-post'),
  })
  .meta({ id: 'AuthorOutlet', description: 'A source of articles by an author.' });

const Year = z
  .object({
    year: z.string().meta({ description: 'Year of publication (UTC).', example: '2024' }),
    articleCount,
    articles: articles('date=2024'),
  })
  .meta({ id: 'AuthorYear', description: 'A year in which articles by an author were published.' });

const FrequentTag = z
  .object({
    id: TagId,
    type: TagType,
    slug: z.string().meta({ description: 'The slug of the tag.', example: 'open-data' }),
    name: z.string().meta({ description: 'Name of the tag.', example: 'Open Data' }),
    articleCount,
    articles: articles('keyword=open-data'),
  })
  .meta({ id: 'AuthorTag', description: 'A tag of articles by an author.' });

export const AuthorProfile = z
  .object({
    outlets: z.array(Outlet).meta({ description: `Sources, most articles first; at most ${MOST}.` }),
    years: z.array(Year).meta({
      description: `Years of publication, newest first; at most ${YEARS}. Always counted in all articles.`,
    }),
    sections: z.array(FrequentTag).meta({ description: `Sections, most articles first; at most ${MOST}.` }),
    keywords: z.array(FrequentTag).meta({ description: `Keywords, most articles first; at most ${MOST}.` }),
    tags: z.array(FrequentTag).meta({
      description: `People, topics, organizations and places, most articles first; at most ${MOST}.`,
    }),
    examined: countOf('Number of articles that were examined.', {
      eq: 'all articles of the author',
      gte: 'only the newest',
    }).meta({ description: 'The articles in which outlets, sections, keywords and tags were counted.' }),
  })
  .meta({ id: 'AuthorProfile', description: 'Outlets, years, sections and subjects of an author.' });
type AuthorProfile = z.infer<typeof AuthorProfile>;

const counted = ['source', 'section', 'keyword', ...entityTypes] satisfies FacetName[];

/** Reads the profile of an author. `list` is the address of the articles of the author. */
export async function readAuthorProfile(
  archive: ArchiveReads,
  slug: string,
  list: string,
): Promise<AuthorProfile> {
  const filter = { tags: { kind: 'tag', tag: { type: 'author', slug } } } as const;
  const [{ facets }, { facets: inAll }] = await Promise.all([
    archive.facets(filter, counted, MOST),
    archive.facets(filter, ['year'], YEARS),
  ]);
  const of = (name: string, value: string) => `${list}?${name}=${encodeURIComponent(value)}`;
  return {
    outlets: (facets.source?.values ?? []).map(({ value, name, count }) => ({
      ...{ slug: value, name, articleCount: count, articles: of('source', value) },
    })),
    years: (inAll.year?.values ?? []).map(({ value, count }) => ({
      ...{ year: value, articleCount: count, articles: of('date', value) },
    })),
    sections: frequent(facets, ['section'], of),
    keywords: frequent(facets, ['keyword'], of),
    tags: frequent(facets, entityTypes, of),
    examined: facets.source?.articles ?? { value: 0, relation: 'eq' },
  };
}

function frequent(
  facets: Facets['facets'],
  types: readonly TagType[],
  of: (name: string, value: string) => string,
): AuthorProfile['tags'] {
  return types
    .flatMap((type) =>
      (facets[type]?.values ?? []).map(({ value: slug, name, count }) => ({
        ...{ id: `${type}/${slug}`, type, slug, name, articleCount: count, articles: of(type, slug) },
      })),
    )
    .sort((a, b) => b.articleCount - a.articleCount)
    .slice(0, MOST);
}
