import type { FastifyInstance, RouteOptions } from 'fastify';

/** Adds a route whose body is a document of any media type, and comes as bytes; elsewhere bodies are JSON. */
export function takeDocuments(app: FastifyInstance, route: RouteOptions): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route(route);
  });
}
