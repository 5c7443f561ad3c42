import type { Image } from '../model/article.ts';
import { webAddress } from './addresses.ts';

/** Pictures as Media RSS has them, with caption and credit; one without an address can not be in it. */
export function mediaOf(images: Image[]) {
  return images.flatMap(({ url, caption, credit }) => {
    const address = webAddress(url);
    if (address === null) return [];
    return {
      url: address,
      medium: 'image',
      ...(caption && { description: { value: caption, type: 'plain' } }),
      ...(credit && { credits: [{ value: credit }] }),
    };
  });
}
