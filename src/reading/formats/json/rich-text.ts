import { escapeText } from 'entities';
import { markdownHtml } from './markdown-html.ts';
import { mobiledocHtml } from './mobiledoc.ts';
import { isRecord, type Json, parseJson } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';
import { partOf, partsOf, stringOf } from './record-values.ts';

/**
 * Returns the HTML of a text that an editor stores as a tree of nodes, as an object or as JSON in a text: Lexical (Ghost,
 * Payload), mobiledoc, ProseMirror and Tiptap, Slate (Strapi, Directus), Portable Text (Sanity), the rich text of
 * Contentful, Draft.js, Editor.js, and the elements of Arc. Null if the value is none of these.
 */
export function richTextHtml(value: Json | undefined): string | null {
  const tree = typeof value === 'string' ? parsed(value) : value;
  if (isRecord(tree)) {
    if (Array.isArray(tree.sections) && 'markups' in tree) return mobiledocHtml(tree);
    const nodes = partOf(tree.root).children ?? tree.content ?? tree.children ?? tree.blocks ?? tree.document;
    return Array.isArray(nodes) && nodes.length > 0 && nodes.every(isNode) ? blocksHtml(nodes) : null;
  }
  return Array.isArray(tree) && tree.length > 0 && tree.every(isNode) ? blocksHtml(tree) : null;
}

function parsed(text: string): Json | undefined {
  if (!/^\s*[{[]\s*["{]/.test(text)) return undefined;
  const json = parseJson(text);
  // A text that begins like JSON is text.
  return 'value' in json ? json.value : undefined;
}

/** Editors name the kind of a node so. */
function kindOf(node: RecordOfFields): string | null {
  return stringOf(node.nodeType) ?? stringOf(node._type) ?? stringOf(node.type);
}

function isNode(value: Json): boolean {
  return isRecord(value) && kindOf(value) !== null;
}

const containers: Record<string, string> = {
  paragraph: 'p',
  p: 'p',
  'text-block': 'p',
  unstyled: 'p',
  normal: 'p',
  'extended-paragraph': 'p',
  blockquote: 'blockquote',
  'block-quote': 'blockquote',
  'extended-quote': 'blockquote',
  aside: 'blockquote',
  'list-item': 'li',
  listitem: 'li',
  li: 'li',
  'unordered-list-item': 'li',
  'ordered-list-item': 'li',
  checklistitem: 'li',
  ul: 'ul',
  ol: 'ol',
  'unordered-list': 'ul',
  'ordered-list': 'ol',
  'bullet-list': 'ul',
  bulletlist: 'ul',
  orderedlist: 'ol',
  list: 'ul',
  'table-row': 'tr',
  tablerow: 'tr',
  'table-cell': 'td',
  tablecell: 'td',
  'table-header-cell': 'th',
  tableheader: 'th',
  code: 'pre',
  codeblock: 'pre',
  'code-block': 'pre',
};

const levels: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** Nodes that are no text: they show something else, or are advertisements. */
const ignored =
  /embed|bookmark|video|audio|gallery-ref|button|signup|paywall|advert|interstitial|link-list|reference|product|file|divider|horizontal|email|endorsement/i;

/** Nodes of unknown kinds are paragraphs at the top of a tree, and part of their paragraph below. */
function blocksHtml(nodes: readonly Json[]): string {
  return partsOf([...nodes])
    .map((node) => {
      const html = nodeHtml(node);
      return /^\s*<(?:p|h\d|li|ul|ol|div|blockquote|figure|table|pre)\b/i.test(html)
        ? html
        : `<p>${html}</p>`;
    })
    .join('');
}

function nodesHtml(nodes: readonly Json[]): string {
  return partsOf([...nodes])
    .map(nodeHtml)
    .join('');
}

function nodeHtml(node: RecordOfFields): string {
  const kind = (kindOf(node) ?? '').replace(/_/g, '-').toLowerCase();
  // Editor.js keeps what a node says in `data`, ProseMirror in `attrs`, Contentful in `data.target.fields`.
  const data = { ...partOf(node.attrs), ...partOf(node.data) };
  if (
    /^(?:text|extended-text|span|linebreak|hardbreak|hard-break|tab)$/.test(kind) &&
    !Array.isArray(node.children)
  )
    return inlineHtml(node, kind);
  if (/image|picture|photo|embedded-asset/.test(kind)) return imageHtml(node, data);
  if (/^(?:html|raw-html|raw)$/.test(kind))
    return stringOf(node.html) ?? stringOf(data.html) ?? stringOf(node.content) ?? '';
  if (/heading|^header|^h[1-6]$/.test(kind) && !/cell/.test(kind)) return headingHtml(node, data, kind);
  if (kind === 'markdown') return markdownHtml(stringOf(node.markdown) ?? '');
  // Ghost keeps what these cards show in fields of their own, some of them HTML.
  if (kind === 'gallery')
    return (
      partsOf(node.images)
        .map((image) => imageHtml(image, {}))
        .join('') || innerOf(node, data)
    );
  if (kind === 'callout') return `<p>${stringOf(node.calloutText) ?? innerOf(node, data)}</p>`;
  if (kind === 'toggle')
    return `<p><b>${stringOf(node.heading) ?? ''}</b></p>${stringOf(node.content) ?? innerOf(node, data)}`;
  if (kind === 'header' && stringOf(node.header))
    return `<h2>${stringOf(node.header) ?? ''}</h2><p>${stringOf(node.subheader) ?? ''}</p>`;
  if (/^(?:table|quote)$/.test(kind)) return arcHtml(node, data, kind);
  const inner = innerOf(node, data);
  if (ignored.test(kind)) return '';
  // Portable Text has the kind of a block in its style, Draft.js in its type.
  const style = stringOf(node.style)?.toLowerCase() ?? '';
  if (kind === 'block') {
    if (stringOf(node.listItem)) return `<li>${inner}</li>`;
    const name = /^h[1-6]$/.test(style) ? style : style === 'blockquote' ? style : 'p';
    return `<${name}>${inner}</${name}>`;
  }
  const isOrdered = node.listType === 'number' || node.format === 'ordered' || data.style === 'ordered';
  const name = kind === 'list' && isOrdered ? 'ol' : containers[kind];
  if (name !== undefined) return `<${name}>${inner}</${name}>`;
  return inner;
}

/** Tables and quotes, of which Arc has the parts in fields of their own. */
function arcHtml(node: RecordOfFields, data: RecordOfFields, kind: string): string {
  if (kind === 'quote') {
    const source = stringOf(partOf(node.citation).content);
    const cite = source === null ? '' : `<p>${source}</p>`;
    return `<blockquote>${innerOf(node, data)}${cite}</blockquote>`;
  }
  const rows = [node.header, ...(Array.isArray(node.rows) ? node.rows : [])].filter((row) =>
    Array.isArray(row),
  );
  if (rows.length === 0) return `<table>${innerOf(node, data)}</table>`;
  const cells = rows.map((row) =>
    partsOf(row)
      .map((cell) => `<td>${stringOf(cell.content) ?? ''}</td>`)
      .join(''),
  );
  return `<table>${cells.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
}

function headingHtml(node: RecordOfFields, data: RecordOfFields, kind: string): string {
  const word = /(one|two|three|four|five|six)$/.exec(kind)?.[1];
  const level =
    Number(/([1-6])$/.exec(kind)?.[1] ?? /([1-6])$/.exec(stringOf(node.tag) ?? '')?.[1]) ||
    (word && levels[word]) ||
    Number(data.level ?? node.level) ||
    2;
  return `<h${Math.min(6, Math.max(1, level))}>${innerOf(node, data)}</h${Math.min(6, Math.max(1, level))}>`;
}

function innerOf(node: RecordOfFields, data: RecordOfFields): string {
  const nodes = node.children ?? node.content ?? node.content_elements;
  const items = node.items ?? data.items;
  if (Array.isArray(nodes)) return nodesHtml(nodes);
  if (Array.isArray(items)) return items.map(itemHtml).join('');
  // The texts of Arc, Editor.js and list items are HTML; those of leaves of trees are plain.
  const html = stringOf(node.content) ?? stringOf(data.text) ?? stringOf(data.content);
  if (html !== null) return html;
  const plain = stringOf(node.text);
  return plain === null ? '' : escapeText(plain);
}

/** Items are texts, nodes, or objects with a text. */
function itemHtml(item: Json): string {
  if (typeof item === 'string') return `<li>${item}</li>`;
  if (!isRecord(item)) return '';
  if (kindOf(item) !== null && (item.children || item.items)) return `<li>${nodeHtml(item)}</li>`;
  return `<li>${stringOf(item.content) ?? stringOf(item.text) ?? ''}</li>`;
}

function inlineHtml(node: RecordOfFields, kind: string): string {
  if (/break/.test(kind)) return '<br>';
  if (kind === 'tab') return ' ';
  const text = node.text ?? node.value ?? node.content;
  // Arc calls its paragraphs of HTML texts.
  if (kind === 'text' && typeof node.content === 'string' && node.text === undefined)
    return `<p>${node.content}</p>`;
  return typeof text === 'string' ? escapeText(text) : '';
}

function imageHtml(node: RecordOfFields, data: RecordOfFields): string {
  const fields = partOf(partOf(data.target).fields);
  const from = { ...node, ...data, ...fields };
  const file = partOf(from.file);
  const asset = partOf(from.asset);
  const src = stringOf(from.src) ?? stringOf(from.url) ?? stringOf(file.url) ?? stringOf(asset.url);
  if (src === null) return '';
  const attribute = (name: string, value: Json | undefined) =>
    typeof value === 'string' || typeof value === 'number'
      ? ` ${name}="${escapeText(String(value)).replaceAll('"', '&quot;')}"`
      : '';
  const address = src.startsWith('//') ? `https:${src}` : src;
  const attributes = [
    attribute('src', address),
    attribute('alt', from.alt ?? from.altText ?? from.alt_text),
    attribute('width', from.width),
    attribute('height', from.height),
  ];
  const caption = stringOf(from.caption) ?? stringOf(from.description) ?? '';
  return `<figure><img${attributes.join('')}><figcaption>${caption}</figcaption></figure>`;
}
