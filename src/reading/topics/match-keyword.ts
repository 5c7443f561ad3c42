import type { AuthorityEntry } from '../../news/authority.ts';
import { type MediaTopicRow, mediaTopic, mediaTopicEntry, mediaTopics } from '../../news/media-topics.ts';
import type { TagId } from '../../news/tag.ts';
import { tokenize } from '../mentions/tokenize.ts';
import { sectionNames } from './section-names.ts';
import { stem } from './stem.ts';

/** The topic that a keyword of the source means. */
export interface KeywordMatch {
  tag: TagId;
  name: string;
  /** 0 to 1. */
  confidence: number;
}

/** How sure each way makes the topic, surest first. */
const confidences = { code: 1, authority: 0.95, name: 0.9, translation: 0.9, section: 0.8, part: 0.7 };

/** The key of a keyword: words in order, whatever their number, spelling, capitals and what joins them. */
function keywordKey(text: string): string {
  return tokenize(text)
    .filter((token) => token.shape !== 'mark' && token.key !== 'and')
    .map((token) => stem(token.key))
    .join(' ');
}

interface MediaTopicNames {
  /** English name, common section name or part of a top concept's name → concept. */
  english: Map<string, { row: MediaTopicRow; confidence: number }>;
  /** `de verteidigung` → concept. */
  translated: Map<string, MediaTopicRow>;
}

let mediaTopicNames: MediaTopicNames | undefined;

/** Concepts in use come before retired ones, and names before parts of names. */
function namesOfMediaTopics(): MediaTopicNames {
  if (mediaTopicNames) return mediaTopicNames;
  const names: MediaTopicNames = { english: new Map(), translated: new Map() };
  const add = (text: string, row: MediaTopicRow, confidence: number): void => {
    const key = keywordKey(text);
    if (key !== '' && !names.english.has(key)) names.english.set(key, { row, confidence });
  };
  const rows = [...mediaTopics()].sort((a, b) => Number(Boolean(a.retired)) - Number(Boolean(b.retired)));
  for (const row of rows) {
    add(row.name, row, confidences.name);
    if (row.nameUS) add(row.nameUS, row, confidences.name);
    for (const [language, name] of Object.entries(row.names)) {
      const key = `${languageOf(language)} ${keywordKey(name)}`;
      if (!names.translated.has(key)) names.translated.set(key, row);
    }
  }
  for (const [text, code] of Object.entries(sectionNames)) {
    const row = mediaTopic(code);
    if (row) add(text, row, confidences.section);
  }
  // "economy, business and finance" is what a section called "Business" is about.
  for (const row of rows) {
    if (row.retired) continue;
    add(row.name.replace(/\s*\(.*\)$/, ''), row, confidences.part);
    if (row.broader !== null) continue;
    for (const part of row.name.split(/,| and /)) add(part, row, confidences.part);
  }
  mediaTopicNames = names;
  return names;
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/**
 * Prepares the mapping of sources' own keywords and sections to topics: an authority's names, aliases and
 * keywords first, then the IPTC Media Topics by code, English name or name in the article's language. A path or
 * list (`News / World / Asia`) gives every topic that one of its parts names.
 */
export function createKeywordMatcher(
  topics: AuthorityEntry[],
): (keyword: string, language: string) => KeywordMatch[] {
  const own = new Map<string, AuthorityEntry>();
  const byCode = new Map<string, AuthorityEntry>();
  for (const topic of topics) {
    for (const text of [topic.name, ...topic.aliases, ...topic.keywords]) {
      const key = keywordKey(text);
      if (key !== '' && !own.has(key)) own.set(key, topic);
    }
    const code = topic.externalIds.mediatopic;
    if (code) byCode.set(code, topic);
  }
  const matchOf = (row: MediaTopicRow, confidence: number): KeywordMatch => {
    const { id, name } = byCode.get(row.code) ?? mediaTopicEntry(row);
    return { tag: id, name, confidence };
  };
  const match = (text: string, language: string): KeywordMatch | undefined => {
    const coded = mediaTopic(text);
    if (coded) return matchOf(coded, confidences.code);
    const key = keywordKey(text);
    const entry = own.get(key);
    if (entry) return { tag: entry.id, name: entry.name, confidence: confidences.authority };
    const names = namesOfMediaTopics();
    const translated = names.translated.get(`${languageOf(language)} ${key}`);
    if (translated) return matchOf(translated, confidences.translation);
    const english = names.english.get(key);
    return english && matchOf(english.row, english.confidence);
  };
  return (keyword, language) => {
    const whole = match(keyword, language);
    if (whole) return [whole];
    const parts = keyword.split(/[,;|>/#]/);
    return parts.length === 1 ? [] : parts.flatMap((part) => match(part, language) ?? []);
  };
}
