import type { Image } from '../../../model/image.ts';
import { withdrawingStatement } from '../../../model/release.ts';
import type { Rights } from '../../../model/rights.ts';
import type { Document, Reading, ReadingSettings } from '../../reader.ts';
import { versionNumber } from '../../release/record-release.ts';
import { newsmlReleaseFields } from '../../release/release-fields.ts';
import { type ReleaseField, releaseStatements } from '../../release/release-statements.ts';
import { composeDraft } from '../compose-draft.ts';
import { creditOf } from '../credit-of.ts';
import { joinedPictures } from '../joined-renditions.ts';
import { namedBylines, namedCreators } from '../named-bylines.ts';
import { lineOf, textOf } from '../nitf/text-of.ts';
import { ownStandfirst } from '../own-standfirst.ts';
import { statedDateline } from '../stated-dateline.ts';
import { withoutInitials } from '../without-initials.ts';
import { unusedElements } from '../xml/unused-elements.ts';
import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { newsmlContent } from './newsml-content.ts';
import { assertedNames, newsmlEntities, newsmlSubjects } from './newsml-entities.ts';
import { codeOf } from './newsml-kinds.ts';
import { withoutHeader } from './without-header.ts';

/** Place of an item in its document. */
interface ItemPlace {
  document: Document;
  line: number;
  ordinal: number;
}

/** Elements whose content the reader uses. */
const used = new Set([
  ...['itemmeta', 'contentmeta', 'rightsinfo', 'contentset', 'itemclass', 'versioncreated', 'firstcreated'],
  ...['pubstatus', 'embargoed', 'expires', 'title', 'ednote', 'urgency', 'contentcreated', 'contentmodified'],
  ...['by', 'creditline', 'dateline', 'headline', 'slugline', 'description', 'language', 'keyword'],
  ...['copyrightnotice', 'usageterms', 'catalogref', 'itemref'],
]);

/** Elements that the reader uses with all that is in them, and links of the form only. */
const whole = new Set([
  ...['contentset', 'subject', 'located', 'creator', 'copyrightholder', 'assert', 'catalogref', 'catalog'],
  ...['headline', 'by', 'dateline', 'description', 'slugline', 'generator', 'link', 'ednote'],
]);

/** Reads a text item with the pictures that belong to it. Refuses one without text by what it holds instead. */
export function readTextItem(
  item: XmlElement,
  pictures: readonly Image[],
  { document, line, ordinal }: ItemPlace,
  settings: ReadingSettings,
): Reading {
  const itemMeta = child(item, 'itemmeta');
  const contentMeta = child(item, 'contentmeta');
  const of = (name: string): XmlElement[] => (contentMeta ? childrenOf(contentMeta, name) : []);
  const texts = (elements: XmlElement[]): string[] =>
    elements.map(textOf).filter((text): text is string => text !== null);
  const at = (parent: XmlElement | undefined, name: string): string | null =>
    parent ? childText(parent, name) : null;

  const content = newsmlContent(item, ['inlinexml', 'inlinedata']);
  const isText = typeof content === 'object';
  const inline = isText ? content.nitf : undefined;
  const release = [...releaseOf(item), ...(inline?.release ?? [])];
  const isWithdrawn = withdrawingStatement(releaseStatements(release, settings)) !== undefined;
  if (!isText && !isWithdrawn)
    return { kind: 'reject', reject: { path: document.path, line, reason: reasonOf(item, content) } };

  const names = assertedNames(item);
  const headlines = of('headline');
  const headline =
    headlines.find(({ attributes }) => /^$|main|title|:head/i.test(attributes.role ?? '')) ?? headlines[0];
  const descriptions = of('description');
  const summary =
    descriptions.find(({ attributes }) =>
      /summary|abstract|lead|teaser|intro/i.test(attributes.role ?? ''),
    ) ?? descriptions.find(({ attributes }) => attributes.role === undefined);
  const title = textOf(headline) ?? inline?.headline ?? at(itemMeta, 'title');
  const by = namedBylines(of('by').map(lineOf));
  const creators = of('creator').map((creator) => textOf(child(creator, 'name')));
  const bylines = [by, inline?.bylines ?? [], namedCreators(creators)].find((each) => each.length > 0) ?? [];
  const slugline = texts(of('slugline'))[0] ?? inline?.slugline ?? null;
  const located = texts(of('located').flatMap((place) => child(place, 'name') ?? []))[0] ?? null;
  const datelineText = texts(of('dateline'))[0] ?? null;
  const subjects = newsmlSubjects(contentMeta, names);
  const keywords = texts(of('keyword'));
  const genres = texts(of('genre').flatMap((genre) => child(genre, 'name') ?? []));
  const known = [
    ...[title, ...texts(headlines), slugline, located, datelineText, ...texts(of('by')), ...subjects],
    codeOf(itemMeta && child(itemMeta, 'provider')),
    ...[...keywords, ...genres, ...texts(of('subject').flatMap((each) => child(each, 'name') ?? []))],
  ];
  const pieces = isText ? withoutInitials(withoutHeader(content.pieces, known, content.header)) : [];
  const urgency = Number(at(contentMeta, 'urgency') ?? Number.NaN);
  const notes = itemMeta ? texts(childrenOf(itemMeta, 'ednote')) : [];
  return composeDraft(
    {
      ...{ format: 'newsml', path: document.path, line, ordinal, url: null, pieces, summaryOnly: false },
      key: item.attributes.guid ?? null,
      headline: title,
      standfirst: ownStandfirst(textOf(summary) ?? inline?.standfirst ?? null, pieces),
      bylines,
      published: [
        at(itemMeta, 'firstcreated'),
        at(contentMeta, 'contentcreated'),
        at(itemMeta, 'versioncreated'),
      ],
      updated: [at(contentMeta, 'contentmodified'), at(itemMeta, 'versioncreated')],
      language: of('language')[0]?.attributes.tag ?? inline?.language ?? item.language,
      keywords: [...subjects, ...keywords, ...(inline?.keywords ?? [])],
      sections: inline?.sections ?? [],
      stated: [...newsmlEntities(contentMeta, names), ...(inline?.stated ?? [])],
      images: joinedPictures([...pictures, ...(isText ? content.images : [])]),
      version: versionNumber(item.attributes.version),
      dateline: statedDateline(datelineText, null, pieces[0]?.text ?? '') ?? inline?.dateline ?? null,
      credit: creditOf(texts(of('creditline'))[0]) ?? inline?.credit ?? null,
      rights: rightsOf(item, inline?.rights),
      urgency: Number.isInteger(urgency) ? urgency : (inline?.urgency ?? null),
      slugline,
      editorsNote: [...new Set(notes)].join('\n') || inline?.editorsNote || null,
      location: located ?? inline?.location ?? null,
      unused: [...new Set([...unusedElements(item, used, whole), ...(inline?.unused ?? [])])],
      release,
    },
    settings,
  );
}

/** Returns what the metadata of an item state about its publication. */
function releaseOf(item: XmlElement): ReleaseField[] {
  const metas = childrenOf(item, 'itemmeta', 'contentmeta', 'rightsinfo');
  return Object.entries(newsmlReleaseFields).flatMap(([name, means]) =>
    metas
      .flatMap((meta) => childrenOf(meta, name.toLowerCase()))
      .map((element) => ({ name, means, value: codeOf(element) ?? element.text })),
  );
}

function rightsOf(item: XmlElement, inline: Rights | undefined): Rights {
  const infos = childrenOf(item, 'rightsinfo');
  const texts = (name: string) =>
    infos.flatMap((info) => childrenOf(info, name).map(textOf)).filter((text) => text !== null);
  const holders = infos
    .flatMap((info) => childrenOf(info, 'copyrightholder'))
    .map((holder) => textOf(child(holder, 'name')) ?? textOf(holder) ?? holder.attributes.literal ?? null);
  return {
    holder: holders.find(Boolean) ?? inline?.holder ?? null,
    notice: texts('copyrightnotice')[0] ?? inline?.notice ?? null,
    usageTerms: [...new Set(texts('usageterms'))].join('\n') || inline?.usageTerms || null,
  };
}

function reasonOf(item: XmlElement, content: string | undefined): string {
  if (content?.startsWith('<')) return `a NewsML-G2 item that holds ${content}; import the text item`;
  if (content !== undefined) return `a NewsML-G2 item with ${content}, not prose; import the text item`;
  const [remote] = descendantsOf(item, 'remotecontent');
  if (remote)
    return 'a NewsML-G2 item whose text is not in the file: remoteContent links to it; fetch it and import that';
  return 'a NewsML-G2 item without text; import the version that has it';
}
