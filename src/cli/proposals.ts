import type { MergeProposal } from '../model/merge-proposal.ts';
import { type Command, exitCodes, flag, Misuse, option } from './command.ts';
import { openToWrite } from './open-to-write.ts';

export const proposalsCommand: Command = {
  options: {
    limit: option('Maximum number of proposals.', '100'),
    json: flag('Print one JSON object per proposal, with the corrections that accept and reject it.'),
  },
  async run({ options, config, terminal }) {
    const limit = Number(options.limit);
    if (!Number.isSafeInteger(limit) || limit < 1) throw new Misuse('--limit expects a number from 1');
    const archive = await openToWrite({ config, terminal }, { readOnly: true, create: false });
    try {
      const { items, total } = await archive.reads.mergeProposals(limit);
      for (const proposal of items) terminal.out(options.json ? JSON.stringify(proposal) : lineOf(proposal));
      if (!options.json) terminal.out(`${items.length} of ${total.value} proposals.`);
      return exitCodes.done;
    } finally {
      await archive.close();
    }
  },
};

/** Returns a proposal as one line of text, with the correction that accepts it at the end. */
function lineOf({ tag, into, strength, evidence, accept }: MergeProposal): string {
  const reasons = evidence.map((each) => {
    if ('words' in each) return `${each.kind} (${each.words.join(' / ')})`;
    if ('sources' in each) return `outlet ${each.sources.join(', ')}`;
    if ('years' in each) return `years ${each.years.join(', ')}`;
    return `named in ${each.articleCount}`;
  });
  const names = `${tag.name} (${tag.articleCount}) → ${into.name} (${into.articleCount})`;
  return [strength, names, reasons.join('; '), JSON.stringify(accept)].join('\t');
}
