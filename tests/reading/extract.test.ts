import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AuthorityEntry } from '../../src/model/authority.ts';
import { createExtractor } from '../../src/reading/extract.ts';
import { sourceDocument } from './mentions/source-document.ts';

const authority = ['people', 'organizations', 'places', 'topics'].flatMap((name) =>
  z
    .array(AuthorityEntry)
    .parse(JSON.parse(readFileSync(new URL(`../../seeds/${name}.json`, import.meta.url), 'utf8'))),
);

describe('extraction from the source document', () => {
  const draft = sourceDocument();
  const { mentions, quotes, inferredTopics, discovered } = createExtractor(authority)(draft);

  it('names the four people and nobody else', () => {
    const people = mentions.filter(({ tag }) => tag.startsWith('person/')).map(({ tag }) => tag);
    expect([...new Set(people)].toSorted()).toEqual([
      'person/cho-tae-yul',
      'person/gen-nakatani',
      'person/josep-borrell',
      'person/kim-yong-hyun',
    ]);
    expect(discovered).toEqual([]);
  });

  it('gives Borrell all four quotes', () => {
    expect(quotes.map(({ speaker }) => speaker?.tag)).toEqual(Array(4).fill('person/josep-borrell'));
  });

  it('finds topics, named or inferred', () => {
    const topics = [...mentions.map(({ tag }) => tag), ...inferredTopics.map(({ tag }) => tag)];
    expect(topics.some((tag) => tag.startsWith('topic/'))).toBe(true);
  });

  it('knows the agencies by the part they have: Yonhap in byline and credit, AFP in the credit of the picture', () => {
    const agencies = mentions.filter(({ field }) => field === 'byline' || field === 'credit');
    expect(agencies.map(({ tag, field, image, exact }) => ({ tag, field, image, exact }))).toEqual([
      { tag: 'organization/yonhap-news-agency', field: 'byline', image: null, exact: 'Yonhap' },
      { tag: 'organization/yonhap-news-agency', field: 'credit', image: null, exact: 'Yonhap' },
      { tag: 'organization/agence-france-presse', field: 'credit', image: 0, exact: 'AFP' },
    ]);
  });

  it('puts all mentions in reading order, headline first and credits last', () => {
    const places = mentions.map(({ field, start }) => ({ field, start }));
    const order = ['headline', 'standfirst', 'body', 'caption', 'byline', 'credit'];
    expect(places).toEqual(
      places.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field) || a.start - b.start),
    );
  });

  it('gives spans that slice to what they say', () => {
    const image = draft.images[0];
    const texts = {
      headline: draft.headline,
      standfirst: draft.standfirst,
      body: draft.body.text,
      caption: image?.caption,
      byline: draft.byline,
    };
    for (const { field, image: index, start, end, exact } of mentions) {
      const credit = index === null ? draft.credit : image?.credit;
      expect((field === 'credit' ? credit : texts[field])?.slice(start, end)).toBe(exact);
    }
    for (const { start, end, exact } of quotes) expect(draft.body.text.slice(start, end)).toBe(exact);
  });
});
