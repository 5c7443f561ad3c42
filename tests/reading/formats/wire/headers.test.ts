import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { wire } from '../../../../src/reading/formats/wire/wire.ts';
import { draftOf } from '../readings.ts';

const body = '\tHARWICK, Maine (AP) _ The council voted to reopen the old harbor bridge.\r\n';
const end = '\x03\r\nAP-WF-11-26-24 1430GMT\r\n\x04';

describe('an ANPA header', () => {
  test.each([
    [
      'with signs of the format before the slug',
      `\x01r0042\x1fntgb\r\nr n\x13\x11HARBOR-BRIDGE 11-26 0085\r\n`,
      'HARBOR-BRIDGE',
    ],
    [
      'with a separator before the slug',
      `\x01V0123\x1f----\r\nU I \x1fHarbor Bridge 11-26 0085\r\n`,
      'Harbor Bridge',
    ],
    [
      'with a take after a slug of words',
      `\x01a0451\x1fwires\r\nb i Harbor Bridge KILL-Adv 11-26 0085\r\n`,
      'Harbor Bridge',
    ],
  ])('%s is read', (_, header, slugline) => {
    const message = `${header}\x02^Bridge reopens<\r\n${body}${end}`;
    expect(formatOf(message, 'a.txt')?.name).toBe('wire');
    expect(draftOf(wire, message)).toMatchObject({ slugline, publishedAt: '2024-11-26T14:30:00Z' });
  });

  test.each([
    [
      'carets',
      `^Aa0452^_\r\nr a^S^QBC-MaineBridge 11-26 0085\r\n^B^Bridge reopens<\r\n${body}^C\r\nAP-WF-11-26-24 1430GMT\r\n^D\r\n`,
    ],
    [
      'names',
      `<SOH>a0453<US>wires<CR><LF>\r\nr w <DC2><DC1>BC-MaineBridge 11-26 0085<CR><LF>\r\n<STX>^Bridge reopens<\r\n${body}<ETX>\r\nAP-WF-11-26-24 1430GMT\r\n`,
    ],
  ])('with %s for control characters is read', (_, message) => {
    expect(formatOf(message, 'a.txt')?.name).toBe('wire');
    expect(draftOf(wire, message)).toMatchObject({
      headline: 'Bridge reopens',
      sourceKey: 'anpa:2024-11-26:bc-mainebridge',
    });
  });

  test('goes with a time without an agency, month first', () => {
    const message = `\x01a0452\x1f\r\nr a BC-Bridge 11-26 0085\r\n\x02^Bridge reopens<\r\n${body}\x03\r\n11-26-24 1430EST\r\n`;
    expect(draftOf(wire, message).publishedAt).toBe('2024-11-26T19:30:00Z');
  });
});

const iptc = (header: string, text: string, sent = '261012 Nov 24') =>
  `${header}\r\n\x02${text}\r\n\x03\r\n${sent}\r\n`;

describe('an IPTC 7901 message', () => {
  test('may have its header on the line after SOH', () => {
    const message = iptc(
      '\x01\r\neca0412 3 i 93  dpa 1890\r\n\r\nBridge/Harbor/',
      'Bridge reopens =\r\n\r\nHarwick (dpa) - It reopened.',
    );
    expect(formatOf(message, 'a')?.name).toBe('wire');
    expect(draftOf(wire, message)).toMatchObject({ slugline: 'Bridge/Harbor', headline: 'Bridge reopens' });
  });

  test('may have its slug above the headline and its signature under the last line', () => {
    const message = iptc(
      '\x01APA0123 4 WI 0110',
      'Wien/Handel\r\nHandel erwartet gutes Jahr =\r\n\r\nWien (APA) - Der Handel erwartet ein gutes Jahr.\r\nDas sagte Eva Lind.\r\n(Schluss) hel/bra',
    );
    const draft = draftOf(wire, message);
    expect(draft).toMatchObject({ slugline: 'Wien/Handel', keywords: ['Wien', 'Handel'] });
    expect(draft.body.text).toMatch(/Eva Lind\.$/);
  });
});

describe('a kill of a later day takes back the story of the day that it names', () => {
  test.each([
    'Kill the story slugged BC-US--Harbor Bridge, which moved Tuesday, Nov. 26. It did not open.',
    'Kill the story slugged BC-US--Harbor Bridge of 26 November. It did not open.',
  ])('%s', (text) => {
    const message = `\x01a0099\x1fwires\r\nb a BC-US--HarborBridge KILL 11-28 0040\r\n\x02^BULLETIN KILL<\r\n\tEDITORS:\r\n\t${text}\r\n\x03\r\nAP-WF-11-28-24 0900GMT\r\n`;
    expect(draftOf(wire, message).sourceKey).toBe('anpa:2024-11-26:bc-us--harborbridge');
  });

  test('of IPTC 7901, in the year before, too', () => {
    const message = iptc(
      '\x01eca0411 1 i 40  dpa 1889',
      'KILL KILL KILL\r\nPlease kill eca0410 of 30 December =\r\n\r\nHarwick (dpa) - It is wrong.',
      '021012 Jan 25',
    );
    expect(draftOf(wire, message).sourceKey).toBe('iptc7901:2024-12-30:eca0410');
  });
});
