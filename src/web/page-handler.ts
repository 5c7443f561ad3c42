import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Client, createClient } from '../../clients/typescript/src/client.ts';
import { type Features, readFeatures } from '../../web/features.ts';
import type { Page, PageMaker } from '../../web/page.ts';
import { problemPage } from '../../web/pages/problem.ts';
import { document } from '../../web/view/document.ts';
import { compress } from '../http/compression.ts';
import { cacheControl, entityTag, fingerprint, unchanged } from '../http/conditional.ts';
import { acceptedCodings } from '../http/negotiation.ts';
import type { readAssets } from './assets.ts';
import { inProcessFetch } from './in-process-fetch.ts';

type Assets = ReturnType<typeof readAssets>['links'];

/** Pages may only load, run and contact this server. Inline style and script are forbidden. */
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

/**
 * Returns the handler of a page. It requests data from the API, renders, and sets an ETag for the rendered
 * bytes.
 */
export function createPageHandler(
  make: PageMaker,
  { publicUrl, assets }: { publicUrl: string | null; assets: Assets },
) {
  let features: Features | undefined;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const origin = publicUrl ?? `${request.protocol}://${request.host}`;
    const { searchParams: query } = new URL(request.url, 'http://any');
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
      page = problemPage(error, request.url);
      if (page.status === 500) request.log.error(error, 'page failed');
    }
    const context = { origin, q: query.get('q') ?? '', calls: page.status ? [] : calls, assets };
    return await sendPage(request, reply, page.status ?? 200, document(page, context));
  };
}

async function sendPage(request: FastifyRequest, reply: FastifyReply, status: number, view: VNode) {
  const rendered = Buffer.from(`<!doctype html>${renderToString(view)}`);
  const codings = acceptedCodings(request.headers);
  const print = fingerprint(rendered.toString('base64'));
  reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    vary: 'Accept-Encoding',
    'cache-control': status === 200 ? cacheControl.list : 'no-store',
  });
  const unchangedTag =
    status === 200 && unchanged(request.headers, print, undefined, codings[0] ?? 'identity');
  if (unchangedTag) return reply.code(304).header('etag', unchangedTag).send();
  const { body, coding } = await compress(rendered, codings);
  if (status === 200) reply.header('etag', entityTag(print, coding));
  if (coding !== 'identity') reply.header('content-encoding', coding);
  return reply.code(status).send(body);
}

function pathValues({ params }: FastifyRequest): Record<string, string> {
  return typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    : {};
}
