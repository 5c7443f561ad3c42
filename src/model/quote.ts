import { z } from 'zod';
import { Provenance, Span } from './mention.ts';
import { TagId } from './tag.ts';

/** Who says a quote: the words that name them here and the person they resolve to. */
export const Speaker = z
  .object({
    tag: TagId.nullable().meta({
      description: 'The person or organization, when known.',
      example: 'person/josep-borrell',
    }),
    name: z.string().meta({ description: 'The canonical name, else as written.', example: 'Josep Borrell' }),
    start: z
      .int()
      .nullable()
      .meta({ description: 'Where the body names the speaker of this quote.', example: 640 }),
    end: z.int().nullable().meta({ description: 'One past its last UTF-16 code unit.', example: 647 }),
    exact: z
      .string()
      .nullable()
      .meta({ description: 'The speaker as written: `Borrell`, `he`.', example: 'Borrell' }),
  })
  .meta({ id: 'Speaker', description: 'Who says a quote.' });
export type Speaker = z.infer<typeof Speaker>;

/** A direct quote in the body of an article. The span holds the words inside the outer quotation marks. */
export const Quote = z
  .object({
    ...Span.shape,
    segments: z.array(Span).min(1).meta({
      description: 'The parts, where the speech verb or a paragraph break interrupts the quote; else one.',
    }),
    speaker: Speaker.nullable().meta({ description: 'Null when the article does not say.' }),
    verb: z.string().nullable().meta({ description: 'The speech verb or cue as written.', example: 'wrote' }),
    complete: z.boolean().meta({
      description:
        'True for at least a whole sentence, false for a part that the writer built into their own sentence.',
      example: false,
    }),
    paragraph: z.int().min(0).meta({ description: 'Index into `body.blocks` where it begins.', example: 2 }),
    ...Provenance.shape,
  })
  .meta({ id: 'Quote', description: 'A direct quote and who says it.' });
export type Quote = z.infer<typeof Quote>;
