import { createHash } from 'node:crypto';
import type { AuthorityEntry } from '../../src/model/authority.ts';
import type { ReadArticle } from '../../src/model/draft.ts';
import { instantOf } from '../../src/model/instant.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Quote } from '../../src/model/quote.ts';
import type { Cast } from './cast.ts';
import type { RealText } from './real-texts.ts';
import { zipf } from './zipf.ts';

const verbs = ['said', 'told reporters', 'wrote', 'argued', 'warned', 'explained'];
const roles = [null, 'Minister', 'spokeswoman', 'chief executive', 'analyst', 'Mayor', 'Professor'];
const languages = ['en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'de', 'fr', 'es', 'ko'];

/** A text that grows and the mentions and quotes in it, their offsets right by construction. */
function writer() {
  let text = '';
  const blocks: ReadArticle['body']['blocks'] = [];
  const mentions: Mention[] = [];
  const quotes: Quote[] = [];
  let start = 0;
  const named = new Set<string>();
  const name = (tag: AuthorityEntry, role: string | null): { start: number; end: number; exact: string } => {
    // In full at first, then by the surname.
    const known = named.has(tag.id);
    named.add(tag.id);
    const exact = known && tag.type === 'person' ? tag.name.slice(tag.name.lastIndexOf(' ') + 1) : tag.name;
    const at = text.length;
    text += exact;
    const span = { start: at, end: text.length, exact };
    const found = { role: known ? null : role, method: 'invented', confidence: 0.99 };
    mentions.push({ tag: tag.id, name: tag.name, field: 'body', image: null, ...span, ...found });
    return span;
  };
  return {
    mentions,
    quotes,
    length: () => text.length,
    write(words: string) {
      text += words;
    },
    name,
    quote(words: string, speaker: AuthorityEntry, verb: string) {
      text += ' “';
      const at = text.length;
      text += words;
      const span = { start: at, end: text.length, exact: words };
      text += `,” `;
      const by = name(speaker, null);
      text += ` ${verb}.`;
      quotes.push({
        ...span,
        segments: [span],
        speaker: { tag: speaker.id, name: speaker.name, ...by },
        verb,
        complete: true,
        paragraph: blocks.length,
        method: 'invented',
        confidence: 0.9,
      });
    },
    endParagraph() {
      blocks.push({ kind: 'paragraph', level: null, start, end: text.length });
      text += '\n\n';
      start = text.length;
    },
    body: () => ({ text: text.trimEnd(), blocks }),
  };
}

/**
 * The article number `index` of an archive: paragraphs of real documents, its people, places, organizations and
 * topics written into them. What it is about is skewed: a few topics fill most of the archive, and each topic
 * has its own people and its own documents.
 */
export function inventArticle(
  index: number,
  publishedAt: number,
  cast: Cast,
  texts: RealText[],
  random: () => number,
): ReadArticle {
  const some = <T>(list: readonly T[], rank: number): T => {
    const one = list[rank % list.length];
    if (one === undefined) throw new RangeError('nothing to choose from');
    return one;
  };
  const any = <T>(list: readonly T[]): T => some(list, Math.floor(random() * list.length));
  const beat = zipf(cast.topics.length, random);
  // Two of three times someone of the beat, else anyone.
  const ofBeat = <T>(list: readonly T[]): T =>
    some(list, zipf(list.length, random) + (random() < 0.67 ? beat * 17 : 0));
  const few = <T>(list: readonly T[], least: number, most: number): T[] => [
    ...new Set(Array.from({ length: least + zipf(most - least + 1, random) }, () => ofBeat(list))),
  ];
  const textOf = (): RealText => some(texts, beat * 131 + zipf(texts.length, random));

  const people = few(cast.people, 1, 6);
  const places = few(cast.places, 1, 4);
  const organizations = few(cast.organizations, 0, 4);
  const main = textOf();
  const paper = writer();
  // Log-normal, median 1,500 characters.
  const length = 1_500 * Math.exp(0.6 * (random() + random() + random() + random() - 2) * Math.sqrt(3));
  const paragraphs = main.paragraphs.values();
  while (paper.length() < length) {
    const next = paragraphs.next();
    paper.write(next.done ? any(textOf().paragraphs) : next.value);
    const person = any(people);
    const kind = random();
    if (kind < 0.4) {
      paper.write(' ');
      paper.name(person, any(roles));
      paper.write(` ${any(verbs)} in `);
      paper.name(any(places), null);
      paper.write(` that ${1 + Math.floor(10_000 * random() ** 3)} were counted.`);
    } else if (kind < 0.6 && organizations.length > 0) {
      paper.write(' For the ');
      paper.name(any(organizations), null);
      paper.write(', ');
      paper.name(person, any(roles));
      paper.write(` ${any(verbs)} so.`);
    } else if (kind < 0.75) {
      const words = any(main.paragraphs).split(/(?<=[a-z]{3})[.;] /)[0] ?? '';
      paper.quote(words.slice(0, 280).replace(/[“”"]/g, ''), person, any(verbs));
    }
    paper.endParagraph();
  }
  const topics = [some(cast.topics, beat), ...few(cast.topics, 0, 3)];
  const body = paper.body();
  const mentioned = new Set(paper.mentions.map(({ tag }) => tag));
  const discovered = [...people, ...places, ...organizations, ...topics];
  return {
    sourceKey: `invented#${index}`,
    origin: { path: 'invented', line: index + 1, format: 'ndjson' },
    url: `https://news.example/${index}`,
    source: some(cast.sources, zipf(cast.sources.length, random)),
    headline: `${main.headline} ${random() < 0.5 ? `in ${any(places).name}` : `for ${any(people).name}`}`,
    standfirst: random() < 0.4 ? (main.standfirst ?? main.paragraphs[0]?.slice(0, 180) ?? null) : null,
    byline: any(people).name,
    authors: [{ name: any(people).name, kind: 'person', role: null, email: null }],
    dateline: null,
    credit: null,
    language: any(languages),
    publishedAt: instantOf(publishedAt),
    publication: { text: null, timeZone: 'UTC', precision: 'second', basis: 'printed' },
    updatedAt: null,
    crawledAt: null,
    images:
      random() < 0.3
        ? [
            {
              url: `https://news.example/${index}.jpg`,
              caption: `${any(people).name} in ${any(places).name}.`,
              credit: 'AFP',
            },
          ]
        : [],
    keywords: topics.map(({ name }) => name),
    sections: [],
    body,
    summaryOnly: false,
    warnings: [],
    mentions: paper.mentions,
    quotes: paper.quotes,
    inferredTopics: [...new Set(topics)].map(({ id, name }) => ({
      tag: id,
      name,
      method: 'keyword',
      confidence: 0.8,
    })),
    discovered: discovered.filter(({ id, type }) => type === 'topic' || mentioned.has(id)),
    wordCount: body.text.split(/\s+/).length,
    contentHash: createHash('sha256').update(`${index} ${body.text}`).digest('hex'),
  };
}
