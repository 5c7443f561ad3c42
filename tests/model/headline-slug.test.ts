import { expect, test } from 'vitest';
import { headlineSlug } from '../../src/model/headline-slug.ts';
import { slugOf } from '../../src/model/slug.ts';

test.each([
  ['Выборы в Москве: что дальше', 'vybory-v-moskve-chto-dalshe'],
  ['Їжак — тварина', 'izhak-tvarina'],
  ['Σεισμός στην Αθήνα', 'seismos-stin-athina'],
  ['თბილისი და Երևան', 'tbilisi-da-erevan'],
  ['Azərbaycan və Bakı', 'azerbaycan-ve-baki'],
  ['القاهرة تستضيف قمّة المناخ', 'القاهرة-تستضيف-قمة-المناخ'],
  ['ראש הממשלה: "אין הסכם"', 'ראש-הממשלה-אין-הסכם'],
  ['한국과 EU, 안보 협력 강화', '한국과-eu-안보-협력-강화'],
  ['東京で地震、けが人なし', '東京で地震-けが人なし'],
  ['नई दिल्ली में बैठक', 'नई-दिल्ली-में-बैठक'],
  ['ＥＵと日本', 'euと日本'],
  ['ประชุมที่กรุงเทพ', 'ประชุมที่กรุงเทพ'],
  ['!?', ''],
])('%s → %s', (headline, slug) => {
  expect(headlineSlug(headline)).toBe(slug);
});

test.each([
  "EU's Borrell vows to advance security, defense ties with S. Korea",
  'Łódź — Straße: 24 hours in Việt Nam',
  '2024',
  '🎉',
])('a headline in Latin letters has the slug that it had: %s', (headline) => {
  expect(headlineSlug(headline)).toBe(slugOf(headline));
});

test.each(['大'.repeat(500), 'น้ำ'.repeat(100), '😀字'.repeat(100), 'а'.repeat(500), '안보 '.repeat(100)])(
  'a long headline is cut between characters, so that its address is short: %#',
  (headline) => {
    const slug = headlineSlug(headline);
    expect(slug).not.toBe('');
    expect(encodeURIComponent(slug).length).toBeLessThanOrEqual(360);
    expect(headline.startsWith(slug) || slug.includes('-') || /^a+$/.test(slug)).toBe(true);
  },
);
