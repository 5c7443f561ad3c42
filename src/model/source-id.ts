import { z } from 'zod';

/** Identifier of a tag at a source. */
export const SourceId = z
  .object({
    source: z.string().nullable().meta({
      description: 'Slug of the source whose scheme it is; null if the scheme is the same at all sources.',
      example: null,
    }),
    scheme: z.string().nullable().meta({
      description:
        'Beginning of its address, which `value` completes, or the prefix of its code; null if it has none.',
      example: 'https://www.gov.uk/government/people/',
    }),
    value: z.string().meta({ description: 'Identifier within the scheme.', example: 'theresa-may' }),
  })
  .meta({ id: 'SourceId', description: 'An identifier that a source states.' });
export type SourceId = z.infer<typeof SourceId>;

/** Maximum length of an identifier in UTF-16 code units. */
const maxLength = 300;

/**
 * Parses the identifier of an entity, as a document of a source states it. Addresses and URNs are the same at all
 * sources; codes (`pers:7`) and plain ids (`7`) belong to the source. Undefined for a part of the document (`#p`), an
 * address without a path, a text with blanks, or a code of a document that has no source.
 */
// https://www.gov.uk/government/people/theresa-may → { scheme: 'https://www.gov.uk/government/people/', value: 'theresa-may' }
export function parseSourceId(id: string, source: string | null): SourceId | undefined {
  if (id.length > maxLength || /\s/.test(id)) return undefined;
  const global = /^((?:https?:\/\/[^/?#]+\/(?:.*[/#=:])?|(?:urn|tag):(?:.*[/#:])?))([^/#=:]+)[/#]?$/i.exec(
    id,
  );
  if (global) return { source: null, scheme: global[1] ?? null, value: global[2] ?? '' };
  const code = /^(?:([a-z0-9][\w.-]*):)?([\p{L}\p{N}][\p{L}\p{N}_.-]*)$/iu.exec(id);
  if (!code || source === null) return undefined;
  return { source, scheme: code[1] ?? null, value: code[2] ?? '' };
}

/** Returns the address of an identifier; undefined if its scheme is no web address. */
export function addressOfSourceId({ scheme, value }: SourceId): string | undefined {
  return scheme && /^https?:/i.test(scheme) ? `${scheme}${value}` : undefined;
}
