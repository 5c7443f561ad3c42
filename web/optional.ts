import { ConnectionFailed, ServerUnavailable } from '../clients/typescript/src/client.ts';

/**
 * Awaits data for a secondary part of a page. Returns undefined if the server cannot provide it, so that the
 * main part is still shown.
 */
export async function optional<T>(response: Promise<T>): Promise<T | undefined> {
  return await response.catch((error: unknown) => {
    if (error instanceof ServerUnavailable || error instanceof ConnectionFailed) return undefined;
    throw error;
  });
}
