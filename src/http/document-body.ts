import type { FastifyInstance, RouteOptions } from 'fastify';

/** Adds a route that gets bodies of any media type as bytes; bodies of other routes are JSON. */
export function addDocumentRoute(app: FastifyInstance, route: RouteOptions): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route(route);
  });
}
