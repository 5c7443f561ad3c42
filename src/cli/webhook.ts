import { randomBytes, randomUUID } from 'node:crypto';
import { openArchive } from '../archive/open-archive.ts';
import type { Webhook, WebhookStore } from '../archive/webhooks.ts';
import { patiently } from '../live/patiently.ts';
import { postWebhook } from '../live/post-webhook.ts';
import { InvalidFilter, webhookFilter } from '../live/webhook-filter.ts';
import { type Allows, guardedAgent, RefusedAddress, refuseAddress } from '../net/guard.ts';
import { isPublicAddress } from '../net/public-address.ts';
import { type Call, type Command, type ExitCode, exitCodes, Misuse } from './command.ts';

export const webhookCommand: Command = {
  options: {
    tag: { type: 'string' },
    q: { type: 'string' },
    since: { type: 'string' },
    secret: { type: 'string' },
  },
  help: {
    tag: 'With add: only articles with these tags, as in the parameter `tag`.',
    q: 'With add: only articles that match this search, as in the parameter `q`.',
    since: 'With add: begin after this change of the log; 0 for all. Default: from now on.',
    secret: 'With add: sign with this secret. Default: a random one, which is printed.',
  },
  async run(call) {
    const [action = '', word] = call.words;
    const act = actions.get(action);
    if (!act) {
      throw new Misuse('What about webhooks? add URL, list, remove ID, resume ID, deliveries ID or test ID.');
    }
    if (action !== 'list' && word === undefined) throw new Misuse(`webhook ${action} needs a word more.`);
    const archive = await openArchive(call.config.DATABASE_URL);
    try {
      return await act({ call, store: archive.webhooks, word: word ?? '' });
    } finally {
      await archive.close();
    }
  },
};

/** What an action works with; `word` is the URL or the id. */
interface Action {
  call: Call;
  store: WebhookStore;
  word: string;
}

/** The store may be held up by an import, but not for ever. */
const ask = <T>(work: () => Promise<T>): Promise<T> => patiently(work, AbortSignal.timeout(60_000));

async function add({ call, store, word: address }: Action): Promise<ExitCode> {
  const { options, terminal } = call;
  const tag = text(options.tag);
  const q = text(options.q);
  refuseUnreadable(() => webhookFilter({ tag, q }));
  if (!URL.canParse(address)) throw new Misuse(`${address} is not an absolute URL.`);
  const url = new URL(address);
  refuseUnreadable(() => refuseAddress(url, allowsOf(call)));
  const since = text(options.since);
  if (since !== null && !/^\d{1,15}$/.test(since)) {
    throw new Misuse(`--since takes the number of a change, not ${since}.`);
  }
  const id = randomUUID().slice(0, 8);
  const secret = text(options.secret) ?? randomBytes(24).toString('base64url');
  const webhook = { id, url: url.href, secret, tag, q, createdAt: Date.now() };
  await ask(() => store.add(webhook, since === null ? undefined : Number(since)));
  terminal.out(`Webhook ${id} is told of ${filterWords(webhook)} at ${url.href}.`);
  terminal.out(`Its secret: ${secret}`);
  return exitCodes.done;
}

async function list({ call, store }: Action): Promise<ExitCode> {
  const webhooks = await ask(() => store.list());
  if (webhooks.length === 0) call.terminal.out('There are no webhooks.');
  for (const webhook of webhooks) call.terminal.out(webhookLine(webhook));
  return exitCodes.done;
}

async function remove({ call, store, word: id }: Action): Promise<ExitCode> {
  await found(store, id);
  await ask(() => store.remove(id));
  call.terminal.out(`Webhook ${id} is gone.`);
  return exitCodes.done;
}

async function resume({ call, store, word: id }: Action): Promise<ExitCode> {
  const { seq } = await found(store, id);
  await ask(() => store.resume(id));
  call.terminal.out(`Webhook ${id} goes on after change ${seq}.`);
  return exitCodes.done;
}

async function deliveries({ call, store, word: id }: Action): Promise<ExitCode> {
  await found(store, id);
  for (const { number, seq, event, article, outcome, status, reason, duration, at } of await ask(() =>
    store.deliveries(id, 100),
  )) {
    const answer = reason ?? `${status}`;
    call.terminal.out(
      `${new Date(at).toISOString()}  #${number}  ${seq}  ${event}  ${article}  ${outcome}  ${answer}  ${duration} ms`,
    );
  }
  return exitCodes.done;
}

async function test({ call, store, word: id }: Action): Promise<ExitCode> {
  const { url, secret, seq } = await found(store, id);
  const allows = allowsOf(call);
  const dispatcher = await guardedAgent(allows);
  const body = JSON.stringify({ event: 'test', seq, at: new Date().toISOString(), article: null });
  const { status, reason, duration } = await postWebhook({
    url,
    secret,
    delivery: `${id}/test`,
    event: 'test',
    body,
    dispatcher,
    allows,
    timeoutMs: 10_000,
  });
  await dispatcher.destroy();
  call.terminal.out(reason === null ? `${url} answered ${status} in ${duration} ms.` : `${url}: ${reason}.`);
  return reason === null ? exitCodes.done : exitCodes.failed;
}

const actions = new Map([
  ['add', add],
  ['list', list],
  ['remove', remove],
  ['resume', resume],
  ['deliveries', deliveries],
  ['test', test],
]);

async function found(store: WebhookStore, id: string): Promise<Webhook> {
  const webhook = await ask(() => store.find(id));
  if (!webhook) throw new Misuse(`There is no webhook ${id}. See dateline webhook list.`);
  return webhook;
}

function webhookLine(webhook: Webhook): string {
  const { id, url, seq, stopped, failures } = webhook;
  const state = stopped
    ? `stopped: ${stopped}`
    : failures > 0
      ? `failed ${failures} times, will be tried again`
      : 'works';
  return `${id}  ${url}  ${filterWords(webhook)}  told up to change ${seq}  ${state}`;
}

function filterWords({ tag, q }: Pick<Webhook, 'tag' | 'q'>): string {
  const parts = [tag && `tags ${tag}`, q && `search ${q}`].filter(Boolean);
  return parts.length > 0 ? `articles with ${parts.join(' and ')}` : 'all articles';
}

function allowsOf({ config }: Call): Allows {
  return config.WEBHOOK_PRIVATE_ADDRESSES ? () => true : isPublicAddress;
}

function refuseUnreadable(read: () => unknown): void {
  try {
    read();
  } catch (cause) {
    throw cause instanceof InvalidFilter || cause instanceof RefusedAddress
      ? new Misuse(cause.message)
      : cause;
  }
}

function text(option: Call['options'][string]): string | null {
  return typeof option === 'string' ? option : null;
}
