import { ConnectionFailed, ProblemError } from '../clients/typescript/src/client.ts';

/**
 * Awaits data for a secondary part of a page. Returns undefined if the server does not provide it for any reason, so
 * that the main part is still shown.
 */
export async function optional<T>(response: Promise<T>): Promise<T | undefined> {
  return await response.catch((error: unknown) => {
    if (error instanceof ProblemError || error instanceof ConnectionFailed) return undefined;
    throw error;
  });
}
