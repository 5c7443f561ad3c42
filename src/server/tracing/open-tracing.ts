import type { FastifyReply, FastifyRequest } from 'fastify';

/** Fastify hooks that make each request a span, and the end of it. */
export interface Tracing {
  onRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void;
  onResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void;
  /** Sends what is still to be sent. */
  close(): Promise<void>;
}

/** A collector that does not answer is let go after so long, since an end of the program waits for it, in ms. */
const patienceMs = 2000;

/** Traces are asked for, but what sends them is not installed; the message says how to. */
export class TracingUnavailable extends Error {
  override name = 'TracingUnavailable';
}

/**
 * Sends a span for each request to an OpenTelemetry collector (OTLP over HTTP, JSON), with the attributes that its
 * semantic conventions name for HTTP servers. A `traceparent` header makes it part of the caller's trace, and is
 * where sampling is decided. `OTEL_EXPORTER_OTLP_HEADERS` is read by the exporter, as its documentation
 * says. Throws TracingUnavailable when the SDK, an optional peer, is not installed.
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
        exporter: new exporter.OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: patienceMs }),
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
        'url.scheme': request.protocol,
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
      // What a collector that is gone would not take is lost; ending is not to fail for that.
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
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but what sends traces is not installed: npm install @opentelemetry/api @opentelemetry/core @opentelemetry/exporter-trace-otlp-http @opentelemetry/resources @opentelemetry/sdk-trace',
      { cause },
    );
  }
}
