import type { FastifyReply, FastifyRequest } from 'fastify';

/** Fastify hooks that create a span per request. */
export interface Tracing {
  onRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void;
  onResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void;
  /** Sends buffered spans and closes the exporter. */
  close(): Promise<void>;
}

/** Timeout of requests to the collector in ms. A shutdown may take as long. */
const timeoutMs = 2000;

/** Error if tracing is configured but its packages are not installed. The message says how to install them. */
export class TracingUnavailable extends Error {
  override name = 'TracingUnavailable';
}

/**
 * Sends a span per request to an OpenTelemetry collector (OTLP over HTTP, JSON), with the HTTP server attributes of the
 * semantic conventions. A `traceparent` header joins the caller's trace and decides sampling. The exporter reads
 * `OTEL_EXPORTER_OTLP_HEADERS`. Throws TracingUnavailable if the optional SDK is not installed.
 */
export async function openTracing({
  endpoint,
  version,
}: {
  endpoint: string;
  version: string;
}): Promise<Tracing> {
  const { api, core, exporter, resources, sdk } = await loadSdk();
  const { SpanKind, SpanStatusCode, ROOT_CONTEXT, defaultTextMapGetter } = api;
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({
      'service.name': process.env.OTEL_SERVICE_NAME || 'dateline',
      'service.version': version,
    }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.AlwaysOnSampler() }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new exporter.OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: timeoutMs }),
      }),
    ],
  });
  const tracer = provider.getTracer('dateline', version);
  const callers = new core.W3CTraceContextPropagator();
  const spans = new WeakMap<FastifyRequest, ReturnType<typeof tracer.startSpan>>();

  return {
    onRequest(request, _reply, done) {
      const caller = callers.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
      const attributes = {
        'http.request.method': request.method,
        'client.address': request.ip,
        // A proxy may forward any text.
        'url.scheme': request.protocol === 'https' ? 'https' : 'http',
        'url.path': request.url.replace(/\?.*/s, ''),
        'dateline.request_id': request.id,
      };
      spans.set(request, tracer.startSpan(request.method, { kind: SpanKind.SERVER, attributes }, caller));
      done();
    },
    onResponse(request, reply, done) {
      const span = spans.get(request);
      const route = request.routeOptions.url;
      const status = reply.raw.statusCode;
      if (route) span?.updateName(`${request.method} ${route}`).setAttribute('http.route', route);
      span?.setAttribute('http.response.status_code', status);
      if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
      done();
    },
    async close() {
      // Spans that the collector does not accept are lost; the shutdown must not fail.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

async function loadSdk() {
  try {
    const [api, core, exporter, resources, sdk] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace'),
    ]);
    return { api, core, exporter, resources, sdk };
  } catch (cause) {
    throw new TracingUnavailable(
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but the tracing packages are not installed. Run: npm install @opentelemetry/api @opentelemetry/core @opentelemetry/exporter-trace-otlp-http @opentelemetry/resources @opentelemetry/sdk-trace',
      { cause },
    );
  }
}
