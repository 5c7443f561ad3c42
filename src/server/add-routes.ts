import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors.ts';
import { addDocumentRoute } from '../http/document-body.ts';
import { createHandler, type ServerContext } from '../http/handler.ts';
import { routePatterns } from '../http/request/format.ts';
import { sendAllowed } from '../http/send.ts';
import { allowedMethods, type Method, methodsAt, type Route } from '../routes/route.ts';

/** Adds the routes of the table to an app. Their paths also have OPTIONS, and a 405 for all other methods. */
export function addRoutes(app: FastifyInstance, routes: Route[], context: ServerContext): void {
  for (const [pattern, here] of Map.groupBy(routes, ({ path }) => path)) {
    const operations = here.map(({ operation }) => operation);
    for (const url of routePatterns(pattern, operations)) {
      for (const { method, operation, keyScope, cost } of here) {
        const { document, produces } = operation;
        const isEndless = produces.includes('text/event-stream');
        const handler = createHandler(operation, context);
        const route = { method, url, handler, config: { access: { keyScope, cost, isEndless } } };
        if (document) addDocumentRoute(app, { ...route, bodyLimit: document.bytes });
        else app.route(route);
      }
      const own = here.map(({ method }) => method);
      refuseOthers(app, url, [...new Set([...own, ...methodsAt(routes, url)])].sort());
    }
  }
}

/** Adds OPTIONS to a path, and a 405 for all other methods. */
function refuseOthers(app: FastifyInstance, path: string, methods: Method[]): void {
  const allowed = allowedMethods(methods);
  app.options(path, {
    handler: () => undefined,
    // A hook, because a body is not read.
    onRequest: async (_request, reply) => sendAllowed(reply, allowed),
  });
  app.route({
    method: app.supportedMethods.filter((method) => !allowed.split(', ').includes(method)),
    url: path,
    handler: () => undefined,
    // A hook, because the body of a refused request must not be parsed: it may not be JSON.
    onRequest: async ({ method }) => {
      throw new Problem('method-not-allowed', `Method ${method} is not allowed here; allowed: ${allowed}.`, {
        headers: { allow: allowed },
      });
    },
  });
}
