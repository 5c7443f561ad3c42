import { z } from 'zod';
import type { UnknownTag } from '../../archive/results.ts';
import { tagText } from '../request/query-in-words.ts';

export const ApiWarning = z
  .object({
    code: z.enum(['unknown-tag', 'ambiguous-tag', 'unknown-article', 'ignored-parameter']).meta({
      description: 'Kind of warning.',
      example: 'unknown-tag',
    }),
    message: z.string().meta({
      description: 'The warning as a sentence.',
      example: 'Unknown tag person/josep-borel.',
    }),
    value: z
      .string()
      .meta({ description: 'The value that the warning is about.', example: 'person/josep-borel' }),
    nearest: z.array(z.string()).meta({
      description: 'Similar values, nearest first.',
      example: ['person/josep-borrell'],
    }),
  })
  .meta({ id: 'QueryWarning', description: 'A warning about the request.' });
export type ApiWarning = z.infer<typeof ApiWarning>;

/** Returns a warning for each unknown or ambiguous tag; such a tag matches nothing. */
export function tagWarnings(unknown: UnknownTag[]): ApiWarning[] {
  return unknown.map(({ name, reason, nearest }) => {
    const value = tagText(name);
    const meant = nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : '';
    return reason === 'unknown'
      ? { code: 'unknown-tag', message: `Unknown tag ${value}.${meant}`, value, nearest }
      : {
          code: 'ambiguous-tag',
          message: `The tag ${value} is ambiguous; name its type.${meant}`,
          value,
          nearest,
        };
  });
}

/** Returns a warning for each id or slug that no article has. */
export function articleWarnings(unknown: string[]): ApiWarning[] {
  return unknown.map((value) => ({
    code: 'unknown-article',
    message: `No article has the id or slug ${JSON.stringify(value.slice(0, 100))}.`,
    value: value.slice(0, 100),
    nearest: [],
  }));
}

/** Returns a warning for each parameter that `Prefer: handling=lenient` ignored. */
export function ignoredWarnings(ignored: { name: string; suggestion: string | undefined }[]): ApiWarning[] {
  return ignored.map(({ name, suggestion }) => ({
    code: 'ignored-parameter',
    message: `Unknown parameter ${JSON.stringify(name.slice(0, 100))} was ignored.`,
    value: name.slice(0, 100),
    nearest: suggestion ? [suggestion] : [],
  }));
}
