import { z } from 'zod';
import { Provenance, Span } from './mention.ts';
import { TagId } from './tag.ts';

export const Speaker = z
  .object({
    tag: TagId.nullable().meta({
      description: 'The person or organization, if known.',
      example: 'person/josep-borrell',
    }),
    name: z
      .string()
      .meta({ description: 'The canonical name if known, else as written.', example: 'Josep Borrell' }),
    start: z
      .int()
      .nullable()
      .meta({ description: "First UTF-16 code unit of the speaker's name in the body.", example: 640 }),
    end: z.int().nullable().meta({ description: 'One past its last UTF-16 code unit.', example: 647 }),
    exact: z
      .string()
      .nullable()
      .meta({ description: 'The speaker as written: `Borrell`, `he`.', example: 'Borrell' }),
  })
  .meta({ id: 'Speaker', description: 'The speaker of a quote.' });
export type Speaker = z.infer<typeof Speaker>;

/** Direct quote in the body of an article. The span is the text inside the outer quotation marks. */
export const Quote = z
  .object({
    ...Span.shape,
    segments: z.array(Span).min(1).meta({
      description:
        'Parts of a quote that is interrupted by the speech verb or a paragraph break; otherwise one.',
    }),
    speaker: Speaker.nullable().meta({ description: 'Null if the article does not say.' }),
    verb: z.string().nullable().meta({ description: 'The speech verb or cue as written.', example: 'wrote' }),
    complete: z.boolean().meta({
      description:
        'True for one or more whole sentences, false for a fragment within a sentence of the writer.',
      example: false,
    }),
    paragraph: z
      .int()
      .min(0)
      .meta({ description: 'Index in `body.blocks` of the block where it begins.', example: 2 }),
    ...Provenance.shape,
  })
  .meta({ id: 'Quote', description: 'A direct quote and its speaker.' });
export type Quote = z.infer<typeof Quote>;
