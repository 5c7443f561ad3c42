import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request as sendRequest } from 'node:http';
import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryCutOff } from '../../archive/query-cut-off.ts';
import { createWorkQueue } from '../../http/work-queue.ts';
import type { RenderingTask } from './render-in-process.ts';

/** Responds to requests that need a large article, in a process of their own. */
export interface Renderer {
  /**
   * Sends the response of the process. Throws QueryCutOff if it takes too long, or if too many requests wait; the
   * process is killed then.
   */
  respond(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Kills the process. */
  close(): void;
}

export interface RenderingLimits {
  /** Time in ms in which a response has to begin. The process is killed after that. */
  timeMs: number;
  /** Time in ms in which the client has to receive the response. Its connection is closed after that. */
  receiveMs: number;
  /** Time in ms after which an idle process is ended. */
  idleMs: number;
  /** Maximum size of the heap of the process, in MiB. */
  heapMiB: number;
  /** Number of requests at the same time, and of those that wait. */
  concurrent: number;
  waiting: number;
}

const defaults: RenderingLimits = {
  timeMs: 60_000,
  receiveMs: 120_000,
  idleMs: 60_000,
  heapMiB: 512,
  concurrent: 2,
  waiting: 16,
};

interface Child {
  process: ChildProcess;
  port: Promise<number>;
}

/** Headers of one connection (RFC 9110, 7.6.1), and of its length. */
const connectionHeaders = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer'];

/** Opens a renderer. `task` is called when a process starts: with the first request, and again after it ended. */
export function openRenderer(task: () => RenderingTask, limits: Partial<RenderingLimits> = {}): Renderer {
  const { timeMs, receiveMs, idleMs, heapMiB, concurrent, waiting } = { ...defaults, ...limits };
  const queue = createWorkQueue({ concurrent, waiting, waitMs: timeMs, problem: 'overloaded' });
  const closing = new AbortController();
  let child: Child | undefined;
  let running = 0;
  let idle: NodeJS.Timeout | undefined;

  const end = () => {
    child?.process.kill('SIGKILL');
    child = undefined;
  };

  const start = (): Child => {
    const process = fork(new URL('./rendering-process.js', import.meta.url), {
      execArgv: [`--max-old-space-size=${heapMiB}`],
      signal: closing.signal,
      killSignal: 'SIGKILL',
      // A process that exceeds its heap prints a page of V8's internals.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const started = { process, port: portOf(process) };
    const forget = () => {
      if (child === started) child = undefined;
    };
    process.once('exit', forget).once('error', forget);
    process.send(task());
    return started;
  };

  const respondOnce = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    child ??= start();
    const port = await child.port;
    const overdue = new AbortController();
    const timer = setTimeout(() => overdue.abort(), timeMs);
    const signal = AbortSignal.any([overdue.signal, closing.signal]);
    const response = await ask(request, port, signal).catch(() => {
      end();
      throw overdue.signal.aborted
        ? new QueryCutOff('too-slow', `A large article took longer than ${timeMs} ms.`)
        : new QueryCutOff('too-many', 'The process for large articles ended.');
    });
    clearTimeout(timer);
    reply.code(response.statusCode ?? 500);
    for (const [name, value] of Object.entries(response.headers)) {
      if (value !== undefined && !connectionHeaders.includes(name)) reply.header(name, value);
    }
    reply.send(response);
    // Others wait for the memory that the response takes.
    const late = setTimeout(() => response.destroy(), receiveMs);
    await finished(reply.raw).catch(() => response.destroy());
    clearTimeout(late);
  };

  return {
    async respond(request, reply) {
      clearTimeout(idle);
      running += 1;
      const disconnected = new AbortController();
      reply.raw.once('close', () => disconnected.abort());
      try {
        await queue.run(() => respondOnce(request, reply), { signal: disconnected.signal });
      } finally {
        running -= 1;
        if (running === 0) idle = setTimeout(end, idleMs).unref();
      }
      return reply;
    },
    close() {
      clearTimeout(idle);
      closing.abort();
      end();
    },
  };
}

/** Waits for the port of a process, and lets go of it. Throws QueryCutOff if it ends before. */
async function portOf(child: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  child.once('message', resolve).once('exit', resolve).once('error', resolve);
  const port = await promise;
  // It neither keeps this process running nor outlives it.
  child.unref();
  child.channel?.unref();
  if (typeof port === 'number' && port > 0) return port;
  throw new QueryCutOff('too-many', 'The process for large articles ended.');
}

/** Sends a request to the process and waits for the head of its response. */
async function ask(
  { method, url, headers, body, id }: FastifyRequest,
  port: number,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const content = body === undefined || body === null ? undefined : Buffer.from(JSON.stringify(body));
  const sent = Object.entries(headers).filter(
    ([name]) => !connectionHeaders.includes(name) && name !== 'content-length' && name !== 'expect',
  );
  const asked = sendRequest({
    ...{ host: '127.0.0.1', port, method, path: url, signal, agent: false },
    headers: {
      ...Object.fromEntries(sent),
      'x-request-id': id,
      ...(content && { 'content-length': String(content.length) }),
    },
  });
  asked.end(content);
  const [response]: IncomingMessage[] = await once(asked, 'response', { signal });
  if (!response) throw new TypeError('no response');
  return response;
}
