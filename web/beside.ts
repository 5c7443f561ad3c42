import { ConnectionFailed, ServerUnavailable } from '../clients/typescript/src/client.ts';

/** An answer for what stands beside the text; undefined when the server can not give it, so that the text is shown. */
export async function beside<T>(answer: Promise<T>): Promise<T | undefined> {
  return await answer.catch((error: unknown) => {
    if (error instanceof ServerUnavailable || error instanceof ConnectionFailed) return undefined;
    throw error;
  });
}
