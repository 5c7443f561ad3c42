import type { Client } from '../../clients/typescript/src/client.ts';
import type { Features } from '../features.ts';
import type { View } from '../page.ts';

/** The histogram of publications over time; nothing while the API has none. */
export async function timelineOf(
  _: { api: Client; features: Features },
  _query: URLSearchParams,
): Promise<View> {
  return null;
}
