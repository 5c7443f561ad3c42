import type { Heading, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { type Article, statedFieldsOf } from '../model/article.ts';
import { pageOf, webAddress } from './addresses.ts';
import { type BlockGroup, groupBlocks, type Item } from './block-groups.ts';
import { altOf, captionLine, creditLine, labelsOf, sectionsOf } from './credits.ts';
import type { KnownTags, ListWriter, Selection, Site } from './published.ts';
import { summaryOf } from './summary.ts';

/** Formats an article as Markdown (CommonMark) with YAML front matter. `dateline import` can read it. */
export function markdown(article: Article, site: Site): string {
  const { headline, standfirst, byline, source, publishedAt, updatedAt, language, url } = article;
  const sections = sectionsOf(article);
  // Pictures without an address cannot be embedded, so their captions go to the front matter.
  const unseen = article.images
    .filter((image) => webAddress(image.url) === null && image.caption !== null)
    .map(({ caption, credit }) => ({ caption, ...(credit && { credit }) }));
  const about = {
    title: headline,
    ...(standfirst && { description: standfirst }),
    ...(publishedAt && { date: publishedAt }),
    ...(updatedAt && { updated: updatedAt }),
    ...(byline && { author: byline }),
    ...(source && { source: source.name }),
    ...(language !== 'und' && { language }),
    ...(url && { url }),
    page: pageOf(article, site),
    tags: labelsOf(article),
    ...(article.keywords.length > 0 && { keywords: article.keywords }),
    ...(sections.length > 0 && { sections }),
    ...statedBy(article),
    ...(unseen.length > 0 && { images: unseen }),
  };
  const root: Root = {
    type: 'root',
    children: [heading(1, [text(headline)]), ...pictures(article), ...bodyOf(article, 0)],
  };
  return `---\n${stringify(about, { lineWidth: 0 })}---\n\n${write(root)}`;
}

/** Returns the optional fields by the names of the columns in CSV. */
function statedBy(article: Article): object {
  const { rights, ...others } = statedFieldsOf(article);
  const { holder, notice, usageTerms } = rights ?? {};
  return {
    ...(holder && { copyrightHolder: holder }),
    ...(notice && { copyrightNotice: notice }),
    ...(usageTerms && { usageTerms }),
    ...others,
  };
}

/** Creates a writer of Markdown: linked headlines, each with its standfirst or, if requested, its text. */
export function markdownList(site: Site, _known: KnownTags, { withBody }: Selection): ListWriter {
  const part = (children: RootContent[]) => ({ text: write({ type: 'root', children }) });
  return {
    item(article) {
      const summary = summaryOf(article);
      return part([
        heading(2, [linkTo(pageOf(article, site), article.headline)]),
        paragraph([
          text([article.publishedAt ?? 'undated', creditLine(article)].filter(Boolean).join(' · ')),
        ]),
        ...(withBody ? bodyOf(article, 1) : summary ? [paragraph([text(summary)])] : []),
      ]);
    },
    list: (items, { title, links }) =>
      [
        part([heading(1, [text(title)])]),
        ...items,
        ...(links.next === null ? [] : [part([paragraph([linkTo(links.next, 'Next page')])])]),
      ]
        .map(({ text }) => text)
        .join('\n'),
  };
}

/** Converts the blocks of a body; headings are moved down by `deeper` levels. */
function bodyOf({ body }: Article, deeper: number): RootContent[] {
  return groupBlocks(body).map((group) => blockOf(group, deeper));
}

function blockOf(group: BlockGroup, deeper: number): RootContent {
  switch (group.kind) {
    case 'list':
      return listOf(group.items);
    case 'heading':
      return heading(group.level + deeper, lines(group.text));
    case 'block-quote':
      return { type: 'blockquote', children: group.paragraphs.map((text) => paragraph(lines(text))) };
    case 'paragraph':
      return paragraph(lines(group.text));
  }
}

function listOf(items: Item[]): List {
  return { type: 'list', ordered: false, spread: false, children: items.map(listItem) };
}

function listItem({ text, items }: Item): ListItem {
  const below = items.length > 0 ? [listOf(items)] : [];
  return { type: 'listItem', spread: false, children: [paragraph(lines(text)), ...below] };
}

/** Converts line breaks to Markdown breaks. */
function lines(written: string): PhrasingContent[] {
  return written
    .split('\n')
    .flatMap((line, index): PhrasingContent[] =>
      index === 0 ? [text(line)] : [{ type: 'break' }, text(line)],
    );
}

function pictures({ images }: Article): RootContent[] {
  return images.flatMap((image) => {
    const url = webAddress(image.url);
    if (url === null) return [];
    const title = captionLine(image);
    return paragraph([{ type: 'image', url, alt: altOf(image), ...(title && { title }) }]);
  });
}

function write(root: Root): string {
  return toMarkdown(root, { bullet: '-', rule: '-' });
}

function heading(depth: number, children: PhrasingContent[]): Heading {
  const depths = [1, 2, 3, 4, 5, 6] as const;
  return { type: 'heading', depth: depths[Math.min(6, depth) - 1] ?? 6, children };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function linkTo(url: string, label: string): PhrasingContent {
  return { type: 'link', url, children: [text(label)] };
}
