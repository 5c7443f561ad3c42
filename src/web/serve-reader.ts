import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pages } from '../../web/pages/routes.ts';
import { compress } from '../http/compression.ts';
import { acceptedCodings } from '../http/negotiation.ts';
import { readAssets } from './assets.ts';

/** Registers the pages for readers and their assets. */
export function serveReader(app: FastifyInstance, { publicUrl }: { publicUrl: string | null }): void {
  const { all, links } = readAssets();
  for (const [path, load] of Object.entries(pages)) {
    let loaded: Promise<Handler> | undefined;
    const handler = async () => {
      const { createPageHandler } = await import('./page-handler.ts');
      return createPageHandler(await load(), { publicUrl, assets: links });
    };
    app.get(path, async (request, reply) => {
      loaded ??= handler();
      return (await loaded)(request, reply);
    });
  }
  for (const { path, type, body, isNamedByContent } of all) {
    app.get(path, async (request, reply) => {
      const isPacked = type === 'font/woff2';
      const sent = isPacked
        ? { body, coding: 'identity' }
        : await compress(body, acceptedCodings(request.headers));
      if (sent.coding !== 'identity') reply.header('content-encoding', sent.coding);
      return reply
        .headers({
          'content-type': type,
          vary: 'Accept-Encoding',
          'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : cacheOfNamed,
        })
        .send(sent.body);
    });
  }
}

/** Handler of a page. */
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** For paths whose content may change. */
const cacheOfNamed = 'public, max-age=3600';
