import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startServer } from './start-server.ts';

const Attribute = z.object({
  key: z.string(),
  value: z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() }),
});
const Span = z.object({
  traceId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.int(),
  attributes: z.array(Attribute),
  startTimeUnixNano: z.coerce.bigint(),
  endTimeUnixNano: z.coerce.bigint(),
});
const Export = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(Attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
});

/** A collector that keeps what it is sent. */
async function collector() {
  const exports: z.infer<typeof Export>[] = [];
  const paths: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    paths.push(request.url ?? '');
    exports.push(Export.parse(JSON.parse(body)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = z.object({ port: z.int() }).parse(server.address() satisfies AddressInfo | string | null);
  return { endpoint: `http://127.0.0.1:${port}`, exports, paths };
}

function valuesOf(attributes: z.infer<typeof Attribute>[]): Record<string, string | number | undefined> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));
}

test('each request is sent to the collector as a span, the last ones before the server ends', async () => {
  const { endpoint, exports, paths } = await collector();
  const server = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, TRUST_PROXY: 'true' });
  await fetch(`${server.url}/v1/people/josep-borrell?x=1`, {
    headers: { 'x-forwarded-proto': 'javascript', 'x-forwarded-for': '192.0.2.7' },
  });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await fetch(`${server.url}/v1/articles?limit=1`, { headers: { traceparent } });
  await fetch(`${server.url}/v1/articles?limit=1`, {
    headers: { traceparent: traceparent.replace(/01$/, '00') },
  });
  expect(await server.stop()).toBe(0);

  expect(new Set(paths)).toEqual(new Set(['/v1/traces']));
  const sent = exports.flatMap(({ resourceSpans }) => resourceSpans);
  expect(valuesOf(sent[0]?.resource.attributes ?? [])).toMatchObject({ 'service.name': 'dateline' });
  const spans = sent.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  expect(spans.map(({ name }) => name)).toEqual(['GET /v1/people/:slug', 'GET /v1/articles']);
  const [refused, traced] = spans;
  expect(valuesOf(refused?.attributes ?? [])).toMatchObject({
    'http.request.method': 'GET',
    'http.route': '/v1/people/:slug',
    'url.path': '/v1/people/josep-borrell',
    'url.scheme': 'http',
    'client.address': '192.0.2.7',
    'http.response.status_code': 400,
  });
  expect(traced).toMatchObject({
    kind: 2,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
  expect(Number((traced?.endTimeUnixNano ?? 0n) - (traced?.startTimeUnixNano ?? 0n))).toBeGreaterThan(0);
});

test('a collector that is not there keeps nobody from being answered', async () => {
  const server = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  expect((await fetch(`${server.url}/v1/articles`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
});
