import type { StatedEntity } from '../../../model/draft.ts';
import type { Rights } from '../../../model/rights.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import { topicOfCode } from '../../topics/topic-codes.ts';
import { textOf } from '../nitf/text-of.ts';
import { maxStated, statedEntity } from '../stated-entity.ts';
import { child, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { formalName } from './components.ts';

/** Returns the texts of a line of the nearest component that has it. */
export function linesOf(chain: readonly XmlElement[], name: string): string[] {
  for (const component of chain) {
    const texts = childrenOf(component, 'newslines')
      .flatMap((lines) => childrenOf(lines, name).map(textOf))
      .filter((text) => text !== null);
    if (texts.length > 0) return texts;
  }
  return [];
}

/** Returns the metadata of a name of all components, the nearest first. */
export function metadataOf(chain: readonly XmlElement[], name: string): XmlElement[] {
  return chain.flatMap((component) => childrenOf(component, name));
}

/** Returns the text of lines of editors: `AdvisoryLine`, `EditorialNote`. */
export function advisoryOf(chain: readonly XmlElement[]): string | null {
  const lines = chain.flatMap((component) =>
    childrenOf(component, 'newslines').flatMap((each) => childrenOf(each, 'newsline')),
  );
  const notes = lines
    .filter((line) => /advisory|editor|note|correction/i.test(formalName(line, 'newslinetype') ?? ''))
    .map((line) => textOf(child(line, 'newslinetext')))
    .filter((text) => text !== null);
  return [...new Set(notes)].join('\n') || null;
}

/** Returns keywords of lines, properties and subjects. A subject that is a code is replaced by its name. */
export function keywordsOf(chain: readonly XmlElement[]): string[] {
  const lines = linesOf(chain, 'keywordline').flatMap((line) => splitKeywords(line, ',;'));
  const descriptive = metadataOf(chain, 'descriptivemetadata');
  const properties = [...descriptive, ...metadataOf(chain, 'metadata')]
    .flatMap((metadata) => childrenOf(metadata, 'property'))
    .filter(({ attributes }) => /keywords?$/i.test(attributes.formalname ?? ''))
    .map(({ attributes }) => attributes.value ?? '');
  const subjects = subjectsOf(descriptive).flatMap(
    ({ attributes }) => topicOfCode(attributes.formalname ?? '')?.name ?? [],
  );
  return [...lines, ...properties, ...subjects];
}

function subjectsOf(descriptive: readonly XmlElement[]): XmlElement[] {
  return descriptive
    .flatMap((metadata) => childrenOf(metadata, 'subjectcode'))
    .flatMap((code) => childrenOf(code, 'subject', 'subjectmatter', 'subjectdetail'))
    .slice(0, maxStated);
}

const topicTypes: [RegExp, StatedEntity['type']][] = [
  [/person|people/i, 'person'],
  [/compan|organi[sz]ation|party|team/i, 'organization'],
  [/place|location|geograph|country|city|region/i, 'place'],
];

/** Returns the subjects that have an IPTC code, and other entities, each once. */
export function statedOf(chain: readonly XmlElement[], others: readonly StatedEntity[]): StatedEntity[] {
  const subjects = subjectsOf(metadataOf(chain, 'descriptivemetadata')).flatMap(({ attributes }) => {
    const topic = topicOfCode(attributes.formalname ?? '');
    return topic
      ? (statedEntity('topic', topic.name, [topic.code, `subj:${attributes.formalname}`]) ?? [])
      : [];
  });
  return [
    ...new Map([...subjects, ...others].map((entity) => [`${entity.type}:${entity.name}`, entity])).values(),
  ];
}

/** Returns the topics of the topic sets of an item, by their types. */
export function topicsOf(newsItem: XmlElement): StatedEntity[] {
  return descendantsOf(newsItem, 'topic')
    .slice(0, maxStated)
    .flatMap((topic) => {
      const kind = formalName(topic, 'topictype') ?? '';
      const type = topicTypes.find(([pattern]) => pattern.test(kind))?.[1] ?? 'topic';
      const formal = named(textOf(child(topic, 'formalname')));
      const name = textOf(child(topic, 'description')) ?? formal;
      const ids = childrenOf(topic, 'formalname').map(textOf);
      return (
        statedEntity(
          type,
          name,
          ids.filter((id) => id !== name),
        ) ?? []
      );
    });
}

/** Returns the place that the metadata give: the smallest part, and the country. */
export function locationOf(chain: readonly XmlElement[]): string | null {
  for (const location of metadataOf(chain, 'descriptivemetadata').flatMap((each) =>
    childrenOf(each, 'location'),
  )) {
    const part = (name: RegExp) =>
      childrenOf(location, 'property')
        .find(({ attributes }) => name.test(attributes.formalname ?? ''))
        ?.attributes.value?.trim() || null;
    const smallest = part(/^city$/i) ?? part(/^sublocation$/i) ?? named(part(/^(?:countryarea|area)$/i));
    const country = named(part(/^country(?:name)?$/i));
    const place = [smallest, country].filter((each) => each !== null).join(', ');
    if (place !== '') return place;
  }
  return null;
}

/** Returns a name; null for a code such as `FRA`, which readers do not know. */
function named(name: string | null): string | null {
  return name === null || /^[A-Z]{2,3}$/.test(name) ? null : name;
}

/** Returns holder, notice and terms of the rights metadata and of the lines. */
export function rightsOf(chain: readonly XmlElement[]): Rights {
  const rights = metadataOf(chain, 'rightsmetadata');
  const partyOf = (element: XmlElement): string | null =>
    textOf(element) ?? descendantsOf(element, 'party')[0]?.attributes.formalname ?? null;
  const below = (...names: string[]) =>
    rights.flatMap((each) => descendantsOf(each, ...names).map(partyOf)).filter((text) => text !== null);
  const terms = [...below('limitations', 'usagetype', 'geography'), ...linesOf(chain, 'rightsline')];
  return {
    holder: below('copyrightholder')[0] ?? below('rightsholder')[0] ?? null,
    notice: linesOf(chain, 'copyrightline')[0] ?? null,
    usageTerms: [...new Set(terms)].join('\n') || null,
  };
}
