import { z } from 'zod';
import { KeepApart, MergeTags } from './correction.ts';
import { nameReasons } from './name-variants.ts';
import { TagSummary } from './tag-summary.ts';

const ProposedTag = TagSummary.pick({
  ...{ id: true, slug: true, name: true, articleCount: true, firstSeenAt: true, lastSeenAt: true },
}).meta({ id: 'ProposedTag', description: 'One of two tags that may be one.' });

const reasons = {
  spacing: 'the letters are equal, blanks and hyphens differ',
  transliteration: 'an umlaut is written as two letters',
  'word-order': 'the words are equal, their order differs',
  title: 'a title or degree is missing in one',
  particle: 'a particle such as `van` is missing in one',
  'middle-initial': 'a middle initial is missing in one, or abbreviates a middle name',
  'short-form': 'a given name is a short form of the other, such as Bill',
  initial: 'a given name is abbreviated',
  'double-surname': 'a surname is a part of the other',
  spelling: 'one letter differs',
  handle: 'an account is made of the given name and surname',
  'part-of-name': 'an account is the given name or the surname',
} satisfies Record<(typeof nameReasons)[number], string>;

const NameEvidence = z
  .object({
    kind: z.enum(nameReasons).meta({
      description: Object.entries(reasons)
        .map(([kind, meaning]) => `\`${kind}\`: ${meaning}`)
        .join('; '),
      example: 'short-form',
    }),
    words: z
      .array(z.string())
      .length(2)
      .meta({
        description: 'Words that differ: in the tag to merge, and in the tag to keep.',
        example: ['bill', 'william'],
      }),
  })
  .meta({ id: 'NameEvidence', description: 'Resemblance of two names.' });

const OutletEvidence = z
  .object({
    kind: z.literal('outlet').meta({ description: 'Both wrote for these sources.', example: 'outlet' }),
    sources: z
      .array(z.string())
      .meta({ description: 'Slugs of sources; at most 10.', example: ['digital-gov'] }),
  })
  .meta({ id: 'OutletEvidence', description: 'Sources that two authors have in common.' });

const YearEvidence = z
  .object({
    kind: z.literal('years').meta({ description: 'Both wrote in these years.', example: 'years' }),
    years: z.array(z.string()).meta({
      description: 'Years with articles by both, oldest first; at most 10.',
      example: ['2016', '2017'],
    }),
  })
  .meta({ id: 'YearEvidence', description: 'Years that two authors have in common.' });

const MentionEvidence = z
  .object({
    kind: z.literal('mention').meta({
      description: 'Articles by the one name the other.',
      example: 'mention',
    }),
    articleCount: z.int().min(1).meta({ description: 'Number of these articles.', example: 9 }),
  })
  .meta({ id: 'MentionEvidence', description: 'Articles by an account that name a person.' });

export const ProposalEvidence = z
  .union([NameEvidence, OutletEvidence, YearEvidence, MentionEvidence])
  .meta({ id: 'ProposalEvidence', description: 'A reason why two tags may be one.' });
export type ProposalEvidence = z.infer<typeof ProposalEvidence>;

export const MergeProposal = z
  .object({
    tag: ProposedTag.meta({ description: 'The tag to merge.' }),
    into: ProposedTag.meta({ description: 'The tag to keep.' }),
    strength: z.enum(['strong', 'fair']).meta({
      description: '`strong`: the names and their outlets fit; `fair`: look at the articles first.',
      example: 'strong',
    }),
    evidence: z.array(ProposalEvidence).meta({ description: 'Why they may be one; the name comes first.' }),
    accept: MergeTags.meta({ description: 'The correction that merges them.' }),
    reject: KeepApart.meta({
      description: 'The correction that keeps them apart, so that they are not proposed again.',
    }),
  })
  .meta({ id: 'MergeProposal', description: 'Two tags that may be one.' });
export type MergeProposal = z.infer<typeof MergeProposal>;
