import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isBinary } from '../../../../src/reading/fields/decode-text.ts';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { wire } from '../../../../src/reading/formats/wire/wire.ts';
import { blocksOf, draftOf, draftsOf } from '../readings.ts';

/** A story of an American wire. Each option replaces a part of it. */
function anpa({
  take = '',
  slug = 'Harbor Bridge',
  head = '',
  body = '',
  sent = '11-13-24 1309GMT',
} = {}): string {
  const cut = slug.replaceAll(' ', '').slice(0, 17);
  return [
    '\x16\x16\x01a4102\x1fwires',
    `r e\x13\x11 BC-US--${cut} ${take.replaceAll(' ', '')} 11-13 0112`,
    `\x02BC-US--${slug}${take && `, ${take}`},140<`,
    '^Maine town reopens its harbor bridge<',
    ...(head
      ? [head]
      : ['^AP Photo MEX101, MEX102<', '^By DANA OKAFOR and IDA SOLBERG=', '^AP Sports Writers=']),
    ...(body
      ? [body]
      : [
          "\t   HARWICK, Maine (AP) _ The council voted _ twice _ to reopen it, in ``Harwick's best hour.''",
          ' ',
          "\t   ``We checked every bolt,'' said Lena Whitlock.",
        ]),
    '\x03',
    `AP-WF-${sent}<`,
    '\x04',
  ].join('\r\n');
}

const control = /(?![\r\n\t])\p{Cc}/gu;

describe('an ANPA 1312 message', () => {
  it('gives the fields of its header, head and trailer', () => {
    expect(draftOf(wire, anpa({ take: '1st Ld-Writethru' }))).toMatchObject({
      sourceKey: 'anpa:2024-11-13:bc-us--harborbridge',
      version: 2,
      headline: 'Maine town reopens its harbor bridge',
      byline: 'Dana Okafor and Ida Solberg, AP Sports Writers',
      authors: [{ name: 'Dana Okafor', role: 'AP Sports Writers' }, { name: 'Ida Solberg' }],
      dateline: { place: 'HARWICK, Maine', agency: 'AP' },
      publishedAt: '2024-11-13T13:09:00Z',
      keywords: ['Harbor Bridge'],
      sections: ['Entertainment'],
      slugline: 'BC-US--Harbor Bridge',
      urgency: 4,
      credit: 'AP',
      warnings: [],
    });
  });

  it('writes the quotation marks and dashes that seven bits lack', () => {
    expect(blocksOf(draftOf(wire, anpa()))).toEqual([
      "paragraph: HARWICK, Maine (AP) — The council voted — twice — to reopen it, in “Harwick's best hour.”",
      'paragraph: “We checked every bolt,” said Lena Whitlock.',
    ]);
  });

  it('has notes for editors and a summary apart from the text', () => {
    const head = [
      '^Eds: Updates with vote count. With AP Photos.<',
      "^EDITOR'S NOTE _ First of two parts.<",
      '^The council of Harwick voted on Tuesday to reopen the bridge, which had been closed for six weeks.<',
      '^By The Associated Press=',
    ].join('\r\n');
    expect(draftOf(wire, anpa({ head }))).toMatchObject({
      editorsNote: 'Updates with vote count. With AP Photos.\nFirst of two parts.',
      standfirst: expect.stringContaining('closed for six weeks.'),
      byline: 'The Associated Press',
    });
  });

  it('keeps the rows of a table apart', () => {
    const head = '^By The Associated Press=\r\n^AMERICAN LEAGUE=\r\n^East Division=';
    const body = '\x08\t;W;L;GB\x10 \r\n\x08Tampa\x10 Bay;17;19;3{\x10 \r\n\x08Boston\x1f\x1e 16\x1e \x1e21';
    expect(blocksOf(draftOf(wire, anpa({ head, body }))).map((block) => block.replace(/^\w+: /, ''))).toEqual(
      ['AMERICAN LEAGUE', 'East Division', 'W | L | GB', 'Tampa Bay | 17 | 19 | 3½', 'Boston | 16 | 21'],
    );
  });

  it('is known by slug and day: write-throughs are versions, other takes stand beside it', () => {
    const keyed = (message: string) => {
      const { sourceKey, version } = draftOf(wire, message);
      return `${sourceKey} ${version}`;
    };
    expect(keyed(anpa())).toBe('anpa:2024-11-13:bc-us--harborbridge 1');
    expect(keyed(anpa({ take: '3rd Ld-Writethru' }))).toBe('anpa:2024-11-13:bc-us--harborbridge 4');
    expect(keyed(anpa({ take: '1st Add' }))).toBe('anpa:2024-11-13:bc-us--harborbridge#1stadd undefined');
    expect(keyed(anpa({ sent: '11-14-24 1309GMT' }))).toBe('anpa:2024-11-14:bc-us--harborbridge 1');
  });

  it('with a kill takes back the story that it names', () => {
    const body =
      '\t   EDITORS:\r\n\t   The AP has withdrawn its story slugged BC-US--Harbor Bridge. It was wrong.';
    const kill = anpa({ slug: 'Advisory', take: 'KILL', head: '^STORY REMOVED<', body });
    expect(draftOf(wire, kill)).toMatchObject({
      sourceKey: 'anpa:2024-11-13:bc-us--harborbridge',
      release: [{ kind: 'withdrawn' }],
    });
    expect(draftOf(wire, anpa({ slug: 'Judge-Kill Case' })).release).toBeUndefined();
  });

  it('reads the time of any zone, month first', () => {
    expect(draftOf(wire, anpa({ sent: '05-03-24 0930EDT' })).publishedAt).toBe('2024-05-03T13:30:00Z');
    expect(draftOf(wire, anpa({ sent: '05-03-89 0930EDT' })).publishedAt).toBe('1989-05-03T13:30:00Z');
  });

  test.each([
    [
      'pictures of control characters',
      (text: string) => text.replace(control, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0))),
    ],
    [
      'names in brackets',
      (text: string) =>
        text.replace(
          control,
          (c) =>
            `[${{ 1: 'SOH', 2: 'STX', 3: 'ETX', 4: 'EOT', 17: 'DC1', 19: 'DC3', 22: 'SYN', 31: 'US' }[c.charCodeAt(0)]}]`,
        ),
    ],
    [
      'carets',
      (text: string) => text.replace(control, (c) => `^${String.fromCharCode(64 + c.charCodeAt(0))}`),
    ],
    ['no control characters', (text: string) => text.replace(control, '')],
  ])('is read with %s', (_, convert) => {
    const converted = convert(anpa());
    expect(formatOf(converted, 'a.txt')?.name).toBe('wire');
    const { origin: _origin, ...draft } = draftOf(wire, converted);
    const { origin: _sent, ...sent } = draftOf(wire, anpa());
    expect(draft).toEqual(sent);
  });
});

/** A story of a European wire. */
function iptc7901({
  header = 'eca0410 3 i 93  dpa 1888',
  head = 'EXTRA\r\nHarbour talks to resume in Kalvik next month =',
  end = 'dpa ab cde',
  sent = '212101 GMT Nov 24',
} = {}): string {
  return [
    `\x01${header}`,
    '',
    'Norvenia/harbour/',
    `\x02${head}`,
    '',
    'Kalvik (dpa) - Transport Minister Oskar Lindqvist says he expects',
    'The Harbour Unions to resume talks in Kalvik early next month.',
    '',
    '   "We are closer than in spring," Lindqvist told dpa.',
    '',
    end,
    '',
    `\x03${sent}`,
    '\x7f',
    '\x04',
  ].join('\r\n');
}

describe('an IPTC 7901 message', () => {
  it('gives the fields of its header, head and trailer', () => {
    expect(draftOf(wire, iptc7901())).toMatchObject({
      sourceKey: 'iptc7901:2024-11-21:eca0410',
      headline: 'Harbour talks to resume in Kalvik next month',
      dateline: { place: 'Kalvik', agency: 'dpa' },
      publishedAt: '2024-11-21T21:01:00Z',
      keywords: ['Norvenia', 'harbour'],
      sections: ['International'],
      slugline: 'Norvenia/harbour',
      urgency: 3,
      credit: 'dpa',
    });
  });

  it('has wrapped lines joined and the signature left out', () => {
    expect(blocksOf(draftOf(wire, iptc7901()))).toEqual([
      'paragraph: Kalvik (dpa) - Transport Minister Oskar Lindqvist says he expects The Harbour Unions to resume talks in Kalvik early next month.',
      'paragraph: "We are closer than in spring," Lindqvist told dpa.',
    ]);
  });

  it('has takes, notes and a byline about its headline', () => {
    const head =
      '2ND LEAD\r\n(adds comments by the unions, byline)\r\nHarbour talks of Kalvik to resume next month, as the\r\nunions say\r\nBy Manuel Schwarz, dpa =';
    expect(draftOf(wire, iptc7901({ head }))).toMatchObject({
      headline: 'Harbour talks of Kalvik to resume next month, as the unions say',
      byline: 'Manuel Schwarz, dpa',
      editorsNote: 'adds comments by the unions, byline',
    });
  });

  it('ends before what is not for publication; notes to editors are kept apart', () => {
    const end =
      '# dpa NOTEBOOK\r\n\r\n## Note to editors\r\n- Corrects the date\r\n\r\n## Internet links\r\n- [Ministry](http://a.example)\r\n\r\ndpa ab cde';
    const draft = draftOf(wire, iptc7901({ end }));
    expect(draft.body.text).toMatch(/told dpa\.$/);
    expect(draft).toMatchObject({ editorsNote: 'Corrects the date', credit: 'dpa' });
  });

  it('is known by the number of its story and version where it has them', () => {
    const header = 'bkn014 4 pl 171 vvvvb KNA 170123-89-00065#2';
    const sent = '231405 Jan 17';
    expect(draftOf(wire, iptc7901({ header, sent, end: '' }))).toMatchObject({
      sourceKey: 'iptc7901:170123-89-00065',
      version: 2,
      sections: ['Politik'],
      credit: 'KNA',
      publishedAt: '2017-01-23T14:05:00Z',
    });
  });

  it('of AFP and APA is read in their forms', () => {
    const header = 'AFP0123 4 POL 0210 FRA /AFP-AB12';
    const head = 'La ministre annonce la réouverture du pont';
    expect(
      draftOf(wire, iptc7901({ header, head, end: 'gj/rox', sent: '\r\nAFP  261430 GMT NOV 24' })),
    ).toMatchObject({
      headline: head,
      keywords: ['Norvenia', 'harbour', 'politics'],
      publishedAt: '2024-11-26T14:30:00Z',
    });
    const apa = iptc7901({
      header: 'APA0412 5 CI 0098',
      head: 'Brücke wieder offen -\r\nUtl.: Stadtrat beschloss Öffnung =',
      end: '(Schluss) ab/cd',
      sent: 'APA0412    2024-11-26/14:30',
    });
    expect(draftOf(wire, apa)).toMatchObject({
      headline: 'Brücke wieder offen',
      standfirst: 'Stadtrat beschloss Öffnung',
      publishedAt: '2024-11-26T14:30:00Z',
      sections: ['Chronik'],
    });
  });

  it('with a kill takes back the message that it names', () => {
    const head = 'KILL\r\nKill harbour story dpa 0407 =';
    expect(draftOf(wire, iptc7901({ head }))).toMatchObject({
      sourceKey: 'iptc7901:2024-11-21:eca0407',
      release: [{ kind: 'withdrawn' }],
    });
  });
});

test.each([
  ['212101 GMT Nov 24', '2024-11-21T21:01:00Z'],
  ['REUTERS\r\n2101 211124 GMT', '2024-11-21T21:01:00Z'],
  ['21-NOV-24 21:01 NNNN', '2024-11-21T21:01:00Z'],
])('the time %j is read', (sent, publishedAt) => {
  expect(draftOf(wire, iptc7901({ sent })).publishedAt).toBe(publishedAt);
});

it('is read without control characters where its time stands at the end', () => {
  const bare = iptc7901().replace(control, '');
  expect(formatOf(bare, 'a.txt')?.name).toBe('wire');
  const { origin: _origin, ...draft } = draftOf(wire, bare);
  const { origin: _sent, ...sent } = draftOf(wire, iptc7901());
  expect(draft).toEqual(sent);
});

it('of AAP is read: a slug without cycle, and a trailer with the day first', () => {
  const message =
    '\x16\x16\x01s0045\x1f-----\r\ni s\x13\x11 Harbour take-two 26-11 0112\r\n\x02Harbour bridge reopens\r\n\t   HARWICK (AAP) - The council voted to reopen the old harbour bridge.\r\n\x0326-11-24 14-30-05\x04';
  expect(draftOf(wire, message)).toMatchObject({
    headline: 'Harbour bridge reopens',
    slugline: 'Harbour',
    publishedAt: '2024-11-26T14:30:00Z',
    sections: ['Sports'],
  });
});

it('has the year of its time for an embargo without one', () => {
  const head = '^EMBARGOED UNTIL 0001 GMT NOV 20<\r\n^By DANA OKAFOR=';
  expect(draftOf(wire, anpa({ head })).release).toMatchObject([
    { kind: 'embargo', instant: '2024-11-20T00:01:00Z' },
  ]);
});

it('reads each message of a file, at its line', () => {
  const drafts = draftsOf(wire, `${anpa()}\n${anpa({ slug: 'Other' })}\n${iptc7901()}`);
  expect(drafts.map(({ sourceKey, origin }) => `${origin.line} ${sourceKey}`)).toEqual([
    '1 anpa:2024-11-13:bc-us--harborbridge',
    '14 anpa:2024-11-13:bc-us--other',
    '27 iptc7901:2024-11-21:eca0410',
  ]);
});

it('takes a message for text although a third of it is control characters', () => {
  expect(isBinary(Buffer.from(`\x16\x16\x01a4102\x1fwires\r\n${'\x08\x10\x1f\x1e a'.repeat(9)}`))).toBe(
    false,
  );
  expect(isBinary(Buffer.from(`\x16\x16\x01\0${'\x08'.repeat(9)}`))).toBe(true);
});

it('never throws', () => {
  const pieces = fc.constantFrom(
    '\x16\x01a4102\x1fx\r\n',
    'r a\x13\x11 BC-US--A 11-13 \r\n',
    '\x02',
    '\x03',
    '\x04',
    '^By A<',
    'BC-A--B,1<\n',
    '\t a',
    'eca0410 3 i 93\n',
    '=\n',
    '\n',
    'AP-WF-99-99-99 9999GMT',
    '999999 GMT Nov 24',
    '^A',
    '[SOH]',
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join('')),
      (text) => {
        for (const reading of wire.read(
          { path: 'a', bytes: Buffer.from(text) },
          { source: null, timeZone: null, language: null, map: {} },
        ))
          expect(['draft', 'reject', 'withdrawal']).toContain(reading.kind);
      },
    ),
  );
});
