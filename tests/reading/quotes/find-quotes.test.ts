import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../src/reading/quotes/find-quotes.ts';
import { ends } from '../../ends.ts';
import { bodyOf, inShort, mentionsOf } from './body-of.ts';

const read = (...paragraphs: string[]) => findQuotes(bodyOf(...paragraphs), []).map(inShort);

describe('the source document', () => {
  const seed = new URL('../../../seeds/000_3e34dd70f7b57985.txt', import.meta.url);
  const shared = new URL('../../../../shared/source/000_3e34dd70f7b57985.txt', import.meta.url);
  const text = [seed, shared].flatMap((url) => {
    try {
      return [readFileSync(url, 'utf8')];
    } catch {
      return [];
    }
  })[0];

  it.skipIf(text === undefined)('holds four quotes, all by Josep Borrell', () => {
    const body = bodyOf(...(text ?? '').split(/\n+/).filter(Boolean));
    const borrell = 'person/josep-borrell';
    const mentions = mentionsOf(
      body,
      { Borrell: borrell, 'North Korea': 'organization/north-korea' },
      { [borrell]: 'Josep Borrell' },
    );
    const quotes = findQuotes(body, mentions);
    expect(quotes.map(inShort)).toEqual([
      'Borrell / wrote / complete: Over the past years, we have become even closer partners making significant progress with the Digital, Green & Health Partnerships,',
      'Borrell / noting / partial: to the next level.',
      'Borrell / wrote / complete: My visit today of the Demilitarised Zone -- DMZ -- between the Republic of Korea and the DPRK is yet another reminder of the need to invest more in peace,',
      'Borrell / calling / partial: timely and important opportunity to discuss these worrying developments.',
    ]);
    expect(quotes.map((quote) => quote.speaker?.tag)).toEqual([borrell, borrell, borrell, borrell]);
    expect(quotes.map((quote) => quote.speaker?.name)).toEqual(new Array(4).fill('Josep Borrell'));
    expect(quotes[1]?.paragraph).toBe(quotes[0]?.paragraph);
  });
});

describe('position of the speaker', () => {
  const cases: [string, string, string][] = [
    ['after the quote', '"We will stay," Ana Ruiz said.', 'Ana Ruiz / said / complete: We will stay,'],
    ['after the verb', '"We will stay," said Ana Ruiz.', 'Ana Ruiz / said / complete: We will stay,'],
    ['before the quote', 'Ana Ruiz said, "We will stay."', 'Ana Ruiz / said / complete: We will stay.'],
    [
      'before a colon',
      'Ana Ruiz told reporters: "We will stay."',
      'Ana Ruiz / told / complete: We will stay.',
    ],
    [
      'behind an apposition',
      '"We will stay," Ana Ruiz, the mayor of Alba, said.',
      'Ana Ruiz / said / complete: We will stay,',
    ],
    [
      'behind an age',
      '"We will stay," Ana Ruiz, 44, told the paper.',
      'Ana Ruiz / told / complete: We will stay,',
    ],
    [
      'under a title',
      '"We will stay," said Prime Minister Ana Ruiz.',
      'Ana Ruiz / said / complete: We will stay,',
    ],
    ['as a pronoun', '"Will we stay?" she asked.', 'she / asked / complete: Will we stay?'],
    [
      'as a description',
      '"We will stay," a spokesman for the ministry said.',
      'a spokesman for the ministry / said / complete: We will stay,',
    ],
    [
      'as a paper',
      '"The plan is unlawful," the lawsuit says.',
      'the lawsuit / says / complete: The plan is unlawful,',
    ],
    [
      'after according to',
      '"The plan is unlawful," according to Ana Ruiz.',
      'Ana Ruiz / according to / complete: The plan is unlawful,',
    ],
    [
      'signing after a dash',
      '"The plan is unlawful." — Ana Ruiz',
      'Ana Ruiz / - / complete: The plan is unlawful.',
    ],
    [
      'beginning the sentence inverted',
      'Said Ana Ruiz, "We will stay."',
      'Ana Ruiz / Said / complete: We will stay.',
    ],
    ['by possessing the words', 'Ruiz\'s answer: "We will stay."', 'Ruiz / answer / complete: We will stay.'],
    [
      'two clauses before a participle',
      'Last week, Ruiz condemned the attack, calling it a "shameful act of cowardice."',
      'Ruiz / calling / partial: shameful act of cowardice.',
    ],
    [
      'by a verb the lexicon lacks',
      '"We will stay," she harrumphed.',
      'she / harrumphed / complete: We will stay,',
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('is found on the line below', () => {
    expect(read('"The plan is unlawful."', '- Ana Ruiz')).toEqual([
      'Ana Ruiz / - / complete: The plan is unlawful.',
    ]);
  });

  it('is null if the article does not say', () => {
    expect(read('"The plan is unlawful and we will fight it."')).toEqual([
      '? / - / complete: The plan is unlawful and we will fight it.',
    ]);
  });

  it('is not the one who is asked', () => {
    expect(read('Ruiz was asked, "Will you stay in office?"')).toEqual([
      '? / asked / complete: Will you stay in office?',
    ]);
  });

  it('is announced by the paragraph before', () => {
    expect(read('Ana Ruiz released the following statement:', '"We will stay in office."')).toEqual([
      'Ana Ruiz / statement / complete: We will stay in office.',
    ]);
  });
});

describe('segments', () => {
  it('are one quote when the speech verb interrupts a sentence', () => {
    expect(read('"In my view," Ruiz said, "it is over."')).toEqual([
      'Ruiz / said / complete: In my view, | it is over.',
    ]);
  });

  it('are one quote when it resumes right after its attribution', () => {
    expect(read('"We won," he said. "It is over."')).toEqual(['he / said / complete: We won, | It is over.']);
  });

  it('stay separate when a new cue introduces the second', () => {
    expect(read('"We won," Ruiz said, calling the vote "a triumph of reason."')).toEqual([
      'Ruiz / said / complete: We won,',
      'Ruiz / calling / partial: a triumph of reason.',
    ]);
  });

  it('are one quote when each paragraph opens with a mark and only the last closes', () => {
    expect(read('Ruiz wrote: "We won the vote.', '"It is over now."')).toEqual([
      'Ruiz / wrote / complete: We won the vote. | It is over now.',
    ]);
  });

  it('stay separate when the writer speaks between them', () => {
    expect(read('"We won," Ruiz said. The hall roared. "It is over," Lund said.')).toEqual([
      'Ruiz / said / complete: We won,',
      'Lund / said / complete: It is over,',
    ]);
  });
});

describe('block quotes without marks', () => {
  const asBlockQuote = (body: ReturnType<typeof bodyOf>, ...indexes: number[]) => {
    const blocks = body.blocks.map((block, index) =>
      indexes.includes(index) ? { ...block, kind: 'block-quote' as const } : block,
    );
    return findQuotes({ ...body, blocks }, []).map(inShort);
  };

  it('are quotes when the text announces them, over several blocks too', () => {
    const body = bodyOf('Ana Ruiz wrote:', 'We won the vote.', 'It is over now.', 'The hall roared.');
    expect(asBlockQuote(body, 1, 2)).toEqual([
      'Ana Ruiz / wrote / complete: We won the vote. | It is over now.',
    ]);
  });

  it('are not quotes when nothing announces them', () => {
    expect(asBlockQuote(bodyOf('The hall roared.', 'We won the vote.'), 1)).toEqual([]);
  });
});

describe('quotation marks', () => {
  it.each([
    ['straight', '"It\'s over now," Ruiz said.', "It's over now,"],
    ['typographic', '“It’s over now,” Ruiz said.', 'It’s over now,'],
    ['doubled single', "''It's over now,'' Ruiz said.", "It's over now,"],
    ['single, British', "'It's the voters' choice,' Ruiz said.", "It's the voters' choice,"],
    ['guillemets', '« It is over now », said Ruiz.', 'It is over now'],
    ['German', '„It is over now,“ Ruiz said.', 'It is over now,'],
    ['closed by the wrong mark', '“It is over now,“ Ruiz said.', 'It is over now,'],
    ['nested', '“He told me ‘no way’ twice,” Ruiz said.', 'He told me ‘no way’ twice,'],
    ['nested and closed together', "''They say, 'It is over,''' Ruiz said.", "They say, 'It is over,'"],
    ['never closed', 'Ruiz said: "It is over now.', 'It is over now.'],
  ])('%s', (_, text, words) => {
    const quotes = findQuotes(bodyOf(text), []);
    expect(quotes.map((quote) => [quote.exact, quote.speaker?.exact])).toEqual([[words, 'Ruiz']]);
  });
});

describe('passages that are not speech', () => {
  it.each([
    ['a title', 'He starred in "The Long Good Night" for years.'],
    ['a scare-quoted word', 'The so-called "experts" were wrong about it.'],
    ['a nickname', 'Joe "Bama" Smith won the race.'],
    ['a song', 'The band played "Yellow Sea" twice.'],
    ['a term', 'The phrase "deep state" is older.'],
    ['apostrophes', "The voters' choice wasn't Ruiz's, and rock 'n' roll isn't dead."],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('speakers and tags', () => {
  const tags = { 'Ana Ruiz': 'person/ana-ruiz', Ruiz: 'person/ana-ruiz', 'John Lund': 'person/john-lund' };
  const speakers = (...paragraphs: string[]) => {
    const body = bodyOf(...paragraphs);
    return findQuotes(body, mentionsOf(body, tags)).map((quote) => [
      quote.speaker?.exact,
      quote.speaker?.tag,
    ]);
  };

  it('a name takes the tag of its mention', () => {
    expect(speakers('"We won," said Ana Ruiz.')).toEqual([['Ana Ruiz', 'person/ana-ruiz']]);
  });

  it('a pronoun goes to the nearest person of its gender', () => {
    expect(speakers('Ana Ruiz met John Lund.', '"We won," she said.')).toEqual([['she', 'person/ana-ruiz']]);
    expect(speakers('John Lund met Ana Ruiz.', '"We won," he said.')).toEqual([['he', 'person/john-lund']]);
  });

  it('a pronoun refers to the subject of the sentence before', () => {
    const body = bodyOf('Bo Ek met Al Ode in the hall.', '"We won," he said.');
    const mentions = mentionsOf(body, { 'Bo Ek': 'person/bo-ek', 'Al Ode': 'person/al-ode' });
    expect(findQuotes(body, mentions)[0]?.speaker).toMatchObject({
      tag: 'person/bo-ek',
      name: 'Bo Ek',
      exact: 'he',
    });
  });

  it('a description goes to the nearest person in that role', () => {
    const body = bodyOf('The foreign minister Ana Ruiz met John Lund.', '"We won," the minister said.');
    const mentions = mentionsOf(body, tags).map((mention) =>
      mention.exact === 'Ana Ruiz' ? { ...mention, role: 'foreign minister' } : mention,
    );
    expect(findQuotes(body, mentions)[0]?.speaker).toMatchObject({
      tag: 'person/ana-ruiz',
      exact: 'the minister',
    });
  });

  it('a foundation is not the person it is named after', () => {
    expect(speakers('"We won," the Ruiz Foundation said.')).toEqual([['the Ruiz Foundation', null]]);
    expect(speakers('"We won," said Ruiz Foundation.')).toEqual([['Ruiz Foundation', null]]);
  });

  it('a person named only inside a quote is not an antecedent', () => {
    expect(speakers('Ana Ruiz spoke.', '"John Lund lost the vote," she said.')).toEqual([
      ['she', 'person/ana-ruiz'],
    ]);
  });

  it('a name without a mention keeps its words and has no tag', () => {
    expect(speakers('"We won," said Bo Ek.')).toEqual([['Bo Ek', null]]);
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    '"',
    '“',
    '”',
    "'",
    "''",
    '‘',
    '’',
    '«',
    '»',
    '„',
    ' ',
    '. ',
    ', ',
    'said ',
    'he ',
    'Ana ',
    'calling ',
    '(',
    ')',
    ':',
    '\n\n',
    '-- ',
    'It is over',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('spans match the text, in order, without overlap, and the same each time', () => {
    fc.assert(
      fc.property(text, (source) => {
        const body = bodyOf(...source.split('\n\n'));
        const mentions = mentionsOf(body, { Ana: 'person/ana' });
        const quotes = findQuotes(body, mentions);
        let last = 0;
        for (const quote of quotes) {
          expect(body.text.slice(quote.start, quote.end)).toBe(quote.exact);
          expect(quote.start).toBeGreaterThanOrEqual(last);
          expect(quote.segments[0]?.start).toBe(quote.start);
          expect(quote.segments.at(-1)?.end).toBe(quote.end);
          for (const segment of quote.segments) {
            expect(body.text.slice(segment.start, segment.end)).toBe(segment.exact);
            expect(segment.start).toBeGreaterThanOrEqual(last);
            expect(segment.end).toBeGreaterThan(segment.start);
            last = segment.end;
          }
          const { speaker } = quote;
          if (speaker?.start != null && speaker.end != null) {
            expect(body.text.slice(speaker.start, speaker.end)).toBe(speaker.exact);
            expect(speaker.exact).not.toBe('');
          }
          const block = body.blocks[quote.paragraph];
          expect(block && quote.start >= block.start && quote.start < block.end).toBe(true);
        }
        expect(findQuotes(body, mentions)).toEqual(quotes);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '"',
    "'",
    '“',
    '”',
    "''",
    '«',
    '"a ',
    ' "a" ',
    '“a” said he ',
    "'a' ",
    '"A," he said. ',
    ', calling "a b c" ',
  ])('the end of 400 KB of %j is reached', (piece) => {
    const body = bodyOf(piece.repeat(Math.ceil(400_000 / piece.length)));
    expect(ends(() => findQuotes(body, []))).toBe(true);
  });
});

describe('the speaker of a description', () => {
  const speakersIn = (...paragraphs: string[]) => {
    const body = bodyOf(...paragraphs);
    const mentions = mentionsOf(
      body,
      { 'Ana Ruiz': 'person/ana-ruiz', Ruiz: 'person/ana-ruiz', 'Bo Ek': 'person/bo-ek', Ek: 'person/bo-ek' },
      { 'person/ana-ruiz': 'Ana Ruiz', 'person/bo-ek': 'Bo Ek' },
    );
    return findQuotes(body, mentions).map(({ speaker }) => speaker?.name);
  };

  it('is the person named after it between commas', () => {
    expect(
      speakersIn('Her Estonian counterpart, Bo Ek, called it "a bridge between two capitals of the north".'),
    ).toEqual(['Bo Ek']);
    expect(speakersIn('"We are glad," the port’s director, Sir Bo Ek, wrote in a statement.')).toEqual([
      'Bo Ek',
    ]);
  });

  it('is not somebody else in the sentence', () => {
    expect(speakersIn('A spokesman for Ruiz said: "We are glad."')).toEqual(['A spokesman for Ruiz']);
  });

  it('is the person it names after adjectives', () => {
    expect(speakersIn('Ana Ruiz won.', '"I want to hear you roar," a smiling Ruiz said.')).toEqual([
      'Ana Ruiz',
    ]);
  });

  it('in a quote of two paragraphs, is the person named in the last', () => {
    expect(
      speakersIn(
        'Ana Ruiz called the plan "a bridge between two capitals".',
        '"We have talked about it for 30 years.',
        '"Now we will know what it costs," Bo Ek said.',
      ),
    ).toEqual(['Ana Ruiz', 'Bo Ek']);
  });
});

describe('who can be a speaker', () => {
  const speakerOf = (paragraph: string, author: string | null = null, tags: Record<string, string> = {}) => {
    const body = bodyOf(paragraph);
    return findQuotes(body, mentionsOf(body, tags), author)[0]?.speaker ?? null;
  };

  it('takes I outside quotation marks for the only author', () => {
    expect(speakerOf('Last year I argued that "the plan will fail."', 'Ana Ruiz')).toMatchObject({
      ...{ name: 'Ana Ruiz', exact: 'I', tag: null },
    });
  });

  it('gives I the tag of an author whom the article mentions', () => {
    const tags = { 'Ana Ruiz': 'person/ana-ruiz' };
    const text = 'I said, "The plan will fail." Ana Ruiz is a columnist.';
    expect(speakerOf(text, 'Ana Ruiz', tags)?.tag).toBe('person/ana-ruiz');
  });

  it.each([
    ['I without an author', 'I said, "The plan will fail."'],
    ['we', 'We asked, "Will the plan fail?"'],
    ['you', 'When you see it, you say, "The plan will fail."'],
    ['a label', 'Comments: "The plan will fail."'],
    ['a cue noun', 'The answer was the same: "The plan will fail."'],
    ['a heading', 'Comments, in the end, called it "a plan that will fail."'],
    ['an abstraction', 'The Navy\'s ambitious goal was called "a plan that will fail."'],
    ['a verb and its object', 'See the latest news here: "The plan will fail."'],
    ['a contraction', 'There’s a big difference: "The plan will fail."'],
  ])('is not %s', (_, text) => {
    expect(speakerOf(text)).toBeNull();
  });

  it.each([
    ['a document', 'The report said, "The plan will fail."', 'The report'],
    ['a body of people', 'The city council said, "The plan will fail."', 'The city council'],
    ['people without an article', 'Local residents said, "The plan will fail."', 'Local residents'],
    ['a body of people before a colon', 'The ministry: "The plan will fail."', 'The ministry'],
    ['people before a colon', 'The officials at the port: "The plan will fail."', 'The officials'],
    ['a name in an apposition', 'Codd, in a paper of that year, called it "a plan that will fail."', 'Codd'],
    ['a role without an article', '"The plan will fail," said former secretary of state Ek.', 'Ek'],
    ['a name that the news has once', 'Vulture put it this way: "The plan will fail."', 'Vulture'],
  ])('is %s', (_, text, name) => {
    expect(speakerOf(text)?.name).toContain(name);
  });

  it('ends before a past tense: Fiorina threw her support', () => {
    expect(speakerOf('Ana Ruiz threw her support to him, saying, "The plan will work."')?.name).toBe(
      'Ana Ruiz',
    );
  });

  it('keeps the person if the noun phrase includes a verb', () => {
    const tags = { Kasich: 'person/john-kasich' };
    const text = 'Kasich bemoaned the reputation of the state, saying, "The plan will fail."';
    expect(speakerOf(text, null, tags)?.tag).toBe('person/john-kasich');
  });

  it('finds the person after adjectives', () => {
    const tags = { Clinton: 'person/hillary-clinton' };
    expect(speakerOf('"We won," a smiling Clinton said.', null, tags)?.tag).toBe('person/hillary-clinton');
  });
});
