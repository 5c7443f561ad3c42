import { handleOthers } from '../../http/handle-others.ts';

/** Number of characters after which other requests are handled. Parsing so many takes a few milliseconds. */
const turnLength = 64 * 1024;

/** Maps JSON texts one after the other, and lets other requests be handled in between. */
export async function mapInTurns<T>(texts: string[], map: (text: string) => T): Promise<T[]> {
  const mapped: T[] = [];
  let length = 0;
  for (const text of texts) {
    mapped.push(map(text));
    length += text.length;
    if (length < turnLength) continue;
    length = 0;
    await handleOthers();
  }
  return mapped;
}
