import type { McpHttpHandler } from '@modelcontextprotocol/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Problem } from '../errors.ts';
import { handleOthers } from '../http/handle-others.ts';
import { sendAllowed } from '../http/send.ts';
import type { KeyScope } from '../model/api-key.ts';
import { isAllowedOrigin } from './allowed-origin.ts';
import type { OperationContext } from './call-operation.ts';

const path = '/mcp';
const allowed = 'POST, OPTIONS';

/** Cost of a request: about that of a search. */
const cost = 5;

/** Request headers that web pages may send, including those of the transport. */
const allowedHeaders =
  'Accept, Authorization, Content-Type, Mcp-Method, Mcp-Name, Mcp-Protocol-Version, Mcp-Session-Id';

/**
 * Serves the Model Context Protocol at `/mcp` (Streamable HTTP without sessions, so that any process can handle
 * any request). The first request loads the SDK, to keep the start fast.
 */
export function serveMcp(
  app: FastifyInstance,
  context: OperationContext,
  { logger, origins, keyScope }: McpSettings,
): void {
  let handler: Promise<McpHttpHandler> | undefined;
  app.addHook('preClose', async () => (await handler)?.close());
  app.options(path, (_request, reply) => sendAllowed(reply, allowed, allowedHeaders));
  app.route({
    method: 'POST',
    url: path,
    config: { access: { keyScope, cost } },
    onRequest: async ({ headers }) => {
      if (isAllowedOrigin(headers.origin, { base: context.base, origins })) return;
      throw new Problem(
        'origin-not-allowed',
        `Pages of origin ${headers.origin?.slice(0, 200)} may not use this endpoint.`,
      );
    },
    handler: async (request, reply) => {
      handler ??= createHandler(context, logger);
      const { fetch } = await handler;
      const disconnected = new AbortController();
      reply.raw.once('close', () => disconnected.abort());
      return fetch(
        new Request(`http://localhost${path}`, {
          method: 'POST',
          headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
          signal: disconnected.signal,
        }),
        { parsedBody: request.body },
      );
    },
  });
  app.route({
    method: app.supportedMethods.filter((method) => !['POST', 'OPTIONS'].includes(method)),
    url: path,
    handler: () => undefined,
    onRequest: async ({ method }) => {
      throw new Problem('method-not-allowed', `Method ${method} is not allowed here; allowed: ${allowed}.`, {
        headers: { allow: allowed },
      });
    },
  });
}

interface McpSettings {
  logger: Logger;
  /** Origins of web pages that may call, besides this server's own. */
  origins: string[];
  /** Scope that a key must have; undefined if none is needed. */
  keyScope: KeyScope | undefined;
}

async function createHandler(context: OperationContext, logger: Logger): Promise<McpHttpHandler> {
  const { createMcpHandler } = await import('@modelcontextprotocol/server');
  await handleOthers();
  const { createMcpServer } = await import('./create-mcp-server.ts');
  await handleOthers();
  return createMcpHandler(() => createMcpServer(context, logger), {
    onerror: (err) => logger.debug({ err }, 'mcp request rejected'),
  });
}
