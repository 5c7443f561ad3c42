import type { Block } from '../../../src/model/article.ts';
import { type AuthorityEntry, authorityEntry } from '../../../src/model/authority.ts';
import type { Draft } from '../../../src/model/draft.ts';
import { slugOf } from '../../../src/model/slug.ts';
import type { TagType } from '../../../src/model/tag.ts';
import type { NameRecogniser } from '../../../src/reading/mentions/recognised-people.ts';

/** An authority entry of which only what matters to a case is said. */
function entry(type: TagType, name: string, rest: Partial<AuthorityEntry> = {}): AuthorityEntry {
  const slug = rest.slug ?? slugOf(name);
  return authorityEntry({ type, slug, name }, rest);
}

const borrell = entry('person', 'Josep Borrell', {
  aliases: ['Josep Borrell Fontelles'],
  country: 'ES',
  pronoun: 'he',
  titles: ['EU High Representative for Foreign Affairs and Security Policy', 'EU foreign policy chief'],
  roles: [
    {
      title: 'High Representative for Foreign Affairs and Security Policy',
      organization: 'European Union',
      from: '2019',
      to: '2024-11',
    },
  ],
});

/** A small authority for the cases. */
export const authority: AuthorityEntry[] = [
  borrell,
  entry('person', 'Cho Tae-yul', { aliases: ['조태열'], country: 'KR', pronoun: 'he' }),
  entry('person', 'Kim Yong-hyun', { country: 'KR', pronoun: 'he' }),
  entry('person', 'Gen Nakatani', { country: 'JP', pronoun: 'he' }),
  entry('person', 'Xi Jinping', { country: 'CN' }),
  entry('person', 'Ursula von der Leyen', { country: 'DE', pronoun: 'she' }),
  entry('person', 'Bashar al-Assad', { country: 'SY' }),
  entry('person', 'Mohammed bin Salman', { country: 'SA' }),
  entry('person', 'Pedro Sánchez', { aliases: ['Pedro Sánchez Pérez-Castejón'], country: 'ES' }),
  entry('person', 'Robert Müller', { country: 'DE' }),
  entry('person', 'Donald Trump', { country: 'US', pronoun: 'he' }),
  entry('person', 'Bill Clinton', { country: 'US', pronoun: 'he' }),
  entry('person', 'Hillary Clinton', { country: 'US', pronoun: 'she' }),
  entry('person', 'Johns Hopkins', { country: 'US' }),
  entry('person', 'John F. Kennedy', { aliases: ['Kennedy'], country: 'US' }),
  entry('person', 'Lula da Silva', { aliases: ['Lula'], country: 'BR' }),
  entry('organization', 'European Union', { aliases: ['EU'] }),
  entry('organization', 'European External Action Service', { aliases: ['EEAS'] }),
  entry('organization', 'World Health Organization', { aliases: ['WHO'] }),
  entry('organization', 'NATO'),
  entry('organization', 'Ford', { aliases: ['Ford Motor Company'] }),
  entry('place', 'South Korea', { aliases: ['S. Korea', 'Republic of Korea'], country: 'KR' }),
  entry('place', 'North Korea', { aliases: ['N. Korea', 'DPRK'], country: 'KP' }),
  entry('place', 'Seoul', { country: 'KR' }),
  entry('place', 'North Macedonia', { country: 'MK' }),
  entry('place', 'Tokyo', { country: 'JP' }),
  entry('place', 'Japan', { country: 'JP' }),
  entry('place', 'Russia', { country: 'RU' }),
  entry('place', 'Ukraine', { country: 'UA' }),
  entry('place', 'Demilitarized Zone', { aliases: ['Demilitarised Zone', 'DMZ'] }),
  entry('place', 'United States', { aliases: ['US', 'U.S.'], country: 'US' }),
  entry('place', 'Washington', { country: 'US' }),
  entry('place', "Côte d'Ivoire", { country: 'CI' }),
  entry('place', 'Georgia', { country: 'GE' }),
  entry('place', 'Georgia (U.S. state)', { slug: 'georgia-us', aliases: ['Georgia'], country: 'US' }),
];

/** A draft of which only the texts matter. */
export function draft(texts: {
  headline?: string;
  standfirst?: string;
  body?: string;
  captions?: string[];
  publishedAt?: string;
}): Draft {
  const body = texts.body ?? '';
  return {
    sourceKey: 'case',
    origin: { path: 'case', line: null, format: 'text' },
    url: null,
    source: null,
    headline: texts.headline ?? '',
    standfirst: texts.standfirst ?? null,
    byline: null,
    authors: [],
    dateline: null,
    credit: null,
    language: 'en',
    publishedAt: texts.publishedAt ?? '2024-11-03T11:59:00Z',
    publication: null,
    updatedAt: null,
    crawledAt: null,
    images: (texts.captions ?? []).map((caption) => ({ url: null, caption, credit: null })),
    keywords: [],
    sections: [],
    body: { text: body, blocks: paragraphsOf(body) },
    summaryOnly: false,
    warnings: [],
  };
}

/** A recogniser that sees just these names, so that cases do not hang on what a model has learnt. */
export function seeing(...names: string[]): NameRecogniser {
  return (text) =>
    names.flatMap((exact) =>
      placesOf(exact, text).map((start) => ({ start, end: start + exact.length, exact, confidence: 0.9 })),
    );
}

function placesOf(exact: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + exact.length)) places.push(at);
  return places;
}

function paragraphsOf(text: string): Block[] {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const block: Block = { kind: 'paragraph', level: null, start, end: start + paragraph.length };
    start = block.end + 2;
    return block;
  });
}
