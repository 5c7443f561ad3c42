import { pluralize } from '../model/pluralize.ts';
import { TagSummary } from '../model/tag-summary.ts';
import { personAddress } from './addresses.ts';

/** Formats a person: names, description, counts and dates. */
export function personText(item: unknown): string {
  const person = TagSummary.parse(item);
  const seen =
    person.firstSeenAt && person.lastSeenAt
      ? `, ${person.firstSeenAt.slice(0, 10)} to ${person.lastSeenAt.slice(0, 10)}`
      : '';
  return [
    `${person.name} (${person.id})`,
    ...(person.aliases.length > 0 ? [`Also: ${person.aliases.join(', ')}`] : []),
    ...(person.description ? [person.description] : []),
    `${pluralize(person.articleCount, 'article')}, ${pluralize(person.quoteCount, 'quote')}${seen} · ${personAddress(person.slug)}`,
  ].join('\n');
}
