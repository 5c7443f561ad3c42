import { isRecord, type Json } from '../json/parse-json.ts';
import { textOfHtml } from './text-of-html.ts';

/** A node of a page's JSON-LD. */
export type LinkedNode = { [name: string]: Json };

const articleType =
  /(?:^|[/#:])(?:\w*(?:Article|Report(?:age)?\w*)|BlogPosting|LiveBlogPosting|DiscussionForumPosting|SocialMediaPosting|Posting|OpinionNewsArticle)$/;

/** What stands for the article where a page describes none, when it is dated. */
const pageType = /(?:^|[/#:])(?:(?:Web|Item|Collection)Page|CreativeWork|Recipe|Review)$/;

/** Maximum number of authors, subjects or images of a node that are read. */
const maxReferences = 200;

/** Maximum number of properties that a reference with properties of its own takes from its node. */
const maxProperties = 100;

/** Nodes are looked for so deep and no deeper: a page is not trusted with the stack. */
const maxDepth = 6;

/**
 * The node that describes the page's article (schema.org NewsArticle and its kin), of all JSON-LD scripts of
 * the page: on its own, in an array, in `@graph` or as `mainEntity`. The one with most to say, if several; what it
 * leaves unsaid of authors and dates is taken from the page's own node, and references by `@id` are followed.
 * Scripts that do not parse are mended where the mistake is a known one, else left out.
 *
 * `{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@id": "#a", "name": "Ann Lee"}]}` → the article,
 * with `author.name` `"Ann Lee"`
 */
export function articleNode(scripts: Iterable<string | LinkedNode>): LinkedNode | undefined {
  const nodes = linkedNodes(scripts);
  const article = fullest(nodes.filter((node) => hasType(node, articleType)));
  const page = fullest(
    nodes.filter((node) => hasType(node, pageType) && typeof node.datePublished === 'string'),
  );
  const node = article && page ? supplemented(article, page) : (article ?? page ?? onlyVideo(nodes));
  return node && withReferences(node, nodes);
}

/** Returns all nodes of some JSON-LD scripts. */
export function linkedNodes(scripts: Iterable<string | LinkedNode>): LinkedNode[] {
  return [...scripts].flatMap((script) => [
    ...nodesOf(typeof script === 'string' ? parseLoosely(script) : script, 0),
  ]);
}

/** Returns the video of a page that describes one and no article, with the properties of an article. */
function onlyVideo(nodes: LinkedNode[]): LinkedNode | undefined {
  const [video, another] = nodes.filter((node) => hasType(node, /(?:^|[/#:])VideoObject$/));
  if (!video || another || typeof video.uploadDate !== 'string') return undefined;
  return { ...video, headline: video.name ?? null, datePublished: video.uploadDate };
}

function fullest(nodes: LinkedNode[]): LinkedNode | undefined {
  return nodes.reduce<LinkedNode | undefined>(
    (best, node) => (best && weight(best) >= weight(node) ? best : node),
    undefined,
  );
}

function supplemented(article: LinkedNode, page: LinkedNode): LinkedNode {
  const missing = ['author', 'datePublished', 'dateModified', 'inLanguage'].filter(
    (name) => article[name] === undefined && page[name] !== undefined,
  );
  return { ...article, ...Object.fromEntries(missing.map((name) => [name, page[name] ?? null])) };
}

/** The node with the nodes that its properties name by `@id` in their place. */
function withReferences(node: LinkedNode, nodes: LinkedNode[]): LinkedNode {
  const known = new Map<string, LinkedNode>();
  for (const each of nodes) {
    const id = each['@id'];
    // A reference says nothing but its own address.
    if (typeof id !== 'string' || Object.keys(each).length <= 1) continue;
    // Copying what is known of a node for each of its parts would take the square of their number.
    known.set(id, Object.assign(known.get(id) ?? {}, each));
  }
  const briefs = new Map<LinkedNode, LinkedNode>();
  const brief = (node: LinkedNode | undefined): LinkedNode => {
    if (!node) return {};
    const first = briefs.get(node) ?? Object.fromEntries(Object.entries(node).slice(0, maxProperties));
    briefs.set(node, first);
    return first;
  };
  const follow = (value: Json): Json => {
    if (Array.isArray(value)) return value.slice(0, maxReferences).map(follow);
    if (!isRecord(value) || typeof value['@id'] !== 'string') return value;
    const node = known.get(value['@id']);
    // Copying a large node for each reference to it would take the square of the size of the page.
    return node && Object.keys(value).length === 1 ? node : { ...brief(node), ...value };
  };
  const referring = [
    'author',
    'creator',
    'publisher',
    'copyrightHolder',
    'image',
    'about',
    'mentions',
  ].filter((name) => node[name] !== undefined);
  return { ...node, ...Object.fromEntries(referring.map((name) => [name, follow(node[name] ?? null)])) };
}

/** The text of a property: of a string, of the first of several, of a node's name. */
export function linkedText(value: Json | undefined): string | null {
  if (Array.isArray(value)) return value.map(linkedText).find((text) => text !== null) ?? null;
  if (isRecord(value)) return linkedText(value.name ?? value['@value'] ?? value.url);
  if (typeof value !== 'string') return null;
  return textOfHtml(value) || null;
}

/** Returns the text of an article that its node has: `articleBody`, or those of the updates of a live blog, newest first. */
export function linkedBody(node: LinkedNode): string | null {
  if (typeof node.articleBody === 'string') return node.articleBody;
  const updates = Array.isArray(node.liveBlogUpdate) ? node.liveBlogUpdate.filter(isRecord) : [];
  const texts = updates.flatMap(({ headline, articleBody }) => {
    if (typeof articleBody !== 'string') return [];
    return [
      typeof headline === 'string' ? `<h2>${headline}</h2>` : '',
      `<p>${articleBody.replace(/\n+/g, '</p><p>')}</p>`,
    ];
  });
  return texts.length > 0 ? texts.join('') : null;
}

/** All texts of a property that may have several values. */
export function linkedTexts(value: Json | undefined): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(linkedText).filter((text) => text !== null);
}

function hasType(node: LinkedNode, type: RegExp): boolean {
  return typesOf(node).some((name) => type.test(name));
}

function typesOf(node: LinkedNode): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function* nodesOf(value: Json | undefined, depth: number): Generator<LinkedNode> {
  if (depth > maxDepth) return;
  if (Array.isArray(value)) for (const entry of value) yield* nodesOf(entry, depth + 1);
  if (!isRecord(value)) return;
  yield value;
  yield* nodesOf(value['@graph'], depth + 1);
  yield* nodesOf(value.mainEntity, depth + 1);
  yield* nodesOf(value.mainEntityOfPage, depth + 1);
}

function weight(node: LinkedNode): number {
  const said = ['headline', 'datePublished', 'author', 'articleBody', 'description', 'keywords', 'image'];
  return said.filter((name) => node[name] !== undefined).length;
}

function parseLoosely(script: string): Json | undefined {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  // Raw line breaks in strings and commas before a closing bracket are what publishers get wrong most.
  const repaired = bare.replace(/[\r\n\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
  for (const text of [bare, repaired]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading may parse; what none parses says nothing.
    }
  }
  return undefined;
}
