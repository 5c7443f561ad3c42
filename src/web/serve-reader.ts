import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { pages } from '../../web/pages/routes.ts';
import type { RouteAccess } from '../http/api-key.ts';
import { acceptedCodings } from '../http/compression.ts';
import { handleOthers } from '../http/handle-others.ts';
import { represent, sendRepresentation } from '../http/send.ts';
import { readAssets } from './assets.ts';
import type { PageContext } from './page-handler.ts';

/** Cost of a page: it calls the API a few times. */
const cost = 5;

/** Styles, script and typefaces contain nothing of the archive. */
const assetAccess: RouteAccess = { keyScope: undefined, cost: 1 };

interface ReaderSettings extends Omit<PageContext, 'assets'> {
  logger: Logger;
  /** Scope that a key must have; undefined if none is needed. */
  keyScope: RouteAccess['keyScope'];
}

/** Patterns of the paths of pages, such as `/articles/:article`. */
export const pagePaths = Object.keys(pages);

/** Adds the pages for readers and their assets to the API. Logs a warning if the script of the pages is not built. */
export function serveReader(app: FastifyInstance, { logger, keyScope, ...context }: ReaderSettings): void {
  const { all, links } = readAssets();
  if (!links.script) logger.warn('the script of the web pages is not built; build it with `npm run web`');
  for (const [path, load] of Object.entries(pages)) {
    let loaded: Promise<Handler> | undefined;
    const handler = async () => {
      const { createPageHandler } = await import('./page-handler.ts');
      await handleOthers();
      const page = await load();
      await handleOthers();
      return createPageHandler(page, { ...context, assets: links });
    };
    app.get(path, { config: { access: { keyScope, cost } } }, async (request, reply) => {
      loaded ??= handler();
      return (await loaded)(request, reply);
    });
  }
  for (const { path, type, body, isNamedByContent } of all) {
    const headers = {
      'content-type': type,
      vary: 'Accept-Encoding',
      'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    };
    app.get(path, { config: { access: assetAccess } }, async (request, reply) => {
      // Typefaces are compressed already.
      const codings = type === 'font/woff2' ? (['identity'] as const) : acceptedCodings(request.headers);
      return sendRepresentation(request, reply, await represent(body, codings, headers));
    });
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
