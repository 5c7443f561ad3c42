import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { type ApiKey, hashOfKey, keyScopes, keyState, newKey } from '../model/api-key.ts';
import { type Instant, instantOf } from '../model/instant.ts';
import { feedAddress } from '../routes/feed-address.ts';
import { routes } from '../routes/table.ts';
import {
  type Call,
  type Command,
  type ExitCode,
  exitCodes,
  Misuse,
  option,
  type Terminal,
} from './command.ts';
import { openToWrite } from './open-to-write.ts';

export const keyCommand: Command = {
  options: {
    scope: option(
      'Scope of a new key: read, write (also correct articles and tags) or admin. Default: write, and read with --feed.',
    ),
    source: option('Slug of the only source whose articles a new key may change.'),
    feed: option(
      'Address of a feed, such as /v1/articles.rss?topic=transport. The new key is a token that reads only this feed, and may be in its address.',
    ),
    expires: option(
      'When a new key expires: a duration such as 90d or 12h, a day, or an instant such as 2027-01-31T12:00:00Z.',
    ),
  },
  async run({ options, words: [verb, word, ...more], config, terminal }) {
    const properties = propertiesIn(options, config);
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
      const created = await archive.keys.add({ name: word, ...properties, hash: hashOfKey(key) });
      const made = `Created key ${created.id} for ${word} (${described(created)}). It is not shown again.`;
      if (created.feed === null) {
        terminal.err(`${made} Send it as Authorization: Bearer KEY.`);
        terminal.out(key);
      } else {
        terminal.err(`${made} Subscribe to this address.`);
        const separator = created.feed.includes('?') ? '&' : '?';
        terminal.out(`${originOf(config)}${created.feed}${separator}token=${key}`);
      }
      return exitCodes.done;
    } finally {
      await archive.close();
    }
  },
};

function propertiesIn({ scope: named, source, feed, expires }: Call['options'], config: Config) {
  const scope = keyScopes.find((known) => known === (named ?? (feed === undefined ? 'write' : 'read')));
  if (scope === undefined) {
    throw new Misuse(`invalid value for --scope; expected one of ${keyScopes.join(', ')}`);
  }
  if (feed !== undefined && (scope !== 'read' || source !== undefined)) {
    throw new Misuse('a key with --feed only reads: leave out --scope and --source');
  }
  return {
    scope,
    feed: typeof feed === 'string' ? feedIn(feed, config) : null,
    source: typeof source === 'string' ? source : null,
    expiresAt: typeof expires === 'string' ? expiryOf(expires, Date.now()) : null,
  };
}

function originOf({ PUBLIC_URL, PORT }: Config): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

/** Returns the canonical address of a feed, without the origin. Throws Misuse if it is none. */
function feedIn(text: string, config: Config): string {
  const origin = originOf(config);
  const address = feedAddress(routes, text.startsWith(`${origin}/`) ? text.slice(origin.length) : text);
  if (address !== undefined) return address;
  throw new Misuse(
    `--feed ${text} is not the address of a feed; expected one such as /v1/articles.rss?topic=transport, with the suffix .rss, .atom or .jsonfeed`,
  );
}

const secondsOfUnit: Record<string, number> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Returns the instant that --expires names. `now` is in ms. Throws Misuse unless it is a time to come. */
// '90d' → 90 days after now; '2027-01-31' → '2027-01-31T00:00:00Z'
export function expiryOf(text: string, now: number): Instant {
  const [, count, unit = ''] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text);
  const ms = count
    ? now + Number(count) * (secondsOfUnit[unit] ?? 0) * 1000
    : Date.parse(isInstant ? text : '');
  if (Number.isNaN(ms)) {
    throw new Misuse(
      'invalid value for --expires; expected a duration such as 90d or 12h (m, h, d, w), a day such as 2027-01-31, or an instant such as 2027-01-31T12:00:00Z',
    );
  }
  if (ms <= now) throw new Misuse(`--expires ${text} is not in the future`);
  return instantOf(Math.floor(ms / 1000));
}

async function list(archive: Archive, terminal: Terminal): Promise<ExitCode> {
  const now = Date.now();
  for (const key of await archive.keys.list()) {
    const { id, name, createdAt, lastUsedAt, revokedAt } = key;
    const state = revokedAt === null ? keyState(key, now) : `revoked ${revokedAt}`;
    const used = lastUsedAt === null ? 'never used' : `used ${lastUsedAt}`;
    terminal.out([id, described(key), createdAt, used, state, name].join('\t'));
  }
  return exitCodes.done;
}

/** Returns what a key may do. */
// 'scope write, source the-harbour-post, expires 2027-01-31T00:00:00Z'
function described({ scope, source, feed, expiresAt }: ApiKey): string {
  return [
    feed === null ? `scope ${scope}` : `feed ${feed}`,
    ...(source === null ? [] : [`source ${source}`]),
    ...(expiresAt === null ? [] : [`expires ${expiresAt}`]),
  ].join(', ');
}

async function revoke(archive: Archive, id: string, terminal: Terminal): Promise<ExitCode> {
  const done = await archive.keys.revoke(id);
  if (done) terminal.out(`Revoked key ${id}.`);
  else terminal.err(`no active key with id ${id}`);
  return done ? exitCodes.done : exitCodes.failed;
}
