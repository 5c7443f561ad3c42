import type { StatedEntity } from '../../../model/draft.ts';
import type { Rights } from '../../../model/rights.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import { topicOfCode } from '../../topics/topic-codes.ts';
import { maxStated, statedEntity } from '../stated-entity.ts';
import { childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import { lineOf, textOf } from './text-of.ts';

/** Returns the values of an attribute of all elements of a name, without empty ones. */
export function attributesOf(root: XmlElement, element: string, attribute: string): string[] {
  return descendantsOf(root, element)
    .map(({ attributes }) => attributes[attribute]?.trim() ?? '')
    .filter((value) => value !== '');
}

/** Returns the keywords of `key-list`, and the printed names of subjects; the name of the code if there are none. */
export function nitfKeywords(nitf: XmlElement): string[] {
  const keywords = descendantsOf(nitf, 'keyword').map(({ attributes, text }) => attributes.key ?? text);
  const subjects = descendantsOf(nitf, 'tobject.subject').flatMap(subjectNames);
  const others = descendantsOf(nitf, 'identified-content').flatMap((content) =>
    descendantsOf(content, 'event', 'object.title', 'classifier').map(
      (element) => textOf(element) ?? element.attributes.value ?? '',
    ),
  );
  const series = attributesOf(nitf, 'series', 'series.name');
  const codes = descendantsOf(nitf, 'meta')
    .filter(({ attributes }) => /iptc/i.test(attributes.name ?? ''))
    .flatMap(({ attributes }) => topicOfCode(attributes.content ?? '')?.name ?? []);
  return [...keywords, ...subjects, ...others, ...series, ...codes];
}

function subjectNames({ attributes }: XmlElement): string[] {
  const names = ['type', 'matter', 'detail']
    .map((part) => attributes[`tobject.subject.${part}`]?.trim() ?? '')
    .filter((name) => name !== '');
  if (names.length > 0) return names;
  const topic = topicOfCode(attributes['tobject.subject.refnum'] ?? '');
  return topic ? [topic.name] : [];
}

/** Returns the subjects that have a code. */
export function nitfSubjects(nitf: XmlElement): StatedEntity[] {
  return descendantsOf(nitf, 'tobject.subject')
    .slice(0, maxStated)
    .flatMap((subject) => {
      const { 'tobject.subject.refnum': refnum = '', 'tobject.subject.ipr': ipr = 'IPTC' } =
        subject.attributes;
      const topic = topicOfCode(refnum);
      const name = topic?.name ?? subjectNames(subject).at(-1) ?? null;
      if (refnum === '') return [];
      const id = /^\d{8}$/.test(refnum) && /^iptc$/i.test(ipr) ? `subj:${refnum}` : `${ipr}:${refnum}`;
      return statedEntity('topic', name, [topic?.code, id]) ?? [];
    });
}

/** Returns the sections of `pubdata`, and those of the metadata of The New York Times. */
export function nitfSections(nitf: XmlElement): string[] {
  const online = descendantsOf(nitf, 'meta')
    .filter(({ attributes }) => attributes.name === 'online_sections')
    .flatMap(({ attributes }) => splitKeywords(attributes.content ?? '', ';'));
  return [...attributesOf(nitf, 'pubdata', 'position.section'), ...online];
}

/** Returns holder, notice and terms of `doc.copyright`, `doc.rights`, `rights` and `copyrite`. */
export function nitfRights(nitf: XmlElement): Rights {
  const head = descendantsOf(nitf, 'body.head', 'docdata');
  const below = (...names: string[]): string | null =>
    head.flatMap((element) => descendantsOf(element, ...names).map(textOf)).find(Boolean) ?? null;
  const owner =
    attributesOf(nitf, 'doc.copyright', 'holder')[0] ?? attributesOf(nitf, 'doc.rights', 'owner')[0];
  const notices = head.flatMap((element) => [
    ...descendantsOf(element, 'doc.copyright').map(({ text }) => text.trim()),
    ...descendantsOf(element, 'rights')
      .filter(({ children }) => children.every(({ name }) => !name.startsWith('rights.')))
      .map(textOf),
    ...descendantsOf(element, 'copyrite').map(textOf),
    ...notesOf(nitf, /cpyrt|copyright/i),
  ]);
  const limits = [attributesOf(nitf, 'doc.rights', 'limitations')[0], below('rights.limitations')];
  return {
    holder: owner ?? below('rights.owner', 'copyrite.holder'),
    notice: notices.find(Boolean) ?? null,
    usageTerms:
      ([...new Set(limits.filter(Boolean))].join(' ') || attributesOf(nitf, 'doc.rights', 'type')[0]) ??
      below('rights.type'),
  };
}

/** Returns the notes to editors: `ed-msg`, `correction`, and `note` in the head. */
export function nitfEditorsNote(nitf: XmlElement): string | null {
  const messages = descendantsOf(nitf, 'ed-msg', 'correction').map(
    (element) => element.attributes.info?.trim() || textOf(element),
  );
  const notes = [...messages, ...notesOf(nitf, /^(?!cpyrt|copyright)/i)].filter(Boolean);
  return [...new Set(notes)].join('\n') || null;
}

function notesOf(nitf: XmlElement, kind: RegExp): (string | null)[] {
  return descendantsOf(nitf, 'body.head')
    .flatMap((head) => descendantsOf(head, 'note'))
    .filter(({ attributes }) => kind.test(attributes.noteclass ?? attributes.type ?? ''))
    .map(textOf);
}

/** Returns the place of the event, from the smallest part to the largest. */
export function nitfLocation(nitf: XmlElement): string | null {
  const [event] = descendantsOf(nitf, 'evloc');
  if (!event) return null;
  const { city, 'state-prov': state, 'county-dist': county, 'iso-cc': country } = event.attributes;
  const parts = [city, county, state].map((part) => part?.trim()).filter(Boolean);
  const named = [...new Set(parts)].join(', ');
  return named || textOf(event) || country?.trim() || null;
}

/** Returns the place and the date of the first `dateline` that has one. */
export function nitfDateline(head: XmlElement | undefined): { place: string | null; date: string | null } {
  for (const dateline of head ? descendantsOf(head, 'dateline') : []) {
    const [day] = descendantsOf(dateline, 'story.date');
    const date = day ? textOf(day) : null;
    const locations = descendantsOf(dateline, 'location', 'virtloc');
    const place = locations[0]
      ? lineOf(locations[0])
      : date === null
        ? lineOf(dateline)
        : childText(dateline);
    // EFE prints an instant here.
    const isPrinted = date !== null && /\p{L}{3}|[./]/u.test(date);
    const rest = dateline.text.trim();
    if (place ?? rest) return { place: place ?? (rest || null), date: isPrinted ? date : null };
  }
  return { place: null, date: null };
}
