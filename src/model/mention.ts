import { z } from 'zod';
import { TagId } from './tag.ts';

/**
 * Part of an article that contains a span, in reading order. `caption` offsets refer to `images[image].caption`.
 * `credit` offsets refer to `images[image].credit`, or to the article's own `credit` if there is no image.
 */
export const fields = ['headline', 'standfirst', 'body', 'caption', 'byline', 'credit'] as const;
export const Field = z
  .enum(fields)
  .meta({ description: 'The text that the offsets refer to.', example: 'body' });
export type Field = z.infer<typeof Field>;

/** Method of tags and mentions that a source states. */
export const statedMethod = 'source';

/** Method of tags and mentions that an editor added. */
export const editorMethod = 'editor';

/** Range of UTF-16 code units in a text, end exclusive: `text.slice(start, end) === exact`. */
export const Span = z.object({
  start: z.int().min(0).meta({ description: 'First UTF-16 code unit.', example: 50 }),
  end: z.int().min(0).meta({ description: 'One past the last UTF-16 code unit.', example: 63 }),
  exact: z
    .string()
    .meta({ description: 'The text of the span: `text.slice(start, end)`.', example: 'Josep Borrell' }),
});
export type Span = z.infer<typeof Span>;

/** Rule, model or editor that made an annotation, and its confidence. */
export const Provenance = z.object({
  method: z
    .string()
    .meta({ description: 'The rule, model or editor that found it.', example: 'authority-name' }),
  confidence: z.number().min(0).max(1).meta({ description: 'Confidence from 0 to 1.', example: 0.99 }),
});

export const Mention = z
  .object({
    tag: TagId,
    name: z.string().meta({ description: 'The canonical name of the tag.', example: 'Josep Borrell' }),
    field: Field,
    image: z.int().nullable().meta({
      description: 'Index of the image, from 0, if the field is its caption or credit.',
      example: null,
    }),
    ...Span.shape,
    role: z.string().nullable().meta({
      description: 'Role as worded at this place.',
      example: 'European Union foreign policy chief',
    }),
    ...Provenance.shape,
  })
  .meta({
    id: 'Mention',
    description: 'A place in an article where a person, topic, organization or place is named.',
  });
export type Mention = z.infer<typeof Mention>;
