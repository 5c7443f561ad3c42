import { z } from 'zod';
import { type Operation, operation } from '../../http/operation.ts';
import { MergeProposal } from '../../model/merge-proposal.ts';
import { countOf } from '../response/count.ts';

const ProposalParameters = z.object({
  limit: z.int().min(1).max(1000).default(100).meta({
    description: 'Maximum number of proposals.',
    example: 100,
  }),
});

const ProposalList = z
  .object({
    data: z.array(MergeProposal).meta({ description: 'Strong proposals first, then most articles first.' }),
    links: z
      .object({ self: z.string().meta({ description: 'This list.', example: '/v1/merge-proposals' }) })
      .meta({ description: 'Related addresses.' }),
    meta: z
      .object({ total: countOf('Number of proposals.').meta({ description: 'Number of proposals.' }) })
      .meta({ description: 'Size of the whole list.' }),
  })
  .meta({ id: 'MergeProposalList', description: 'Tags that may be one, for editors.' });

/** `GET /v1/merge-proposals` */
export const listMergeProposals: Operation = operation({
  id: 'listMergeProposals',
  group: 'Tags',
  summary: 'List authors that may be one',
  description:
    'Variants of names of authors, and keywords that differ in blanks, each with its evidence and the corrections that merge them or keep them apart. Nothing is merged until an editor posts one. Needs a key.',
  parameters: ProposalParameters,
  produces: ['application/json'],
  response: ProposalList,
  lifetime: 'now',
  async respond({ archive, address, parameters }) {
    const { items, total } = await archive.mergeProposals(parameters.limit);
    const links = { self: address() };
    return { body: JSON.stringify({ data: items, links, meta: { total } }), links };
  },
});
