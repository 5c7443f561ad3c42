import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Rendered } from '../../archive/results.ts';
import type { SearchExpression } from '../../model/query.ts';
import { mapInTurns } from '../response/in-turns.ts';
import { withMember } from '../response/json-text.ts';

const offset = (description: string, example: number) => z.int().min(0).meta({ description, example });
const offsets = {
  start: offset('Offset of the start in the text of the field, in UTF-16 code units.', 118),
  end: offset('Offset of the end, exclusive.', 126),
};

export const Highlight = z
  .object({
    field: z.enum(['headline', 'standfirst', 'body', 'caption']).meta({
      description: 'Field of the article.',
      example: 'body',
    }),
    image: z
      .int()
      .nullable()
      .meta({ description: 'Index of the image, from 0, if the field is its caption.', example: null }),
    ...offsets,
    text: z.string().meta({
      description: '`text.slice(start, end)` of the field.',
      example: 'The European Union will advance its security and defense cooperation with South Korea.',
    }),
    matches: z
      .array(z.object(offsets).meta({ id: 'HighlightMatch', description: 'Range of a match.' }))
      .meta({ description: 'Matches in ascending order; they do not overlap.' }),
  })
  .meta({ id: 'Highlight', description: 'A fragment of a text with the matches of a search.' });

const Identified = z.object({ id: z.string() });

/** Adds a field `highlights` to each article: fragments of its text with the matches of the search. */
export async function withHighlights(
  archive: ArchiveReads,
  search: SearchExpression,
  items: Rendered[],
): Promise<Rendered[]> {
  const ids = await mapInTurns(items, (item) => Identified.parse(JSON.parse(item)).id);
  const found = new Map((await archive.highlight(search, ids)).map(({ id, fragments }) => [id, fragments]));
  return items.map((item, index) => {
    const fragments = found.get(ids[index] ?? '') ?? [];
    return withMember(item, 'highlights', JSON.stringify(fragments));
  });
}
