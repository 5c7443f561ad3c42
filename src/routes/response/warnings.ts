import { z } from 'zod';
import type { UnknownTag } from '../../archive/answers.ts';
import { tagText } from '../request/query-in-words.ts';

/** A warning in a successful response. */
export const ApiWarning = z
  .object({
    code: z.enum(['unknown-tag', 'ambiguous-tag', 'ignored-parameter']).meta({
      description: 'What kind of warning it is.',
      example: 'unknown-tag',
    }),
    message: z.string().meta({
      description: 'The warning in a sentence.',
      example: 'No tag is called person/josep-borel.',
    }),
    value: z.string().meta({ description: 'What the warning is on.', example: 'person/josep-borel' }),
    nearest: z.array(z.string()).meta({
      description: 'What may have been meant, the nearest first.',
      example: ['person/josep-borrell'],
    }),
  })
  .meta({ id: 'QueryWarning', description: 'Something that may not be as the caller expects.' });
export type ApiWarning = z.infer<typeof ApiWarning>;

/** Returns a warning for each unknown or ambiguous tag; such a tag matches nothing. */
export function tagWarnings(unknown: UnknownTag[]): ApiWarning[] {
  return unknown.map(({ name, reason, nearest }) => {
    const value = tagText(name);
    const meant = nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : '';
    return reason === 'unknown'
      ? { code: 'unknown-tag', message: `No tag is called ${value}.${meant}`, value, nearest }
      : {
          code: 'ambiguous-tag',
          message: `More than one tag is called ${value}; give its type.${meant}`,
          value,
          nearest,
        };
  });
}

/** Returns a warning for each parameter that `Prefer: handling=lenient` ignored. */
export function ignoredWarnings(ignored: { name: string; suggestion: string | undefined }[]): ApiWarning[] {
  return ignored.map(({ name, suggestion }) => ({
    code: 'ignored-parameter',
    message: `There is no parameter ${JSON.stringify(name.slice(0, 100))}; it was ignored.`,
    value: name.slice(0, 100),
    nearest: suggestion ? [suggestion] : [],
  }));
}
