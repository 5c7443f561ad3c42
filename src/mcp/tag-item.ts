import type { z } from 'zod';
import { pluralize } from '../model/pluralize.ts';
import type { Role } from '../model/tag.ts';
import { ListedTag } from '../model/tag-summary.ts';
import { personAddress } from './addresses.ts';
import { shortField } from './limits.ts';
import type { ToolResult } from './tool.ts';

type Listed = z.infer<typeof ListedTag>;

/** Maximum number of names and of offices of a person. */
const maxNames = 10;

/** Formats a tag of a list: name, id and number of articles. */
export function tagItem(item: unknown): ToolResult {
  const tag = ListedTag.parse(item);
  const { id, slug, articleCount } = tag;
  const name = shortField(tag.name, 200);
  const matching = matchingCount(tag);
  return {
    data: { id, slug, name, articleCount, ...(matching !== undefined && { matchingCount: matching }) },
    text: `${name} (${id}), ${countText(tag)}`,
  };
}

/** Formats a person: names, description, offices, counts and dates. */
export function personItem(item: unknown): ToolResult {
  const person = ListedTag.parse(item);
  const { id, slug, articleCount, quoteCount, firstSeenAt, lastSeenAt } = person;
  const name = shortField(person.name, 200);
  const aliases = person.aliases.slice(0, maxNames).map((alias) => shortField(alias, 100));
  const roles = person.roles.slice(0, maxNames).map((role) => shortField(roleText(role), 200));
  const description = person.description && shortField(person.description, 1_000);
  const matching = matchingCount(person);
  const seen = firstSeenAt && lastSeenAt ? `, ${firstSeenAt.slice(0, 10)} to ${lastSeenAt.slice(0, 10)}` : '';
  return {
    data: {
      ...{ id, slug, name, aliases, description, roles, articleCount, quoteCount, firstSeenAt, lastSeenAt },
      ...(matching !== undefined && { matchingCount: matching }),
    },
    text: [
      `${name} (${id})`,
      ...(aliases.length > 0 ? [`Also: ${aliases.join(', ')}`] : []),
      ...(description ? [description] : []),
      ...(roles.length > 0 ? [`Offices: ${roles.join('; ')}`] : []),
      `${countText(person)}, ${pluralize(quoteCount, 'quote')}${seen} · ${personAddress(slug)}`,
    ].join('\n'),
  };
}

/** Returns the number of articles that a list with filters counts; undefined without filters. */
function matchingCount({ matchingArticleCount, periodArticleCount }: Listed): number | undefined {
  return matchingArticleCount ?? periodArticleCount;
}

// → "3 matching of 12 articles"
function countText(tag: Listed): string {
  const matching = matchingCount(tag);
  const all = pluralize(tag.articleCount, 'article');
  return matching === undefined ? all : `${matching} matching of ${all}`;
}

// → "Minister of Foreign Affairs, South Korea (2024-01 to now)"
function roleText({ title, organization, from, to }: Role): string {
  const time = from || to ? ` (${from ?? '?'} to ${to ?? 'now'})` : '';
  return `${title}${organization ? `, ${organization}` : ''}${time}`;
}
