import type { Image } from '../../../model/article.ts';

/** No more pictures than these belong to one article; pages with more are galleries of something else. */
const maxImages = 40;

/**
 * The pictures of a page: those of its body, preceded by the one it names as its own where the body does not
 * show that one already, be it in another size.
 */
export function pageImages(leading: Image | undefined, shown: Image[]): Image[] {
  const distinct = new Map<string, Image>();
  for (const image of shown) {
    const name = nameOf(image);
    if (!distinct.has(name)) distinct.set(name, image);
  }
  const images = [...distinct.values()].slice(0, maxImages);
  return leading && !distinct.has(nameOf(leading)) ? [leading, ...images] : images;
}

/** `https://a.example/2024/fire-1024x768.jpg?w=300` and `…/fire.jpg` show one picture. */
function nameOf({ url }: Image): string {
  const file = /([^/?#]+)(?:[?#].*)?$/.exec(url ?? '')?.[1] ?? '';
  return file.replace(/[-_]\d{2,4}x\d{2,4}(?=\.\w+$)/, '').toLowerCase() || (url ?? '');
}
