import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { MediaTopicRow } from '../src/model/media-topics.ts';
import { slugOf } from '../src/model/slug.ts';

const Concept = z.object({
  id: z.string().regex(/^medtop:\d{8}$/),
  broader: z.string().nullable(),
  level: z.int(),
  name: z.string(),
  nameUS: z.string().optional(),
  definition: z.string(),
  names: z.record(z.string(), z.string()),
  wikidata: z.array(z.string()).optional(),
  retired: z.string().optional(),
});
type Concept = z.infer<typeof Concept>;

/**
 * The rows of seeds/vocabulary/mediatopics.jsonl from the IPTC's concepts. A slug that two concepts would share
 * goes to the one in use; the retired one carries its code: `road-cycling-20000905`.
 */
export async function mediaTopicRows(path: string): Promise<MediaTopicRow[]> {
  const text = await readFile(path, 'utf8');
  const concepts = text
    .trim()
    .split('\n')
    .map((line) => Concept.parse(JSON.parse(line)));
  const taken = new Set<string>();
  const slugs = new Map<Concept, string>();
  for (const concept of [...concepts].sort(
    (a, b) => Number(Boolean(a.retired)) - Number(Boolean(b.retired)),
  )) {
    const slug = slugOf(concept.name);
    slugs.set(concept, taken.has(slug) ? `${slug}-${concept.id.slice('medtop:'.length)}` : slug);
    taken.add(slug);
  }
  return concepts.map((concept) => ({
    code: concept.id,
    slug: slugs.get(concept) ?? concept.id,
    name: concept.name,
    ...(concept.nameUS ? { nameUS: concept.nameUS } : {}),
    definition: concept.definition.trim(),
    broader: concept.broader,
    ...(concept.wikidata?.[0] ? { wikidata: concept.wikidata[0] } : {}),
    ...(concept.retired ? { retired: concept.retired.slice(0, 10) } : {}),
    names: concept.names,
  }));
}
