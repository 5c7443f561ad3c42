import type { Image } from '../model/image.ts';
import { webAddress } from './addresses.ts';

/** Converts pictures to Media RSS, with caption and credit. Pictures without an address are omitted. */
export function mediaOf(images: Image[]) {
  return images.flatMap(({ url, caption, credit, width, height, type }) => {
    const address = webAddress(url);
    if (address === null) return [];
    return {
      url: address,
      medium: 'image',
      ...(type && { type }),
      ...(width && { width }),
      ...(height && { height }),
      ...(caption && { description: { value: caption, type: 'plain' } }),
      ...(credit && { credits: [{ value: credit }] }),
    };
  });
}
