import { randomBytes, randomUUID } from 'node:crypto';
import type { Webhook, WebhookStore } from '../archive/webhooks.ts';
import { postWebhook, privateAddressesSetting } from '../live/post-webhook.ts';
import { retryWhileBusy } from '../live/retry-while-busy.ts';
import { InvalidFilter, webhookFilter } from '../live/webhook-filter.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Allows, guardedAgent, RefusedAddress, reasonOfRefusal, refuseAddress } from '../net/guard.ts';
import { isPublicAddress } from '../net/public-address.ts';
import { type Call, type Command, type ExitCode, exitCodes, Misuse, option } from './command.ts';
import { openToWrite, sayWaiting } from './open-to-write.ts';

export const webhookCommand: Command = {
  options: {
    tag: option('With add: only articles with these tags, as in the parameter `tag`.'),
    q: option('With add: only articles that match this search, as in the parameter `q`.'),
    since: option('With add: begin after this change number; 0 for all. Default: new changes only.'),
    secret: option('With add: secret for signatures. Default: a random one, which is printed.'),
  },
  async run(call) {
    const [action = '', word] = call.words;
    const act = actions.get(action);
    if (!act) {
      const problem = action === '' ? 'missing subcommand' : `unknown subcommand "${action}"`;
      throw new Misuse(`${problem}; expected add, list, remove, resume, deliveries or test`);
    }
    if (action !== 'list' && word === undefined) {
      const argument = action === 'add' ? 'URL' : 'ID';
      throw new Misuse(`missing argument: ${argument} (usage: dateline webhook ${action} ${argument})`);
    }
    const readOnly = ['list', 'deliveries', 'test'].includes(action);
    const archive = await openToWrite(call, { readOnly, create: action === 'add' });
    try {
      return await act({ call, store: archive.webhooks, word: word ?? '' });
    } finally {
      await archive.close();
    }
  },
};

/** Arguments of an action; `word` is the URL or the id. */
interface Action {
  call: Call;
  store: WebhookStore;
  word: string;
}

/** Retries while an import locks the store. */
const ask = <T>({ terminal }: Call, work: () => Promise<T>): Promise<T> =>
  retryWhileBusy(work, new AbortController().signal, sayWaiting(terminal));

async function add({ call, store, word: address }: Action): Promise<ExitCode> {
  const { options, terminal } = call;
  const tag = text(options.tag);
  const q = text(options.q);
  rejectInvalid(() => webhookFilter({ tag, q }));
  if (!URL.canParse(address)) throw new Misuse(`"${address}" is not an absolute URL`);
  const url = new URL(address);
  rejectInvalid(() => refuseAddress(url, allowsOf(call)));
  const since = text(options.since);
  if (since !== null && !/^\d{1,15}$/.test(since)) {
    throw new Misuse(`invalid value "${since}" for --since; expected the number of a change`);
  }
  const id = randomUUID().slice(0, 8);
  const secret = text(options.secret) ?? randomBytes(24).toString('base64url');
  const webhook = { id, url: url.href, secret, tag, q, createdAt: Date.now() };
  await ask(call, () => store.add(webhook, since === null ? undefined : Number(since)));
  terminal.out(`Added webhook ${id} for ${describeFilter(webhook)} at ${url.href}.`);
  terminal.out(`Secret: ${secret}`);
  return exitCodes.done;
}

async function list({ call, store }: Action): Promise<ExitCode> {
  const webhooks = await ask(call, () => store.list());
  if (webhooks.length === 0) call.terminal.out('No webhooks.');
  for (const webhook of webhooks) call.terminal.out(webhookLine(webhook));
  return exitCodes.done;
}

async function remove({ call, store, word: id }: Action): Promise<ExitCode> {
  await requireWebhook(store, id);
  await ask(call, () => store.remove(id));
  call.terminal.out(`Removed webhook ${id}.`);
  return exitCodes.done;
}

async function resume({ call, store, word: id }: Action): Promise<ExitCode> {
  const { seq } = await requireWebhook(store, id);
  await ask(call, () => store.resume(id));
  call.terminal.out(`Resumed webhook ${id} after change ${seq}.`);
  return exitCodes.done;
}

async function deliveries({ call, store, word: id }: Action): Promise<ExitCode> {
  await requireWebhook(store, id);
  for (const { number, seq, event, article, outcome, status, reason, duration, at } of await ask(call, () =>
    store.deliveries(id, 100),
  )) {
    call.terminal.out(
      `${new Date(at).toISOString()}  #${number}  ${seq}  ${event}  ${article}  ${outcome}  ${reason ?? status}  ${duration} ms`,
    );
  }
  return exitCodes.done;
}

async function test({ call, store, word: id }: Action): Promise<ExitCode> {
  const { url, secret, seq } = await requireWebhook(store, id);
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
  call.terminal.out(
    reason === null ? `${url} responded with status ${status} in ${duration} ms.` : `${url}: ${reason}.`,
  );
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

async function requireWebhook(store: WebhookStore, id: string): Promise<Webhook> {
  const webhook = await store.find(id);
  if (!webhook) throw new Misuse(`no webhook with id ${id}; see dateline webhook list`);
  return webhook;
}

function webhookLine(webhook: Webhook): string {
  const { id, url, seq, stopped, failures } = webhook;
  const state = stopped
    ? `stopped: ${stopped}`
    : failures > 0
      ? `failed ${pluralize(failures, 'time')}, will retry`
      : 'active';
  return `${id}  ${url}  ${describeFilter(webhook)}  delivered up to change ${seq}  ${state}`;
}

function describeFilter({ tag, q }: Pick<Webhook, 'tag' | 'q'>): string {
  const parts = [tag && `tags ${tag}`, q && `search ${q}`].filter(Boolean);
  return parts.length > 0 ? `articles with ${parts.join(' and ')}` : 'all articles';
}

function allowsOf({ config }: Call): Allows {
  return config.WEBHOOK_PRIVATE_ADDRESSES ? () => true : isPublicAddress;
}

function rejectInvalid(read: () => unknown): void {
  try {
    read();
  } catch (cause) {
    if (cause instanceof RefusedAddress) throw new Misuse(reasonOfRefusal(cause, privateAddressesSetting));
    throw cause instanceof InvalidFilter ? new Misuse(cause.message) : cause;
  }
}

function text(option: Call['options'][string]): string | null {
  return typeof option === 'string' ? option : null;
}
