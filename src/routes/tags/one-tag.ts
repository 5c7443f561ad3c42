import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Rendered } from '../../archive/results.ts';
import type { Result } from '../../http/operation.ts';
import type { Tag, TagType } from '../../model/tag.ts';
import { TagSummary } from '../../model/tag-summary.ts';
import { itemOf } from '../response/item.ts';
import { itemBody, withMember } from '../response/json-text.ts';
import { AuthorProfile, readAuthorProfile } from './author-profile.ts';
import { authorOf, personOf } from './namesakes.ts';

const lists = { articles: 'its articles', quotes: 'its quotes', together: 'tags in the same articles' };

const TagAnswer = itemOf(TagSummary, lists).meta({
  id: 'TagAnswer',
  description: 'A tag, and links to its lists.',
});

const links = TagAnswer.shape.links.shape;

const PersonAnswer = z
  .object({
    data: TagSummary,
    links: z
      .object({
        ...links,
        author: z.string().nullable().meta({
          description: 'The only author of that name in the archive, if there is exactly one.',
          example: '/v1/authors/ann-lee',
        }),
      })
      .meta({ description: 'Related addresses.' }),
  })
  .meta({ id: 'PersonAnswer', description: 'A person, and links to the lists and the author.' });

const AuthorAnswer = z
  .object({
    data: TagSummary.extend({ profile: AuthorProfile }).meta({
      id: 'AuthorSummary',
      description: 'An author, with counts and a profile.',
    }),
    links: z
      .object({
        ...links,
        person: z.string().nullable().meta({
          description: 'The only person of that name in the archive, if there is exactly one.',
          example: '/v1/people/josep-borrell',
        }),
      })
      .meta({ description: 'Related addresses.' }),
  })
  .meta({ id: 'AuthorAnswer', description: 'An author, and links to the lists and the person.' });

/** Returns the schema of one tag of a type. */
export function tagAnswer(type: TagType): z.ZodType {
  if (type === 'author') return AuthorAnswer;
  return type === 'person' ? PersonAnswer : TagAnswer;
}

/** Returns the response with one tag. `self` is the address of the tag. */
export async function tagResult(
  archive: ArchiveReads,
  base: string,
  self: string,
  { type, rendered, ...tag }: Pick<Tag, 'id' | 'name' | 'slug'> & { type: TagType; rendered: Rendered },
): Promise<Result> {
  const related: Record<string, string | null> = {
    self,
    articles: `${self}/articles`,
    quotes: `${self}/quotes`,
    together: `${self}/together`,
  };
  let data = rendered;
  if (type === 'person') {
    const author = await authorOf(archive, tag);
    related.author = author === undefined ? null : `${base}/v1/authors/${author}`;
  }
  if (type === 'author') {
    const [person, profile] = await Promise.all([
      personOf(archive, tag.name),
      readAuthorProfile(archive, tag.slug, related.articles ?? self),
    ]);
    related.person = person === undefined ? null : `${base}/v1/people/${person}`;
    data = withMember(rendered, 'profile', JSON.stringify(profile));
  }
  return { body: itemBody(data, { links: related }), links: { self, canonical: self } };
}
