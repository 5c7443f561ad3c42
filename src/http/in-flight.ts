/** Requests whose responses are being made, by the key of the response. */
export interface InFlight {
  /** Returns a promise that resolves when the response with this key is made; undefined if nobody makes it. */
  find(key: string): Promise<void> | undefined;
  /** Begins a response, and returns a function that ends it. */
  begin(key: string): () => void;
}

/**
 * Creates an empty set of requests. Equal requests wait for the first of them and then find its response in the cache.
 * Otherwise each of 600 requests for a response that is not cached yet would make it.
 */
export function createInFlight(): InFlight {
  const promises = new Map<string, Promise<void>>();
  return {
    find: (key) => promises.get(key),
    begin(key) {
      // The response could not be cached, so that several are made at the same time.
      if (promises.has(key)) return () => undefined;
      const { promise, resolve } = Promise.withResolvers<void>();
      promises.set(key, promise);
      return () => {
        promises.delete(key);
        resolve();
      };
    },
  };
}
