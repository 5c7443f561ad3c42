/** What HTML elements mean for the text of an article. */

/** Elements whose content is never text of an article: code, controls, embedded documents. */
export const ignoredElements: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'head', 'svg', 'math'],
  ...[
    'button',
    'select',
    'textarea',
    'option',
    'datalist',
    'audio',
    'video',
    'canvas',
    'map',
    'frameset',
    'dialog',
  ],
]);

/** Elements that begin and end a block of their own. */
export const blockElements: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt'],
  ...[
    'fieldset',
    'figure',
    'figcaption',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
  ],
  ...['html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'caption', 'tbody'],
  ...['thead', 'tfoot', 'tr', 'ul', 'menu', 'dir', 'title'],
]);

/** Elements whose content is not markup. They have no elements in them. */
export const rawElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'noembed',
]);
