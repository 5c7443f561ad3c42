import { isRecord, type Json } from '../json/parse-json.ts';
import { textOfHtml } from './text-of-html.ts';

/** A node of a page's JSON-LD. */
export type LinkedNode = { [name: string]: Json };

const articleType =
  /(?:^|[/#:])(?:\w*(?:Article|Report(?:age)?\w*)|BlogPosting|LiveBlogPosting|Posting|OpinionNewsArticle)$/;

/** Nodes are looked for so deep and no deeper: a page is not trusted with the stack. */
const deepest = 6;

/**
 * The node that describes the page's article (schema.org NewsArticle and its kin), of all JSON-LD scripts of
 * the page: on its own, in an array, in `@graph` or as `mainEntity`. The one with most to say, if several.
 * Scripts that do not parse are mended where the mistake is a known one, else left out.
 */
export function articleNode(scripts: Iterable<string>): LinkedNode | undefined {
  let best: LinkedNode | undefined;
  for (const script of scripts) {
    const value = parseLoosely(script);
    for (const node of nodesOf(value, 0)) {
      if (!isArticle(node)) continue;
      if (!best || weight(node) > weight(best)) best = node;
    }
  }
  return best;
}

/** The text of a property: of a string, of the first of several, of a node's name. */
export function linkedText(value: Json | undefined): string | null {
  if (Array.isArray(value)) return value.map(linkedText).find((text) => text !== null) ?? null;
  if (isRecord(value)) return linkedText(value.name ?? value['@value'] ?? value.url);
  if (typeof value !== 'string') return null;
  return textOfHtml(value) || null;
}

/** All texts of a property that may have several values. */
export function linkedTexts(value: Json | undefined): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(linkedText).filter((text) => text !== null);
}

function isArticle(node: LinkedNode): boolean {
  return typesOf(node).some((type) => articleType.test(type));
}

function typesOf(node: LinkedNode): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function* nodesOf(value: Json | undefined, depth: number): Generator<LinkedNode> {
  if (depth > deepest) return;
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
  const mended = bare.replace(/[\r\n\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
  for (const text of [bare, mended]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading may parse; what none parses says nothing.
    }
  }
  return undefined;
}
