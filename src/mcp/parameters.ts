/** JSON Schema of a parameter. */
export type ParameterSchema = Record<string, unknown>;

const text = (description: string): ParameterSchema => ({ type: 'string', description });

/**
 * Parameters as assistants are told about them: those that they use, in few words, because a model reads them with
 * every request. The tools accept the other parameters of the API, too.
 */
export const described = {
  q: text('Words to find. Also "exact phrase", -without, this OR that, begin*, headline:word'),
  person: text('Slugs of people'),
  topic: text('Slugs of topics'),
  organization: text('Slugs of organizations'),
  place: text('Slugs of places'),
  tag: text('Other tags as type/slug: keyword/open-data, section/world, author/ann-lee'),
  source: text('Slugs of outlets'),
  language: text('Language tags, e.g. en'),
  date: text('Published in: 2024, 2024-11 or 2024-11-03'),
  from: text('Published from: a year, month, day or instant'),
  to: text('Published up to and including: a year, month or day'),
  limit: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  cursor: text('From the previous answer, for the next page'),
} satisfies Record<string, ParameterSchema>;

/** Filters by tags, which take the same operators. */
const { person, topic, organization, place, tag, source, language } = described;
export const tagFilters = { person, topic, organization, place, tag, source, language };

const { date, from, to } = described;
export const period = { date, from, to };

const { limit, cursor } = described;
export const paging = { limit, cursor };

/** Operators of filters, for the description of a tool. */
export const operators = 'Filters take slugs: a,b is both, a|b either, -a not.';
