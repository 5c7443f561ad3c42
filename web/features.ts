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
      const content = at(at(at(get(path), 'responses'), '200'), 'content');
      return typeof content === 'object' && content !== null
        ? Object.keys(content).filter((type) => type !== 'application/json')
        : [];
    },
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
