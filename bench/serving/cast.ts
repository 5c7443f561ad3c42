import { base, en, Faker } from '@faker-js/faker';
import { type AuthorityEntry, authorityEntry } from '../../src/model/authority.ts';
import { slugOf } from '../../src/model/slug.ts';
import type { TagType } from '../../src/model/tag.ts';

/** Who and what an invented archive writes about, the most written about first. */
export interface Cast {
  people: AuthorityEntry[];
  topics: AuthorityEntry[];
  organizations: AuthorityEntry[];
  places: AuthorityEntry[];
  sources: { slug: string; name: string }[];
}

const titles = ['Post', 'Times', 'Herald', 'Courier'];

function entryOf(type: TagType, name: string): AuthorityEntry {
  const slug = slugOf(name);
  return authorityEntry({ type, slug, name }, { discovered: true });
}

function invent(type: TagType, count: number, name: () => string): AuthorityEntry[] {
  const entries = new Map<string, AuthorityEntry>();
  for (let tries = 0; entries.size < count && tries < count * 20; tries += 1) {
    const entry = entryOf(type, name());
    if (entry.slug !== '') entries.set(entry.id, entry);
  }
  return [...entries.values()];
}

/** The cast of an archive of `size` articles: it grows with the square root, as names in real archives do. */
export function inventCast(size: number, seed: number): Cast {
  const faker = new Faker({ locale: [en, base] });
  faker.seed(seed);
  const root = Math.sqrt(size);
  const many = (each: number) => Math.ceil(each * root);
  return {
    people: invent('person', many(30), () => `${faker.person.firstName()} ${faker.person.lastName()}`),
    topics: invent(
      'topic',
      Math.min(1_200, many(5)),
      () => `${faker.commerce.department()} ${faker.word.noun()}`,
    ),
    organizations: invent('organization', many(10), () => faker.company.name()),
    places: invent('place', many(6), () => faker.location.city()),
    sources: Array.from({ length: 60 }, (_, index) => {
      const name = `The ${faker.location.city()} ${titles[index % titles.length]}`;
      return { slug: `${slugOf(name)}-${index}`, name };
    }),
  };
}
