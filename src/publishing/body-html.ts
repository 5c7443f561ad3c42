import { Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Article } from '../model/article.ts';
import type { Image } from '../model/image.ts';
import { webAddress } from './addresses.ts';
import { type BlockGroup, groupBlocks, type Item } from './block-groups.ts';
import { altOf, captionLine } from './credits.ts';

/** Formats the text and pictures of an article as HTML, for feeds. Contains no markup of the source. */
export function bodyHtml(article: Article): string {
  return renderToString(h(Fragment, null, ...pictures(article.images), ...paragraphs(article)));
}

/** Formats the blocks of a body. A heading of level 2 is one level below the headline. */
export function paragraphs({ body }: Article): VNode[] {
  return groupBlocks(body).map(elementOf);
}

function elementOf(group: BlockGroup): VNode {
  switch (group.kind) {
    case 'list':
      return listOf(group.items);
    case 'heading':
      return h(`h${group.level}`, null, ...lines(group.text));
    case 'block-quote':
      return h('blockquote', null, ...group.paragraphs.map((text) => h('p', null, ...lines(text))));
    case 'paragraph':
      return h('p', null, ...lines(group.text));
  }
}

function listOf(items: Item[]): VNode {
  return h(
    'ul',
    null,
    ...items.map(({ text, items }) => h('li', null, ...lines(text), items.length > 0 ? listOf(items) : null)),
  );
}

/** Converts line breaks to `<br>`. */
function lines(text: string): (string | VNode)[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [h('br', null), line]));
}

/** Formats pictures that have an address, a caption or a credit. */
export function pictures(images: Image[]): VNode[] {
  return images.flatMap((image) => {
    const src = webAddress(image.url);
    const caption = captionLine(image);
    if (src === null && caption === '') return [];
    return h(
      'figure',
      null,
      src && h('img', { src, alt: altOf(image), width: image.width, height: image.height }),
      caption && h('figcaption', null, caption),
    );
  });
}
