import type { StatedEntity } from '../../../model/draft.ts';
import type { Image } from '../../../model/image.ts';
import { withdrawingStatement } from '../../../model/release.ts';
import type { Document, Reading, ReadingSettings } from '../../reader.ts';
import { releaseStatements } from '../../release/release-statements.ts';
import { composeDraft } from '../compose-draft.ts';
import { creditOf } from '../credit-of.ts';
import { namedBylines, namedCreators } from '../named-bylines.ts';
import { type NewsmlContent, newsmlContent } from '../newsml/newsml-content.ts';
import { withoutHeader } from '../newsml/without-header.ts';
import { textOf } from '../nitf/text-of.ts';
import { ownStandfirst } from '../own-standfirst.ts';
import { statedDateline } from '../stated-dateline.ts';
import { withoutInitials } from '../without-initials.ts';
import { unusedElements } from '../xml/unused-elements.ts';
import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { formalName, type Story, storiesOf } from './components.ts';
import { embargoLines, type Identity, identityOf, releaseOf } from './identification.ts';
import {
  advisoryOf,
  keywordsOf,
  linesOf,
  locationOf,
  metadataOf,
  rightsOf,
  statedOf,
  topicsOf,
} from './metadata.ts';
import { componentPictures } from './pictures.ts';

const used = new Set([
  ...['identification', 'newsmanagement', 'newscomponent', 'newslines', 'descriptivemetadata', 'role'],
  ...['rightsmetadata', 'administrativemetadata', 'firstcreated', 'thisrevisioncreated', 'status', 'urgency'],
  ...['newsitemtype', 'headline', 'byline', 'bylinetitle', 'dateline', 'creditline', 'copyrightline'],
  ...[
    'slugline',
    'keywordline',
    'rightsline',
    'subheadline',
    'language',
    'location',
    'subjectcode',
    'creator',
  ],
  ...[
    'subject',
    'subjectmatter',
    'subjectdetail',
    'catalog',
    'datelinedate',
    'basisforchoice',
    'instruction',
  ],
]);

/** Elements that are used with all that is in them, or that only serve the form. */
const wholly = new Set([
  ...['newsidentifier', 'contentitem', 'statuswillchange', 'copyright', 'usagerights', 'topicset', 'catalog'],
  ...['location', 'subjectcode', 'creator', 'newsline', 'namelabel', 'comment', 'basisforchoice'],
]);

/** Names a party by what it is, and a property by its own name. */
function unusedName({ name, attributes }: XmlElement, parent: XmlElement): string {
  if (name === 'party') return parent.name;
  return name === 'property' ? `property ${attributes.formalname ?? ''}`.trim() : name;
}

/** Returns true for a news item with a text. */
export function hasText(newsItem: XmlElement): boolean {
  return storiesOf(newsItem).some(({ texts }) => texts.length > 0);
}

/** Returns the pictures of a news item that is no article. */
export function picturesOf(newsItem: XmlElement): Image[] {
  return storiesOf(newsItem).flatMap(({ pictures }) => pictures.flatMap(componentPictures));
}

/** Reads the articles of a news item: one, or one for each of its translations and sidebars. */
export function* readNewsItem(
  newsItem: XmlElement,
  pictures: readonly Image[],
  { document, line, next }: { document: Document; line: number; next: () => number },
  settings: ReadingSettings,
): Iterable<Reading> {
  const identity = identityOf(newsItem);
  // Once, because an item may have many stories.
  const common = {
    pictures,
    reason: itemReason(newsItem),
    topics: topicsOf(newsItem),
    unused: unusedElements(newsItem, used, wholly, unusedName),
  };
  const keys = new Set<string>();
  for (const [index, story] of storiesOf(newsItem).entries()) {
    const [component] = story.chain;
    const part = component?.language ?? component?.attributes.duid ?? String(index + 1);
    let key = identity.key === null || index === 0 ? identity.key : `${identity.key}#${part}`;
    if (key !== null && keys.has(key)) key = `${key}.${index + 1}`;
    if (key !== null) keys.add(key);
    const place = { document, line, ordinal: next() };
    yield readStory(newsItem, story, { ...identity, key }, common, place, settings);
  }
}

function readStory(
  newsItem: XmlElement,
  story: Story,
  { key, version }: Identity,
  common: { pictures: readonly Image[]; reason: string; topics: StatedEntity[]; unused: string[] },
  place: { document: Document; line: number; ordinal: number },
  settings: ReadingSettings,
): Reading {
  const { chain } = story;
  const read = [...story.texts, ...(story.texts.length === 0 && story.lead ? [story.lead] : [])].map((item) =>
    newsmlContent(item, ['datacontent']),
  );
  const contents = read.filter((content): content is NewsmlContent => typeof content === 'object');
  const management = child(newsItem, 'newsmanagement');
  const at = (name: string) => (management ? childText(management, name) : null);
  const release = [
    ...releaseOf(newsItem),
    ...embargoLines(newsItem, at('thisrevisioncreated') ?? at('firstcreated')),
    ...contents.flatMap(({ nitf }) => nitf?.release ?? []),
  ];
  const isWithdrawn = withdrawingStatement(releaseStatements(release, settings)) !== undefined;
  if (contents.length === 0 && !isWithdrawn)
    return {
      kind: 'reject',
      reject: {
        path: place.document.path,
        line: place.line,
        reason: reasonOf(common.reason, story, read),
      },
    };

  const nitf = contents.map((content) => content.nitf).find((each) => each !== undefined);
  const first = (name: string): string | null => linesOf(chain, name)[0] ?? null;
  const title = story.title && textOf(child(story.title, 'datacontent'));
  const headline = first('headline') ?? title ?? nitf?.headline ?? null;
  const lead = story.lead && story.texts.length > 0 ? textOf(child(story.lead, 'datacontent')) : null;
  const keywords = keywordsOf(chain);
  const creators = metadataOf(chain, 'administrativemetadata')
    .flatMap((each) => childrenOf(each, 'creator'))
    .flatMap((creator) =>
      descendantsOf(creator, 'party').map(({ attributes }) => attributes.formalname ?? null),
    );
  const titles = linesOf(chain, 'bylinetitle');
  const lines = linesOf(chain, 'byline').map((by, index) => (titles[index] ? `${by}, ${titles[index]}` : by));
  const bylines = [namedBylines(lines), nitf?.bylines ?? [], namedCreators(creators)];
  const dateline = first('dateline');
  const genres = metadataOf(chain, 'descriptivemetadata').map((each) => formalName(each, 'genre'));
  const pieces = withoutInitials(
    withoutHeader(
      contents.flatMap((content) => content.pieces),
      [headline, title, first('slugline'), dateline, ...lines, ...keywords, ...genres],
      new Set(contents.flatMap(({ header }) => [...header])),
    ),
  );
  const line = first('subheadline');
  const subhead = line !== null && [...keywords, ...(nitf?.keywords ?? [])].includes(line) ? null : line;
  const urgency = Number(formalName(management, 'urgency') ?? Number.NaN);
  const rights = rightsOf(chain);
  const language = metadataOf(chain, 'descriptivemetadata').map((each) => formalName(each, 'language'));
  return composeDraft(
    {
      ...{ format: 'newsml1', path: place.document.path, line: place.line, ordinal: place.ordinal },
      ...{ key, url: null, headline, pieces, version },
      ...{ release, keywords: [...keywords, ...(nitf?.keywords ?? [])], sections: nitf?.sections ?? [] },
      standfirst: ownStandfirst(lead ?? subhead ?? nitf?.standfirst ?? null, pieces),
      bylines: bylines.find((each) => each.length > 0) ?? [],
      published: [at('firstcreated'), at('thisrevisioncreated'), ...(nitf?.published ?? [])],
      updated: [at('thisrevisioncreated')],
      language: chain[0]?.language ?? language.find(Boolean) ?? nitf?.language ?? newsItem.language,
      stated: statedOf(chain, [...common.topics, ...(nitf?.stated ?? [])]),
      images: [
        ...common.pictures,
        ...story.pictures.flatMap(componentPictures),
        ...contents.flatMap(({ images }) => images),
      ],
      summaryOnly: story.texts.length === 0,
      credit: creditOf(first('creditline')) ?? nitf?.credit ?? null,
      dateline: statedDateline(dateline, null, pieces[0]?.text ?? '') ?? nitf?.dateline ?? null,
      rights: {
        holder: rights.holder ?? nitf?.rights.holder ?? null,
        notice: rights.notice ?? nitf?.rights.notice ?? null,
        usageTerms: rights.usageTerms ?? nitf?.rights.usageTerms ?? null,
      },
      urgency: Number.isInteger(urgency) ? urgency : (nitf?.urgency ?? null),
      slugline: first('slugline') ?? nitf?.slugline ?? null,
      editorsNote: advisoryOf(chain) ?? nitf?.editorsNote ?? null,
      location: locationOf(chain) ?? nitf?.location ?? null,
      unused: [...new Set([...common.unused, ...(nitf?.unused ?? [])])],
    },
    settings,
  );
}

/** Returns the reason why a story is not read: what it holds, or `whole`, which is that of its item. */
function reasonOf(
  whole: string,
  story: Story,
  read: readonly (NewsmlContent | string | undefined)[],
): string {
  const held = read.find((content) => typeof content === 'string');
  if (held !== undefined)
    return `a NewsML 1 item ${held.startsWith('<') ? 'that holds' : 'with'} ${held}; import the text item`;
  if (story.pictures.length > 0)
    return 'a NewsML 1 item of pictures or recordings without a text; import it together with the text item';
  return whole;
}

/** Returns what an item without a text is instead. */
function itemReason(newsItem: XmlElement): string {
  if (descendantsOf(newsItem, 'topicset').length > 0)
    return 'a NewsML 1 topic set, which is a vocabulary; import the news items';
  if (descendantsOf(newsItem, 'newsitemref').length > 0)
    return 'a NewsML 1 package, which only lists other items; import the items';
  if (descendantsOf(newsItem, 'update').length > 0)
    return 'a NewsML 1 update, which only lists changes; import the whole item';
  if (descendantsOf(newsItem, 'contentitem').some(({ attributes }) => attributes.href))
    return 'a NewsML 1 item whose text is not in the file: its content item links to it; fetch it and import that';
  return 'a NewsML 1 item without text; import the revision that has it';
}
