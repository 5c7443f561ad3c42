import { z } from 'zod';
import type { Rendered } from '../../archive/answers.ts';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { SearchExpression } from '../../model/query.ts';
import { withMember } from '../response/json-text.ts';

const offset = (description: string, example: number) => z.int().min(0).meta({ description, example });
const offsets = {
  start: offset('Where it begins in the whole text of the field, in UTF-16 code units.', 118),
  end: offset('Where it ends, exclusive.', 126),
};

/** A fragment of an article's text with the matches of a search. */
export const Highlight = z
  .object({
    field: z.enum(['headline', 'standfirst', 'body', 'caption']).meta({
      description: 'Which text it is of.',
      example: 'body',
    }),
    image: z.int().nullable().meta({ description: 'Which image, when it is of a caption.', example: null }),
    ...offsets,
    text: z.string().meta({
      description: '`text.slice(start, end)` of the field.',
      example: 'The European Union will advance its security and defense cooperation with South Korea.',
    }),
    matches: z
      .array(z.object(offsets).meta({ id: 'HighlightMatch', description: 'A stretch that matches.' }))
      .meta({ description: 'What matches, in ascending order, not overlapping.' }),
  })
  .meta({ id: 'Highlight', description: 'A fragment of a text with what the search found in it.' });

const Identified = z.object({ id: z.string() });

/** Adds a field `highlights` to each article: fragments of its text with the matches of the search. */
export async function withHighlights(
  archive: ArchiveReads,
  search: SearchExpression,
  items: Rendered[],
): Promise<Rendered[]> {
  const ids = items.map((item) => Identified.parse(JSON.parse(item)).id);
  const found = new Map((await archive.highlight(search, ids)).map(({ id, fragments }) => [id, fragments]));
  return items.map((item, index) => {
    const fragments = found.get(ids[index] ?? '') ?? [];
    return withMember(item, 'highlights', JSON.stringify(fragments));
  });
}
