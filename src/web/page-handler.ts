import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Client, createClient } from '../../clients/typescript/src/client.ts';
import { type Features, readFeatures } from '../../web/features.ts';
import type { Page, PageMaker } from '../../web/page.ts';
import { problemPage } from '../../web/pages/problem.ts';
import { document } from '../../web/view/document.ts';
import { acceptedCodings, type Coding } from '../http/compression.ts';
import { createInFlight } from '../http/in-flight.ts';
import { isCurrent, type ResponseCache, type Revisions, sendCached } from '../http/response-cache.ts';
import { cacheControl, type Representation, represent, sendRepresentation } from '../http/send.ts';
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

export interface PageContext {
  archive: Revisions;
  responses: ResponseCache;
  origin: () => string;
  assets: Assets;
}

/** Creates the handler of a page, which gets data from the API, renders it, and is cached while the archive is unchanged. */
export function createPageHandler(make: PageMaker, { archive, responses, origin, assets }: PageContext) {
  const render = createRenderer(make, { origin, assets });
  const inFlight = createInFlight();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const codings = acceptedCodings(request.headers);
    const key = `page\n${codings[0]}\n${request.url}`;
    const current = async () => {
      const found = responses.find(key);
      return found && (await isCurrent(found, archive)) ? found : undefined;
    };
    // There is no await between finding no equal request and beginning this one.
    let cached = await current();
    const equal = cached ? undefined : inFlight.find(key);
    if (equal) {
      await equal;
      cached = await current();
    }
    if (cached) {
      responses.alias(request.raw, key);
      return sendCached(request, reply, cached);
    }
    const end = inFlight.begin(key);
    try {
      const revision = await revisionOf(archive);
      const made = await render(request);
      if ('redirect' in made) return reply.redirect(made.redirect, 302);
      const page = await represented(made, codings);
      // Its calls of the API may have seen different revisions.
      if (made.status === 200 && revision !== undefined && (await revisionOf(archive)) === revision) {
        responses.store(key, { ...page, revision });
        responses.alias(request.raw, key);
      }
      return sendRepresentation(request, reply.code(made.status), page);
    } finally {
      end();
    }
  };
}

/** Returns the revision of the archive; undefined if it cannot be read, for which the page has words. */
async function revisionOf(archive: Revisions): Promise<number | undefined> {
  try {
    return (await archive.state()).revision;
  } catch {
    return undefined;
  }
}

interface Rendered {
  status: number;
  /** Id of the article that the page shows. */
  article: string | undefined;
  view: VNode;
}

function createRenderer(
  make: PageMaker,
  { origin: originOf, assets }: Pick<PageContext, 'origin' | 'assets'>,
) {
  let features: Features | undefined;
  return async (request: FastifyRequest): Promise<Rendered | { redirect: string }> => {
    const origin = originOf();
    // Not a URL: the target may be `//`, which has an empty host.
    const query = new URLSearchParams(/\?(.*)/s.exec(request.url)?.[1]);
    const inProcess = inProcessFetch(request.server, request.id, request.headers.authorization);
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
      if ('redirect' in made) return made;
      page = made;
    } catch (error) {
      // The target may be absolute, or begin with two slashes: a link to it would lead to another host.
      page = problemPage(error, request.url.replace(/^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?\/*/i, '/'));
      if (page.status === 500) request.log.error(error, 'page failed');
    }
    const context = { origin, q: query.get('q') ?? '', calls: page.status ? [] : calls, assets };
    return { status: page.status ?? 200, article: page.article, view: document(page, context) };
  };
}

function represented({ status, article, view }: Rendered, codings: Coding[]): Promise<Representation> {
  const rendered = Buffer.from(`<!doctype html>${renderToString(view)}`);
  return represent(rendered, codings, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    vary: 'Accept-Encoding',
    'cache-control': status === 200 ? cacheControl[article === undefined ? 'list' : 'item'] : 'no-store',
    ...(article !== undefined && { 'surrogate-key': article }),
  });
}

function pathValues({ params }: FastifyRequest): Record<string, string> {
  return typeof params === 'object' && params !== null
    ? Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, String(value).normalize('NFC')]),
      )
    : {};
}
