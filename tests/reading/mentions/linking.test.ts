import { describe, expect, it } from 'vitest';
import { createLinker } from '../../../src/reading/mentions/create-linker.ts';
import { authority, draft, seeing } from './fixture.ts';

/** Each case: what it shows, the body, the mentions as `exact → slug`, and names that the recogniser sees. */
type Case = [why: string, body: string, mentions: string[], seen?: string[]];

const cases: Record<string, Case[]> = {
  spelling: [
    ['a full name', 'He met Josep Borrell.', ['Josep Borrell → josep-borrell']],
    ['an alias, whole', 'He met Josep Borrell Fontelles.', ['Josep Borrell Fontelles → josep-borrell']],
    ['a first initial', 'He met J. Borrell.', ['J. Borrell → josep-borrell']],
    ['a middle initial', 'He met Donald J. Trump.', ['Donald J. Trump → donald-trump']],
    ['without diacritics', 'He met Pedro Sanchez.', ['Pedro Sanchez → pedro-sanchez']],
    ['with an umlaut spelt out', 'He met Robert Mueller.', ['Robert Mueller → robert-muller']],
    ['decomposed diacritics', 'He met Pedro Sa\u0301nchez.', ['Pedro Sa\u0301nchez → pedro-sanchez']],
    ['a Korean name without hyphen', 'He met Cho Tae Yul.', ['Cho Tae Yul → cho-tae-yul']],
    ['a Korean given name in one', 'He met Cho Taeyul.', ['Cho Taeyul → cho-tae-yul']],
    ['a Korean name given name first', 'He met Tae-yul Cho.', ['Tae-yul Cho → cho-tae-yul']],
    ['a Japanese name surname first', 'He met Nakatani Gen.', ['Nakatani Gen → gen-nakatani']],
    ['a non-breaking hyphen', 'He met Cho Tae‑yul.', ['Cho Tae‑yul → cho-tae-yul']],
    ['a typographic apostrophe', 'Rain in Côte d’Ivoire.', ['Côte d’Ivoire → cote-divoire']],
    ['in capitals', 'He met JOSEP BORRELL.', ['JOSEP BORRELL → josep-borrell']],
    ['across a line end', 'He met Josep\nBorrell.', ['Josep\nBorrell → josep-borrell']],
    ['not across a sentence', 'He met Josep. Borrell left.', []],
    ['not in lower case', 'a ford in the river; the who', []],
    ['an acronym with stops', 'The U.S. objected.', ['U.S. → united-states']],
    ['no pronoun for a country', 'It gave us hope.', []],
    ['a longer acronym in British style', 'The Nato summit.', ['Nato → nato']],
    ['an abbreviated name', 'Ties with S. Korea grow.', ['S. Korea → south-korea']],
    ['without its middle initial', 'He met John Kennedy.', ['John Kennedy → john-f-kennedy']],
    ['a compound', 'A Seoul-based firm.', ['Seoul → seoul']],
    [
      'the longest name',
      'The European External Action Service said.',
      ['European External Action Service → european-external-action-service'],
    ],
  ],
  surnames: [
    [
      'later',
      'Josep Borrell came. Borrell left.',
      ['Josep Borrell → josep-borrell', 'Borrell → josep-borrell'],
    ],
    ['never without the full name', 'Borrell left.', []],
    ['a Korean name in Hangul', '조태열 장관이 말했다.', ['조태열 → cho-tae-yul']],
    [
      'with an honorific',
      'Kim Yong-hyun came. Mr Kim left.',
      ['Kim Yong-hyun → kim-yong-hyun', 'Kim → kim-yong-hyun'],
    ],
    [
      'with a possessive',
      'Cho Tae-yul came. Cho’s visit.',
      ['Cho Tae-yul → cho-tae-yul', 'Cho → cho-tae-yul'],
    ],
    [
      'with particles',
      'Ursula von der Leyen spoke. Von der Leyen left.',
      ['Ursula von der Leyen → ursula-von-der-leyen', 'Von der Leyen → ursula-von-der-leyen'],
    ],
    [
      'with an Arabic article or without',
      'Bashar al-Assad fled. Al-Assad was gone. Assad fell.',
      ['Bashar al-Assad → bashar-al-assad', 'Al-Assad → bashar-al-assad', 'Assad → bashar-al-assad'],
    ],
    [
      'but not by the father',
      'Mohammed bin Salman spoke. Salman left. Bin Salman stayed.',
      ['Mohammed bin Salman → mohammed-bin-salman', 'Bin Salman → mohammed-bin-salman'],
    ],
    [
      'the first of two Spanish ones',
      'Josep Borrell Fontelles came. Borrell left.',
      ['Josep Borrell Fontelles → josep-borrell', 'Borrell → josep-borrell'],
    ],
    [
      'the first name of a Chinese one',
      'Xi Jinping came. Xi left.',
      ['Xi Jinping → xi-jinping', 'Xi → xi-jinping'],
    ],
    [
      'in a compound',
      'Josep Borrell came. A Borrell-led team.',
      ['Josep Borrell → josep-borrell', 'Borrell → josep-borrell'],
    ],
    ['not in somebody else’s name', 'Kim Yong-hyun spoke of Kim Jong-un.', ['Kim Yong-hyun → kim-yong-hyun']],
    [
      'and then not bare either',
      'Kim Yong-hyun spoke of Kim Jong-un. Kim left.',
      ['Kim Yong-hyun → kim-yong-hyun'],
    ],
    [
      'not in somebody’s full name unknown',
      'Josep Borrell met with Maria Borrell. Borrell left.',
      ['Josep Borrell → josep-borrell'],
    ],
    [
      'two of one surname stay apart',
      'Bill Clinton met Hillary Clinton. Clinton left.',
      ['Bill Clinton → bill-clinton', 'Hillary Clinton → hillary-clinton'],
    ],
    [
      'but "Mrs" tells',
      'Bill Clinton met Hillary Clinton. Mrs. Clinton left.',
      ['Bill Clinton → bill-clinton', 'Hillary Clinton → hillary-clinton', 'Clinton → hillary-clinton'],
    ],
    [
      'and so does the role',
      'Defense Minister Kim Yong-hyun met President Kim Jong-un. Defence Minister Kim left.',
      ['Kim Yong-hyun → kim-yong-hyun', 'Kim Jong-un → kim-jong-un', 'Kim → kim-yong-hyun'],
      ['Kim Jong-un'],
    ],
    [
      'a shared surname',
      'Bill and Hillary Clinton came.',
      ['Bill → bill-clinton', 'Hillary Clinton → hillary-clinton'],
    ],
    ['a listed single name stands alone', 'Lula won.', ['Lula → lula-da-silva']],
  ],
  namesakes: [
    ['an airport', 'They landed at Kennedy Airport.', []],
    ['an airport with more words', 'They landed at Kennedy International Airport.', []],
    ['a university', 'Research of Johns Hopkins University shows it.', []],
    ['a newspaper', 'He told the Washington Post.', []],
    [
      'a person named like a place',
      'Denzel Washington came. Washington left.',
      ['Denzel Washington → denzel-washington', 'Washington → denzel-washington'],
      ['Denzel Washington'],
    ],
    [
      'and the place beside the person',
      'Denzel Washington arrived in Washington.',
      ['Denzel Washington → denzel-washington', 'Washington → washington'],
      ['Denzel Washington'],
    ],
    ['a person named like a company', 'Gerald Ford spoke.', ['Gerald Ford → gerald-ford'], ['Gerald Ford']],
    ['the company', 'Ford Motor Company cut jobs at Ford.', ['Ford Motor Company → ford', 'Ford → ford']],
  ],
  places: [
    ['a shared head', 'Ties of South and North Korea.', ['South → south-korea', 'North Korea → north-korea']],
    ['no state by "the two Koreas"', 'The line between the two Koreas.', []],
    [
      'an ambiguous one by what else is named',
      'Georgia (U.S. state) votes. Georgia is close.',
      ['Georgia (U.S. state) → georgia-us', 'Georgia → georgia-us'],
    ],
    ['an abbreviated quarter', 'Trade with N. Macedonia.', ['N. Macedonia → north-macedonia']],
    ['not within another place', 'The New Georgia archipelago and W. Russia.', []],
    ['an adjective only when listed', 'Russian troops in Russia.', ['Russia → russia']],
  ],
  discovery: [
    ['a full name', 'Maria García spoke.', ['Maria García → maria-garcia'], ['Maria García']],
    [
      'and its surname later',
      'Maria García spoke. García left.',
      ['Maria García → maria-garcia', 'García → maria-garcia'],
      ['Maria García'],
    ],
    [
      'and the given name later',
      'Maria García spoke. Maria left.',
      ['Maria García → maria-garcia', 'Maria → maria-garcia'],
      ['Maria García', 'Maria'],
    ],
    [
      'but not another of it',
      'Maria García spoke. Queen Maria left.',
      ['Maria García → maria-garcia'],
      ['Maria García', 'Maria'],
    ],
    ['no single word', 'García spoke.', [], ['García']],
    [
      'without its title',
      'Senator Maria García spoke.',
      ['Maria García → maria-garcia'],
      ['Senator Maria García'],
    ],
    [
      'one person with and without initial',
      'Barack H. Obama spoke. Barack Obama left. B. Obama is Barack Obama.',
      [
        'Barack H. Obama → barack-obama',
        'Barack Obama → barack-obama',
        'B. Obama → barack-obama',
        'Barack Obama → barack-obama',
      ],
      ['Barack H. Obama', 'Barack Obama', 'B. Obama'],
    ],
    [
      'one person in spite of a slip of the pen',
      'Kristin Wilkins spoke. Kristen Wilkins left. Wilkins sat.',
      ['Kristin Wilkins → kristin-wilkins', 'Kristen Wilkins → kristin-wilkins', 'Wilkins → kristin-wilkins'],
      ['Kristin Wilkins', 'Kristen Wilkins'],
    ],
    [
      'no compound',
      'Maria García spoke of García-like prose.',
      ['Maria García → maria-garcia', 'García → maria-garcia'],
      ['Maria García', 'García-like'],
    ],
    [
      'two people whom a shorter name may mean',
      'John A. Smith met John B. Smith. John Smith left. Smith left.',
      ['John A. Smith → john-a-smith', 'John B. Smith → john-b-smith'],
      ['John A. Smith', 'John B. Smith', 'John Smith'],
    ],
    [
      'whom a foundation is named after, by surname',
      'The Andy Warhol Foundation gave prints. Warhol made them. Warhol died.',
      ['Warhol → andy-warhol', 'Warhol → andy-warhol'],
      ['Andy Warhol', 'Warhol'],
    ],
    [
      'never a known name again',
      'Josep Borrell spoke.',
      ['Josep Borrell → josep-borrell'],
      ['Josep Borrell'],
    ],
    ['no airport', 'Near Ronald Reagan Airport.', [], ['Ronald Reagan']],
    [
      'a name from a line of capitals',
      'TOP STORY TODAY: MARIA GARCIA SPEAKS AGAIN',
      ['MARIA GARCIA → maria-garcia'],
      ['MARIA GARCIA'],
    ],
  ],
  titles: [
    [
      'a title alone is its holder',
      'The EU foreign policy chief left.',
      ['EU foreign policy chief → josep-borrell', 'EU → european-union'],
    ],
    [
      'however the owner is written',
      "The European Union's foreign policy chief left.",
      ["European Union's foreign policy chief → josep-borrell", 'European Union → european-union'],
    ],
    [
      'not beside the name',
      'EU foreign policy chief Josep Borrell left.',
      ['EU → european-union', 'Josep Borrell → josep-borrell'],
    ],
    [
      'not after the name',
      'Josep Borrell, the EU foreign policy chief, left.',
      ['Josep Borrell → josep-borrell', 'EU → european-union'],
    ],
    ['not beside another’s name', 'EU foreign policy chief Kaja Kallas left.', ['EU → european-union']],
    ['not of a former one', 'The former EU foreign policy chief left.', ['EU → european-union']],
    ['not of the office', 'The post of EU foreign policy chief is open.', ['EU → european-union']],
  ],
};

for (const [group, table] of Object.entries(cases)) {
  describe(group, () => {
    it.each(table)('%s: %s', (_why, body, mentions, seen = []) => {
      const find = createLinker(authority, seeing(...seen));
      expect(
        find(draft({ body })).mentions.map(
          ({ exact, tag }) => `${exact} → ${tag.slice(tag.indexOf('/') + 1)}`,
        ),
      ).toEqual(mentions);
    });
  });
}

describe('across the fields of an article', () => {
  const find = createLinker(authority, seeing());

  it('links a surname in the headline to the full name in the body', () => {
    const { mentions } = find(
      draft({ headline: "EU's Borrell vows to advance ties", body: 'Josep Borrell arrived.' }),
    );
    expect(mentions.map(({ field, exact, tag }) => [field, exact, tag])).toEqual([
      ['headline', 'EU', 'organization/european-union'],
      ['headline', 'Borrell', 'person/josep-borrell'],
      ['body', 'Josep Borrell', 'person/josep-borrell'],
    ]);
  });

  it('reads headlines in capitals and in title case', () => {
    for (const headline of [
      "EU'S BORRELL VOWS TO HELP US ADVANCE TIES",
      'Borrell Vows More Help With Ties',
    ]) {
      const { mentions } = find(draft({ headline, body: 'Josep Borrell arrived.' }));
      expect(mentions.filter(({ tag }) => tag === 'person/josep-borrell')).toHaveLength(2);
    }
  });

  it('takes WHO in a line of capitals for the pronoun', () => {
    expect(find(draft({ headline: 'MINISTER WHO RESIGNED SPEAKS AGAIN' })).mentions).toEqual([]);
  });

  it('tells which caption a mention is in', () => {
    const { mentions } = find(draft({ captions: ['A lake.', 'Gen Nakatani in Tokyo.'] }));
    expect(mentions.map(({ field, image, exact }) => [field, image, exact])).toEqual([
      ['caption', 1, 'Gen Nakatani'],
      ['caption', 1, 'Tokyo'],
    ]);
  });

  it('resolves a title to its holder at the time', () => {
    const body = 'The EU High Representative for Foreign Affairs and Security Policy left.';
    const people = (publishedAt: string) =>
      find(draft({ body, publishedAt })).mentions.filter(({ tag }) => tag.startsWith('person/'));
    expect(people('2024-11-03T11:59:00Z')).toHaveLength(1);
    expect(people('2025-11-03T11:59:00Z')).toHaveLength(0);
  });
});
