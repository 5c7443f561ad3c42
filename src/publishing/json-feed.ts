import { generateJsonFeed } from 'feedsmith';
import { type Article, statedFieldsOf } from '../model/article.ts';
import { pageOf, uriOf, webAddress } from './addresses.ts';
import { bodyHtml } from './body-html.ts';
import { authorsOf, labelsOf } from './credits.ts';
import { withItems } from './json-list.ts';
import type { ListWriter, Site } from './published.ts';
import { commonLanguage, modifiedAt } from './times.ts';

/**
 * Creates a writer of JSON Feed 1.1 (jsonfeed.org/version/1.1), with the text as HTML and `next_url` for the next page.
 */
export function jsonFeed(site: Site): ListWriter<{ text: string; language: string }> {
  return {
    item(article) {
      const { items: [item] = [] } = generated({ title: '', items: [itemOf(article, site)] });
      const stated = statedFieldsOf(article);
      // Names of extensions begin with an underscore.
      const extension = Object.keys(stated).length > 0 && { _dateline: stated };
      return { text: JSON.stringify({ ...item, ...extension }), language: article.language };
    },
    list(items, { title, links, hub }) {
      const language = commonLanguage(items);
      const feed = {
        title: `${site.name}: ${title}`,
        home_page_url: links.html,
        feed_url: links.self,
        ...(links.next !== null && { next_url: links.next }),
        ...(language && { language }),
        ...(hub !== null && { hubs: [{ type: 'WebSub', url: hub }] }),
        items: [],
      };
      return withItems({ ...generated(feed), items: [] }, items);
    },
  };
}

/** Returns a feed as the library writes it, without empty values. */
function generated(feed: Parameters<typeof generateJsonFeed>[0]): { items?: object[] } {
  return Object.assign({}, generateJsonFeed(feed));
}

function itemOf(article: Article, site: Site) {
  const { headline, standfirst, images, language, publishedAt } = article;
  const modified = modifiedAt(article);
  const source = webAddress(article.url);
  const image = images.map(({ url }) => webAddress(url)).find((url) => url !== null);
  const authors = authorsOf(article).map(({ name }) => ({ name }));
  const tags = labelsOf(article);
  return {
    id: uriOf(article, site),
    url: pageOf(article, site),
    ...(source !== null && { external_url: source }),
    title: headline,
    content_html: bodyHtml(article),
    ...(standfirst && { summary: standfirst }),
    ...(image && { image }),
    ...(publishedAt !== null && { date_published: new Date(publishedAt) }),
    ...(modified !== null && { date_modified: new Date(modified) }),
    ...(authors.length > 0 && { authors }),
    ...(tags.length > 0 && { tags }),
    ...(language !== 'und' && { language }),
  };
}
