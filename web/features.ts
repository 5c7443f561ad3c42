import type { Client } from '../clients/typescript/src/client.ts';

/** Features of the API, read from its OpenAPI description. */
export interface Features {
  /** True if GET supports this path: `/v1/articles/{article}/versions`. */
  path(path: string): boolean;
  /** True if GET on this path supports this query parameter. */
  parameter(path: string, name: string): boolean;
  /** Returns the media types of GET on this path, besides JSON. */
  mediaTypes(path: string): string[];
}

/** Reads the features from the description of the API. */
export async function readFeatures(api: Client): Promise<Features> {
  const document = await api.get('/openapi.json');
  const get = (path: string) => at(at(at(document, 'paths'), path), 'get');
  return {
    path: (path) => get(path) !== undefined,
    parameter(path, name) {
      const parameters = at(get(path), 'parameters');
      return Array.isArray(parameters) && parameters.some((each) => at(each, 'name') === name);
    },
    mediaTypes(path) {
      // The other formats have operations of their own: `/v1/articles.{format}`, `/v1/articles/{article}.md`.
      const paths = Object.keys(at(document, 'paths') ?? {}).filter((each) => each.startsWith(`${path}.`));
      return paths.flatMap((each) => Object.keys(at(at(at(get(each), 'responses'), '200'), 'content') ?? {}));
    },
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
