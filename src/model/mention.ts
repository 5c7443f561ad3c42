import { z } from 'zod';
import { TagId } from './tag.ts';

/**
 * The part of an article in which a span lies, in reading order. `caption` spans count in `images[image].caption`;
 * `credit` spans in `images[image].credit`, or in the article's own `credit` when there is no image.
 */
export const fields = ['headline', 'standfirst', 'body', 'caption', 'byline', 'credit'] as const;
export const Field = z
  .enum(fields)
  .meta({ description: 'The text that the offsets count in.', example: 'body' });
export type Field = z.infer<typeof Field>;

/** UTF-16 code units into a text, end exclusive, so that `text.slice(start, end) === exact`. */
export const Span = z.object({
  start: z.int().min(0).meta({ description: 'First UTF-16 code unit.', example: 50 }),
  end: z.int().min(0).meta({ description: 'One past the last UTF-16 code unit.', example: 63 }),
  exact: z
    .string()
    .meta({ description: 'The text of the span: `text.slice(start, end)`.', example: 'Josep Borrell' }),
});
export type Span = z.infer<typeof Span>;

/** Which rule or model found an annotation, and how sure it is. */
export const Provenance = z.object({
  method: z
    .string()
    .meta({ description: 'The rule, model or editor that found it.', example: 'authority-name' }),
  confidence: z.number().min(0).max(1).meta({ description: 'How sure, from 0 to 1.', example: 0.99 }),
});

/** One place in an article where a tag is named. */
export const Mention = z
  .object({
    tag: TagId,
    name: z.string().meta({ description: 'The canonical name of the tag.', example: 'Josep Borrell' }),
    field: Field,
    image: z.int().nullable().meta({
      description: 'Which image, from 0, when the field is a caption or the credit of an image.',
      example: null,
    }),
    ...Span.shape,
    role: z.string().nullable().meta({
      description: 'The role as this article words it here.',
      example: 'European Union foreign policy chief',
    }),
    ...Provenance.shape,
  })
  .meta({
    id: 'Mention',
    description: 'A place in an article where a person, topic, organization or place is named.',
  });
export type Mention = z.infer<typeof Mention>;
