import { html } from 'htm/preact';
import type { Article } from '../../clients/typescript/src/client.ts';
import { shortDay, undated } from '../dates.ts';
import { sourceHref } from '../href.ts';
import type { View } from '../page.ts';
import { pluralize } from '../pluralize.ts';

const bases: Record<string, string> = {
  printed: 'printed on the article',
  dateline: 'read from the dateline',
  address: 'read from the address',
  path: 'read from the name of the file',
  crawled: 'the day it was fetched, as no date is printed',
  editor: 'set by an editor',
  imported: 'the day it was imported, as no date is printed',
};

/** Renders the source of an article, its date as printed, and the assumptions made. */
export function provenance(article: Article): View {
  const { source, url, credit, publication, updatedAt, crawledAt, revision, warnings, wordCount } = article;
  const { rights, location, editorsNote } = article;
  const notice = rights?.notice ?? (rights?.holder && `© ${rights.holder}`);
  const printed = (text: string | null | undefined) => text && html`<span dir="auto">${text}</span>`;
  const web = url && URL.canParse(url) && /^https?:/.test(url) ? new URL(url) : undefined;
  const rows: [string, View][] = [
    ['Source', source && html`<a href=${sourceHref(source.slug)} dir="auto">${source.name}</a>`],
    ['Original', web && html`<a href=${web.href} rel="noreferrer external">${web.hostname}</a>`],
    ['Credit', printed(credit)],
    ['Rights', printed(notice)],
    ['Terms', printed(rights?.usageTerms)],
    ['Place', printed(location)],
    ['Note to editors', printed(editorsNote)],
    [
      'Date',
      publication === null
        ? undated
        : publication.text
          ? html`<span dir="auto">${publication.text}</span>, ${bases[publication.basis] ?? publication.basis}`
          : (bases[publication.basis] ?? publication.basis),
    ],
    ['Updated', updatedAt && shortDay(updatedAt)],
    ['Fetched', crawledAt && shortDay(crawledAt)],
    ['Revision', revision > 1 && revision],
    ['Length', pluralize(wordCount, 'word')],
  ];
  return html`<section>
    <h2 class="rubric">Where it is from</h2>
    <dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${warnings.map(({ message }) => html`<p class="note">${message}</p>`)}
  </section>`;
}
