import { z } from 'zod';
import { SourceId } from './source-id.ts';
import { TagId } from './tag.ts';

/** Identity of a tag that a source states, by which the archive recognises the tag under other names. */
export const TagIdentity = z.object({
  /** The tag, as its name spells it. The archive may know it by another id. */
  tag: TagId,
  /** As stated. */
  name: z.string(),
  /** Wikidata item: `Q313118`. */
  wikidata: z.string().nullable(),
  sourceIds: z.array(SourceId),
  geo: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
export type TagIdentity = z.infer<typeof TagIdentity>;
