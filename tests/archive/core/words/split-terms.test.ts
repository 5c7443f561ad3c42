import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForm } from '../../../../src/archive/core/words/fold-form.ts';
import { splitTerms } from '../../../../src/archive/core/words/split-terms.ts';
import { scripts, textOf } from '../../scripts.ts';

const forms = (text: string): string =>
  splitTerms(text)
    .map(({ form }) => form)
    .join(' ');

describe('the terms of a text', () => {
  it.each([
    ['Łukasz Wałęsa spotkał się z Đokovićem', 'lukasz walesa spotkal sie z dokovicem'],
    ['Øyvind Sørensen in Łodzi, Đà Nẵng', 'oyvind sorensen in lodzi da nang'],
    ['Straße, STRASSE, Weiß, Æthelred, Ørsted', 'strasse strasse weiss aethelred orsted'],
    ['Iğdır, ISI, ısı, İstanbul', 'igdir isi isi istanbul'],
    ['żółty', 'zolty'],
    ['Ёлка, ёлка, йод', 'елка елка йод'],
    ['Σίσυφος ΣΙΣΥΦΟΣ', 'σισυφοσ σισυφοσ'],
    ['مُهِمَّة القاهرة إنَّ', 'مهمه القاهره ان'],
    ['שָׁלוֹם', 'שלום'],
    ['H₂O ｄｓｔ ﬁnance ²', 'h2o dst finance 2'],
    ['٢٠٢٤ २०२४', '2024 2024'],
    ['co\u00adoperate می\u200cخواهم', 'cooperate ميخواهم'],
    ['cafe\u0301 café', 'cafe cafe'],
    ['محمد \ufdfa', 'محمد صلياللهعليهوسلم'],
  ])('folds %s', (text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it.each([
    ['C++ C# C', 'c ++ c # c'],
    ['.NET and the net.', '. net and the net'],
    ['3.5 %, 3 5, 35', '3 . 5 3 5 35'],
    ['1,000 or 1 000', '1 , 000 or 1 000'],
    ['#tag @name tag', '# tag @ name tag'],
    ['digital.gov a@b.org https://gov.uk/x', 'digital . gov a @ b . org https gov . uk x'],
    ['at 10:30: news', 'at 10 : 30 news'],
    ['O’Brien’s well-known e-mail', 'o brien s well known e mail'],
    ['One. Two, three… (four) “five”', 'one two three four five'],
    ['1 + 1 = 2', '1 1 2'],
  ])('keeps the signs of %s that make it another word', (text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it.each([
    ['東京都', '東京 京都 都'],
    ['東', '東'],
    ['ｶﾞｷﾞ', 'ガギ ギ'],
    ['NHKの朝', 'nhk の朝 朝'],
    ['서울에서 회담', '서울에서 회담'],
    ['ไทย', 'ไท ทย ย'],
  ])('pairs the characters of %s', (text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it('says where each term is', () => {
    expect(splitTerms('Das  Weiße東京')).toEqual([
      { form: 'das', kind: 'word', start: 0, end: 3 },
      { form: 'weisse', kind: 'word', start: 5, end: 10 },
      { form: '東京', kind: 'pair', start: 10, end: 12 },
      { form: '京', kind: 'last', start: 11, end: 12 },
    ]);
    expect(splitTerms('ｶﾞｷﾞ')[0]).toEqual({ form: 'ガギ', kind: 'pair', start: 0, end: 4 });
  });

  it('is the same for folded text, and in order, in every script', () => {
    for (const script of scripts) {
      fc.assert(
        fc.property(textOf(script), (text) => {
          const terms = splitTerms(text);
          for (const [at, { form, start, end }] of terms.entries()) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(terms[at - 1]?.start ?? 0);
            expect(foldForm(form)).toBe(form);
            expect(form).not.toMatch(/[\s"]/);
          }
          expect(forms(foldForm(text))).toBe(forms(text));
        }),
        { numRuns: 40 },
      );
    }
  });

  it('has no blank and no quotation mark in a term, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { form, start, end } of splitTerms(text)) {
          expect(form).not.toMatch(/[\s"\0]/);
          expect(form).not.toBe('');
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
