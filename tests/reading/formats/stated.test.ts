import { expect, test } from 'vitest';
import { html } from '../../../src/reading/formats/html/html.ts';
import { json } from '../../../src/reading/formats/json/json.ts';
import { newsml } from '../../../src/reading/formats/newsml/newsml.ts';
import { ninjs } from '../../../src/reading/formats/ninjs/ninjs.ts';
import { nitf } from '../../../src/reading/formats/nitf/nitf.ts';
import { draftOf } from './readings.ts';

test('ninjs 3 states people, organisations, places and subjects with ids and coordinates', () => {
  const item = {
    uri: 'urn:a',
    standard: { name: 'ninjs', version: '3.1' },
    headlines: [{ value: 'A' }],
    bodies: [{ value: 'One.', contentType: 'text/plain' }],
    people: [{ name: 'Angela Merkel', uri: 'http://www.wikidata.org/entity/Q567' }],
    organisations: [{ name: 'NATO', uri: 'https://a.example/org/7' }],
    places: [
      {
        name: 'Berlin',
        uri: 'https://www.wikidata.org/wiki/Q64',
        geoJSON: { type: 'Feature', geometry: { type: 'Point', coordinates: [13.4, 52.5] } },
      },
    ],
    subjects: [{ name: 'war', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000071' }],
  };
  expect(draftOf(ninjs, JSON.stringify(item)).stated).toEqual([
    {
      type: 'person',
      name: 'Angela Merkel',
      ids: [],
      codes: { wikidata: 'Q567', mediatopic: null },
      geo: null,
    },
    {
      type: 'organization',
      name: 'NATO',
      ids: ['https://a.example/org/7'],
      codes: { wikidata: null, mediatopic: null },
      geo: null,
    },
    {
      type: 'place',
      name: 'Berlin',
      ids: [],
      codes: { wikidata: 'Q64', mediatopic: null },
      geo: { latitude: 52.5, longitude: 13.4 },
    },
    {
      type: 'topic',
      name: 'war',
      ids: [],
      codes: { wikidata: null, mediatopic: 'medtop:20000071' },
      geo: null,
    },
  ]);
});

test('ninjs 1 states an entity by scheme and code', () => {
  const item = {
    uri: 'urn:a',
    headline: 'A',
    body_text: 'One.',
    versioncreated: '2024-11-03T10:00:00Z',
    person: [{ name: 'Ann Lee', scheme: 'http://www.wikidata.org/entity/', code: 'Q5' }],
    subject: [{ name: 'war', scheme: 'http://cv.iptc.org/newscodes/mediatopic', code: '20000071' }],
  };
  expect(draftOf(ninjs, JSON.stringify(item)).stated).toMatchObject([
    { type: 'person', codes: { wikidata: 'Q5' } },
    { type: 'topic', codes: { mediatopic: 'medtop:20000071' } },
  ]);
});

test('NewsML-G2 states subjects by their concept nature', () => {
  const item = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
    <contentMeta><headline>A</headline>
      <subject type="cpnat:person" qcode="pers:7"><name>Ann Lee</name><sameAs uri="http://www.wikidata.org/entity/Q5"/></subject>
      <subject type="cpnat:organisation" qcode="org:8"><name>NATO</name></subject>
      <subject type="cpnat:geoArea" qcode="geo:9"><name>Berlin</name><geoAreaDetails><position latitude="52.5" longitude="13.4"/></geoAreaDetails></subject>
      <subject type="cpnat:abstract" qcode="medtop:20000071"><name>War</name></subject>
    </contentMeta><contentSet><inlineData contenttype="text/plain">One.</inlineData></contentSet></newsItem>`;
  const draft = draftOf(newsml, item);
  expect(draft.keywords).toEqual(['War']);
  expect(draft.stated).toMatchObject([
    { type: 'person', name: 'Ann Lee', ids: ['pers:7'], codes: { wikidata: 'Q5' } },
    { type: 'organization', name: 'NATO', ids: ['org:8'] },
    { type: 'place', name: 'Berlin', geo: { latitude: 52.5, longitude: 13.4 } },
    { type: 'topic', name: 'War', codes: { mediatopic: 'medtop:20000071' } },
  ]);
});

test('a Media Topic of NewsML-G2 that comes as a code alone has its name', () => {
  const item = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
    <contentMeta><headline>A</headline><subject type="cpnat:abstract" qcode="medtop:04000000"/><keyword>bridge</keyword>
    </contentMeta><contentSet><inlineData contenttype="text/plain">One.</inlineData></contentSet></newsItem>`;
  const draft = draftOf(newsml, item);
  expect(draft.keywords).toEqual(['economy, business and finance', 'bridge']);
  expect(draft.stated).toMatchObject([{ type: 'topic', codes: { mediatopic: 'medtop:04000000' } }]);
});

test('NITF states people, organizations and places in its identified content', () => {
  const item = `<nitf><head><title>A</title><docdata><doc-id id-string="a"/>
      <key-list><keyword key="bridge"/></key-list>
      <identified-content>
        <person value="7" idsrc="pers.example">Dana Whitlock</person><org>Harwick Council</org>
        <location><city>Harwick</city><country>Norland</country></location><location>Oxbridge</location>
      </identified-content></docdata></head>
    <body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><p>One.</p></body.content></body></nitf>`;
  const draft = draftOf(nitf, item);
  expect(draft.keywords).toEqual(['bridge']);
  expect(draft.stated?.map(({ type, name, ids }) => [type, name, ids])).toEqual([
    ['person', 'Dana Whitlock', ['pers.example:7']],
    ['organization', 'Harwick Council', []],
    ['place', 'Harwick', []],
    ['place', 'Oxbridge', []],
  ]);
});

test('JSON-LD states about and mentions, also by reference', () => {
  const data = {
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'Harbour opens',
        about: [{ '@id': '#p' }, { '@type': 'Thing', name: 'Harbours' }, 'Ports'],
        mentions: { '@type': 'GovernmentOrganization', name: 'Harbour Board' },
      },
      { '@id': '#p', '@type': 'Person', name: 'Ann Lee', sameAs: ['https://www.wikidata.org/wiki/Q5'] },
    ],
  };
  const page = `<html><head><title>Harbour opens</title><script type="application/ld+json">${JSON.stringify(data)}</script>
    </head><body><article><p>The new harbour of the city opened on Sunday after nine years of work.</p></article></body></html>`;
  expect(draftOf(html, page).stated).toMatchObject([
    { type: 'person', name: 'Ann Lee', codes: { wikidata: 'Q5' } },
    { type: 'organization', name: 'Harbour Board' },
  ]);
});

test('records state people, organisations and places, as texts and as objects', () => {
  const record = {
    title: 'A',
    body: 'One.',
    people: ['The Rt Hon Ann Lee', { name: 'Bo Ek', wikidata: 'Q6' }],
    organisations: [{ title: 'Ministry of Defence', id: '7' }],
    places: ['Berlin', 'usa', ''],
  };
  const draft = draftOf(json, JSON.stringify(record));
  expect(draft.stated?.map(({ type, name, codes }) => [type, name, codes.wikidata])).toEqual([
    ['person', 'The Rt Hon Ann Lee', null],
    ['person', 'Bo Ek', 'Q6'],
    ['organization', 'Ministry of Defence', null],
    ['place', 'Berlin', null],
  ]);
  expect(draft.warnings).toEqual([]);
});
