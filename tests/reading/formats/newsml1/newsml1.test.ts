import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { newsml1 } from '../../../../src/reading/formats/newsml1/newsml1.ts';
import { blocksOf, draftOf, draftsOf, readAll, reasonsOf } from '../readings.ts';

interface Parts {
  id?: string;
  revision?: string;
  management?: string;
  components?: string;
}

const text = (content: string) =>
  `<ContentItem><MediaType FormalName="Text"/><DataContent>${content}</DataContent></ContentItem>`;
const lines = (inside: string) => `<NewsLines>${inside}</NewsLines>`;
const article = `<NewsComponent>${lines('<HeadLine>Yard closes</HeadLine>')}${text('<p>One.</p>')}</NewsComponent>`;

function item({
  id = 'urn:newsml:w.example:20241126:TX-1:2N',
  revision = '2',
  management = '',
  components = article,
}: Parts) {
  return `<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>w.example</ProviderId><DateId>20241126</DateId>
    <NewsItemId>TX-1</NewsItemId><RevisionId PreviousRevision="1" Update="N">${revision}</RevisionId><PublicIdentifier>${id}</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><FirstCreated>20241126T134951+0000</FirstCreated><ThisRevisionCreated>20241126T150000+0000</ThisRevisionCreated>
    <Status FormalName="Usable"/>${management}</NewsManagement>${components}</NewsItem>`;
}

const file = (...items: string[]) =>
  `<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope/>${items.join('')}</NewsML>`;

test('lines, metadata and rights of a component have their fields', () => {
  const components = `<NewsComponent>${lines(`<HeadLine>Yard closes</HeadLine><ByLine>By Ida Solberg</ByLine><DateLine>KALVIK, Nov 26, 2024 (AFP) -</DateLine>
      <CreditLine>Wire</CreditLine><SlugLine>yard</SlugLine><CopyrightLine>(c) Wire</CopyrightLine><KeywordLine>ports; ships</KeywordLine>
      <NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>UPDATES throughout</NewsLineText></NewsLine>`)}
    <RightsMetadata><UsageRights><UsageType>NO ARCHIVAL USE</UsageType></UsageRights></RightsMetadata>
    <DescriptiveMetadata><Language FormalName="en"/><SubjectCode><SubjectMatter FormalName="04000000"/></SubjectCode>
      <Location><Property FormalName="City" Value="Norvik"/><Property FormalName="Country" Value="NOR"/></Location>
      <Property FormalName="Keyword" Value="yard"/></DescriptiveMetadata>
    ${text('<nitf><body><body.content><p>One.</p><p>ab/de</p></body.content></body></nitf>')}</NewsComponent>`;
  const draft = draftOf(newsml1, file(item({ components, management: '<Urgency FormalName="4"/>' })));
  expect(draft).toMatchObject({
    ...{
      sourceKey: 'urn:newsml:w.example:20241126:TX-1',
      version: 2,
      headline: 'Yard closes',
      byline: 'Ida Solberg',
    },
    ...{ publishedAt: '2024-11-26T13:49:51Z', updatedAt: '2024-11-26T15:00:00Z', language: 'en' },
    ...{ dateline: { place: 'KALVIK', agency: 'AFP' }, credit: 'Wire', slugline: 'yard', urgency: 4 },
    ...{ location: 'Norvik', editorsNote: 'UPDATES throughout' },
    rights: { holder: null, notice: '(c) Wire', usageTerms: 'NO ARCHIVAL USE' },
    keywords: ['ports', 'ships', 'yard', 'economy, business and finance'],
    body: { text: 'One.' },
  });
});

describe('the key', () => {
  test.each([
    ['urn:newsml:w.example:20241126:TX-1:2', '2', 'urn:newsml:w.example:20241126:TX-1'],
    ['urn:newsml:w.example:20241126:TX-1:2U', '2', 'urn:newsml:w.example:20241126:TX-1'],
    ['urn:newsml:w.example:20241126:1234', '2', 'urn:newsml:w.example:20241126:1234'],
    ['urn:newsml:www.w.example', '2', 'urn:newsml:w.example:20241126:TX-1'],
    ['', '2', 'urn:newsml:w.example:20241126:TX-1'],
  ])('of %s, revision %s, is %s', (id, revision, key) => {
    expect(draftOf(newsml1, file(item({ id, revision }))).sourceKey).toBe(key);
  });
});

describe('content', () => {
  test.each([
    ['<html><head><title>A</title></head><body><p>One.</p><p>Two.</p></body></html>'],
    ['<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>'],
    ['<![CDATA[<p>One.</p><p>Two.</p>]]>'],
    ['&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;'],
    ['One.\n\nTwo.'],
  ])('%s', (content) => {
    const components = `<NewsComponent>${lines('<HeadLine>Yard closes</HeadLine>')}${text(content)}</NewsComponent>`;
    expect(blocksOf(draftOf(newsml1, file(item({ components }))))).toEqual([
      'paragraph: One.',
      'paragraph: Two.',
    ]);
  });

  test('components for title, lead and body are parts of one article', () => {
    const part = (role: string, content: string) =>
      `<NewsComponent><Role FormalName="${role}"/>${text(content)}</NewsComponent>`;
    const components = `<NewsComponent><NewsComponent>${part('Title', 'Yard closes')}${part('Lead', 'In short.')}${part('Body', 'One.')}${part('Contact', 'Call us.')}</NewsComponent></NewsComponent>`;
    expect(draftOf(newsml1, file(item({ components })))).toMatchObject({
      ...{ headline: 'Yard closes', standfirst: 'In short.', body: { text: 'One.' } },
    });
  });

  test('a translation with a headline of its own is another article', () => {
    const version = (language: string, headline: string) =>
      `<NewsComponent xml:lang="${language}">${lines(`<HeadLine>${headline}</HeadLine>`)}${text(`${headline}.`)}</NewsComponent>`;
    const components = `<NewsComponent>${version('nl', 'Werf dicht')}${version('fr', 'Chantier fermé')}</NewsComponent>`;
    expect(
      draftsOf(newsml1, file(item({ components }))).map(({ sourceKey, language }) => [sourceKey, language]),
    ).toEqual([
      ['urn:newsml:w.example:20241126:TX-1', 'nl'],
      ['urn:newsml:w.example:20241126:TX-1#fr', 'fr'],
    ]);
  });

  test('equivalents are read once', () => {
    const components = `<NewsComponent EquivalentsList="yes">${lines('<HeadLine>Yard closes</HeadLine>')}
      <ContentItem><Format FormalName="Text"/><DataContent>Plain.</DataContent></ContentItem>
      <ContentItem><Format FormalName="XHTML"/><DataContent><p>One.</p></DataContent></ContentItem></NewsComponent>`;
    expect(draftOf(newsml1, file(item({ components }))).body.text).toBe('One.');
  });
});

describe('pictures', () => {
  const photo = `<NewsComponent><Role FormalName="Photo"/>${lines('<CreditLine>Ola Karlsen</CreditLine>')}
    <NewsComponent><Role FormalName="Caption"/>${text('The yard.')}</NewsComponent>
    <NewsComponent EquivalentsList="yes">${[200, 2000]
      .map(
        (width) =>
          `<ContentItem Href="https://p.example/${width}.jpg"><MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="PixelWidth" Value="${width}"/></Characteristics></ContentItem>`,
      )
      .join('')}</NewsComponent></NewsComponent>`;
  const image = {
    url: 'https://p.example/2000.jpg',
    width: 2000,
    type: 'image/jpeg',
    caption: 'The yard.',
    credit: 'Ola Karlsen',
  };

  test('a component with a photo, its caption and its renditions is one image', () => {
    const components = article.replace(/<\/NewsComponent>$/, `${photo}</NewsComponent>`);
    expect(draftOf(newsml1, file(item({ components }))).images).toEqual([image]);
  });

  test('items of pictures belong to the only article of a file, and are refused alone', () => {
    const picture = item({ id: 'urn:newsml:w.example:20241126:PX-1:1', components: photo });
    expect(draftOf(newsml1, file(item({}), picture)).images).toEqual([image]);
    expect(reasonsOf(newsml1, file(picture))).toEqual([
      'a NewsML 1 item of pictures or recordings without a text; import it together with the text item',
    ]);
  });
});

test('what has no text is refused by what it is', () => {
  const only = (components: string) => reasonsOf(newsml1, file(item({ components })))[0];
  expect(only('<NewsComponent><NewsItemRef NewsItem="urn:a"/></NewsComponent>')).toMatch(
    /^a NewsML 1 package/,
  );
  expect(only('<NewsComponent><ContentItem Href="https://w.example/1.xml"/></NewsComponent>')).toMatch(
    /not in the file/,
  );
  expect(only('<TopicSet Duid="a"/>')).toMatch(/^a NewsML 1 topic set/);
  expect(reasonsOf(newsml1, '<NewsML><TopicSet/></NewsML>')[0]).toMatch(/^a NewsML 1 topic set/);
  const management = '<StatusWillChange/>';
  const kill = item({ management, components: '' }).replace('"Usable"', '"Canceled"');
  expect(readAll(newsml1, file(kill))).toMatchObject([
    { kind: 'withdrawal', field: 'Status', value: 'Canceled' },
  ]);
});

test('it is recognised by its root, whatever document type precedes it', () => {
  const type =
    '<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20001006:NewsMLv1.0.dtd:1" "NewsML.dtd" [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf;]>';
  const document = file(item({})).replace('<NewsML', `${type}<NewsML`);
  expect(formatOf(document, 'a.xml')?.name).toBe('newsml1');
  expect(draftOf(newsml1, document).body.text).toBe('One.');
});
