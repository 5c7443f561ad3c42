import { readDate } from '../../fields/read-date.ts';

/** What a line of the form `key: value` says about the article below it. */
export interface Metadata {
  key:
    | 'crawled'
    | 'published'
    | 'updated'
    | 'headline'
    | 'standfirst'
    | 'byline'
    | 'url'
    | 'language'
    | 'keywords'
    | 'section'
    | 'credit'
    | 'dropped';
  value: string;
}

const keys: Record<string, Metadata['key']> = {
  title: 'headline',
  headline: 'headline',
  subject: 'headline',
  subtitle: 'standfirst',
  standfirst: 'standfirst',
  subheadline: 'standfirst',
  description: 'standfirst',
  abstract: 'standfirst',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  from: 'byline',
  date: 'published',
  'publication date': 'published',
  updated: 'updated',
  modified: 'updated',
  crawled: 'crawled',
  fetched: 'crawled',
  retrieved: 'crawled',
  accessed: 'crawled',
  archived: 'crawled',
  url: 'url',
  link: 'url',
  'source url': 'url',
  language: 'language',
  lang: 'language',
  section: 'section',
  category: 'keywords',
  categories: 'keywords',
  tags: 'keywords',
  keywords: 'keywords',
  topics: 'keywords',
  source: 'credit',
  id: 'dropped',
  slug: 'dropped',
  guid: 'dropped',
  words: 'dropped',
  'word count': 'dropped',
};

const dated = new Set<Metadata['key']>(['crawled', 'published', 'updated']);

const pair = /^(?<key>\p{L}+(?: \p{L}+)?)\s?[:=：]\s*(?<value>.*)$/u;
const crawl = /^(?:crawl |fetch )?date\s+(?<date>\S+(?:T\S+)?)(?<rest>(?:\s+[\p{L}&>»/|]+){0,6})$/iu;

/**
 * A line that says something about the article rather than being part of it: `key: value`, or the bare
 * `date 2024-11-03 …` that crawlers write above a page, with what follows it (the page's navigation) left out.
 */
// "Title: The EU …" → { key: "headline", value: "The EU …" }
// "date 2024-11-03 Home" → { key: "crawled", value: "2024-11-03" }
export function readMetadata(line: string): Metadata | undefined {
  const fetched = crawl.exec(line)?.groups?.date;
  if (fetched !== undefined && readDate(fetched, { timeZone: 'UTC' })?.start === 0)
    return { key: 'crawled', value: fetched };
  const { key: name = '', value = '' } = pair.exec(line)?.groups ?? {};
  const key = Object.hasOwn(keys, name.toLowerCase()) ? keys[name.toLowerCase()] : undefined;
  if (!key || (dated.has(key) && !readDate(value, { timeZone: 'UTC', order: 'day-first', farAhead: true })))
    return undefined;
  return { key, value: value.trim() };
}

const slugLine = /^[A-Z]{2}-\S{3,40}(?:,\s?\d{1,4})?$/;
const sectionCrumbs =
  /^(?:home|news|start|accueil|inicio)?(?:\s*(?:>|»|›|→|::)\s*[\p{L}&'. -]{2,30}){1,5}$|^[\p{L}& ]{2,30}(?:\s*(?:>|»|›|→|::)\s*[\p{L}&'. -]{2,30}){1,5}$/iu;

/** The slug of a wire take: `BC-ROGERS-SEES-1ST, 0123`. */
export function isSlugLine(line: string): boolean {
  return slugLine.test(line);
}

/** The sections that a line of navigation names, the way home left out; undefined for other lines. */
// "Home > World > Asia" → ["World", "Asia"]
export function readCrumbs(line: string): string[] | undefined {
  if (/^(?:home|menu|search|sections)$/i.test(line)) return [];
  if (line.length > 120 || !sectionCrumbs.test(line)) return undefined;
  return line
    .split(/\s*(?:>|»|›|→|::)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:home|start|accueil|inicio|you are here)$/i.test(part));
}
