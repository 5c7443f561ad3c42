import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Client, createClient } from '../../clients/typescript/src/client.ts';
import { type Features, readFeatures } from '../../web/features.ts';
import type { Page, PageMaker } from '../../web/page.ts';
import { problemPage } from '../../web/pages/problem.ts';
import { document } from '../../web/view/document.ts';
import { acceptedCodings } from '../http/compression.ts';
import { cacheControl, represent, sendRepresentation } from '../http/send.ts';
import type { readAssets } from './assets.ts';
import { inProcessFetch } from './in-process-fetch.ts';

type Assets = ReturnType<typeof readAssets>['links'];

/** Allows only this server. Pages contain no inline style or script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Creates the handler of a page, which gets data from the API and renders it. */
export function createPageHandler(
  make: PageMaker,
  { origin: originOf, assets }: { origin: () => string; assets: Assets },
) {
  let features: Features | undefined;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const origin = originOf();
    // Not a URL: the target may be `//`, which has an empty host.
    const query = new URLSearchParams(/\?(.*)/s.exec(request.url)?.[1]);
    const inProcess = inProcessFetch(request.server, request.id);
    const calls: string[] = [];
    const api: Client = createClient({
      retries: 0,
      fetch(address, init) {
        if (address.startsWith('/v1')) calls.push(origin + address);
        return inProcess(address, init);
      },
    });
    let page: Page;
    try {
      features ??= await readFeatures(api);
      const made = await make({ api, features, path: pathValues(request), query, origin });
      if ('redirect' in made) return reply.redirect(made.redirect, 302);
      page = made;
    } catch (error) {
      // The target may be absolute, or begin with two slashes: a link to it would lead to another host.
      page = problemPage(error, request.url.replace(/^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?\/*/i, '/'));
      if (page.status === 500) request.log.error(error, 'page failed');
    }
    const context = { origin, q: query.get('q') ?? '', calls: page.status ? [] : calls, assets };
    return await sendPage(request, reply, page.status ?? 200, document(page, context));
  };
}

async function sendPage(request: FastifyRequest, reply: FastifyReply, status: number, view: VNode) {
  const rendered = Buffer.from(`<!doctype html>${renderToString(view)}`);
  const page = await represent(rendered, acceptedCodings(request.headers), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    vary: 'Accept-Encoding',
    'cache-control': status === 200 ? cacheControl.list : 'no-store',
  });
  return sendRepresentation(request, reply.code(status), page);
}

function pathValues({ params }: FastifyRequest): Record<string, string> {
  return typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    : {};
}
