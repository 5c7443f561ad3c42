import { Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Article, Image } from '../model/article.ts';
import { webAddress } from './addresses.ts';
import { type Item, type Stretch, stretchesOf } from './stretches.ts';

/** The text of an article with its pictures as HTML, for feeds. Nothing of the source's markup is in it. */
export function bodyHtml(article: Article): string {
  return renderToString(h(Fragment, null, ...pictures(article.images), ...paragraphs(article)));
}

/** The blocks of a body as elements; a heading of level 2 stands below the headline. */
export function paragraphs({ body }: Article): VNode[] {
  return stretchesOf(body).map(elementOf);
}

function elementOf(stretch: Stretch): VNode {
  switch (stretch.kind) {
    case 'list':
      return listOf(stretch.items);
    case 'heading':
      return h(`h${stretch.level}`, null, ...lines(stretch.text));
    case 'block-quote':
      return h('blockquote', null, ...stretch.paragraphs.map((text) => h('p', null, ...lines(text))));
    case 'paragraph':
      return h('p', null, ...lines(stretch.text));
  }
}

function listOf(items: Item[]): VNode {
  return h(
    'ul',
    null,
    ...items.map(({ text, items }) => h('li', null, ...lines(text), items.length > 0 ? listOf(items) : null)),
  );
}

/** A text whose line breaks are kept. */
function lines(text: string): (string | VNode)[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [h('br', null), line]));
}

/** Pictures that can be shown or have something to say. */
export function pictures(images: Image[]): VNode[] {
  return images.flatMap(({ url, caption, credit }) => {
    const src = webAddress(url);
    const said = [caption, credit && `(${credit})`].filter(Boolean).join(' ');
    if (src === null && said === '') return [];
    return h(
      'figure',
      null,
      src && h('img', { src, alt: caption ?? '' }),
      said && h('figcaption', null, said),
    );
  });
}
