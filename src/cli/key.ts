import type { Archive } from '../archive/archive.ts';
import { hashOfKey, keyScopes, newKey } from '../model/api-key.ts';
import { type Command, type ExitCode, exitCodes, Misuse, option, type Terminal } from './command.ts';
import { openToWrite } from './open-to-write.ts';

export const keyCommand: Command = {
  options: {
    scope: option('Scope of a new key: edit (correct articles) or read.', 'edit'),
  },
  async run({ options, words: [verb, word, ...more], config, terminal }) {
    const scope = keyScopes.find((known) => known === options.scope);
    if (scope === undefined)
      throw new Misuse(`invalid value for --scope; expected ${keyScopes.join(' or ')}`);
    const isList = verb === 'list' && word === undefined;
    if (more.length > 0 || !(isList || ((verb === 'create' || verb === 'revoke') && word !== undefined))) {
      throw new Misuse('expected create NAME, list or revoke ID (usage: dateline key create NAME)');
    }
    // Only a new key is worth a new archive.
    const archive = await openToWrite({ config, terminal }, { readOnly: isList, create: verb === 'create' });
    try {
      if (word === undefined) return await list(archive, terminal);
      if (verb === 'revoke') return await revoke(archive, word, terminal);
      const key = newKey();
      const { id } = await archive.keys.add({ name: word, scope, hash: hashOfKey(key) });
      terminal.err(
        `Created key ${id} for ${word} (scope ${scope}). It is not shown again. Send it as Authorization: Bearer KEY.`,
      );
      terminal.out(key);
      return exitCodes.done;
    } finally {
      await archive.close();
    }
  },
};

async function list(archive: Archive, terminal: Terminal): Promise<ExitCode> {
  for (const { id, name, scope, createdAt, revokedAt } of await archive.keys.list()) {
    terminal.out([id, scope, createdAt, revokedAt ? `revoked ${revokedAt}` : 'active', name].join('\t'));
  }
  return exitCodes.done;
}

async function revoke(archive: Archive, id: string, terminal: Terminal): Promise<ExitCode> {
  const done = await archive.keys.revoke(id);
  if (done) terminal.out(`Revoked key ${id}.`);
  else terminal.err(`no active key with id ${id}`);
  return done ? exitCodes.done : exitCodes.failed;
}
