import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from './sample-app.ts';

/** Articles by their headlines. */
const bodies: Record<string, { body: string; language?: string }> = {
  Blind: { body: 'Accessibility of government websites, securely made by national organizations.' },
  Access: { body: 'Access to the site, as they communicated.' },
  But: { body: 'They tried, but the universe is general.' },
  Bus: { body: 'The university bus was late.' },
  New: { body: 'A new pier for organic farmers of this generation.' },
  News: { body: 'The news of the day.' },
  Łódź: { body: 'Łukasz Wałęsa spotkał się z Đokovićem i Øyvindem Sørensenem w Łodzi.', language: 'pl' },
  Sørensen: { body: 'Øyvind Sørensen met Nikola Đokić near Đà Nẵng. Æthelred came.' },
  Straße: { body: 'Die Ministerin hat die Straße besucht. Herr Weiß kam.', language: 'de' },
  Iğdır: { body: 'Iğdır ısı', language: 'tr' },
  Żółty: { body: 'Żółty tramwaj', language: 'pl' },
  Ёлка: { body: 'Ёлка в Москве', language: 'ru' },
  مهمة: { body: 'مُهِمَّة إنَّ القاهرة', language: 'ar' },
  Κυβέρνηση: { body: 'Η Κυβέρνηση', language: 'el' },
  Forms: { body: 'H₂O in ｄｓｔ for ﬁnance' },
  東京: { body: '東京都知事選挙の結果が発表された', language: 'ja' },
  首尔: { body: '首尔会谈讨论经济', language: 'zh' },
  서울: { body: '서울에서 대통령은 말했다', language: 'ko' },
  ญี่ปุ่น: { body: 'ข่าวญี่ปุ่นวันนี้', language: 'th' },
  Dev: { body: 'C++ 3.5 and #budget for .NET at digital.gov, said @ada' },
  Plain: { body: 'C and 3 5 of the budget for the net, digital gov, Ada' },
};

let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp();
  await sample.archive.writes.writeArticles(
    Object.entries(bodies).map(([headline, { body, language = 'en' }]) =>
      sampleArticle({ headline: `${headline} .`, body, language }),
    ),
  );
});
afterAll(() => sample.close());

async function found(q: string): Promise<string[]> {
  const response = await sample.get(`/v1/articles?${new URLSearchParams({ q, match: 'all', limit: '100' })}`);
  expect(response.statusCode, response.body).toBe(200);
  const { data, page } = response.json();
  expect(page.total).toEqual({ value: data.length, relation: 'eq' });
  return data.map(({ headline }: { headline: string }) => headline.replace(' .', '')).sort();
}

it.each<[string, string[]]>([
  // The beginnings of words, which a stem had hidden.
  ['accessib*', ['Blind']],
  ['accessibili*', ['Blind']],
  ['access*', ['Access', 'Blind']],
  ['organizat*', ['Blind']],
  ['universi*', ['Bus']],
  ['communicat*', ['Access']],
  ['securi*', []],
  ['secur*', ['Blind']],
  ['nationa*', ['Blind']],
  ['governm*', ['Blind']],
  ['bus*', ['Bus']],
  // Words that one stem had joined.
  ['news', ['News']],
  ['new', ['Birch promises a new pier', 'New']],
  ['university', ['Bus']],
  ['universe', ['But']],
  ['universal', []],
  ['organization', ['Blind']],
  ['organic', ['New']],
  ['general', ['But']],
  ['generation', ['New']],
  ['accessibility', ['Blind']],
  ['access', ['Access']],
  ['"university"', ['Bus']],
  ['"organization"', []],
  ['=organizations', ['Blind']],
  ['=organization', []],
  // Letters that have no accent to lose.
  ['sorensen', ['Sørensen']],
  ['Sørensen', ['Sørensen']],
  ['walesa', ['Łódź']],
  ['oyvind', ['Sørensen']],
  ['dokic', ['Sørensen']],
  ['lodzi', ['Łódź']],
  ['zolty', ['Żółty']],
  ['aethelred', ['Sørensen']],
  ['Da Nang', ['Sørensen']],
  ['strasse', ['Straße']],
  ['STRASSE', ['Straße']],
  ['weiss', ['Straße']],
  ['igdir isi', ['Iğdır']],
  ['H2O', ['Forms']],
  ['dst', ['Forms']],
  ['finance', ['Forms']],
  ['елка', ['Ёлка']],
  ['مهمة', ['مهمة']],
  ['ان', ['مهمة']],
  ['القاهره', ['مهمة']],
  ['κυβερνηση', ['Κυβέρνηση']],
  // Scripts without spaces, and particles.
  ['東京', ['東京']],
  ['知事', ['東京']],
  ['"都知事"', ['東京']],
  ['首尔', ['首尔']],
  ['会谈', ['首尔']],
  ['经济', ['首尔']],
  ['서울', ['서울']],
  ['대통령', ['서울']],
  ['ญี่ปุ่น', ['ญี่ปุ่น']],
  ['besuchen', ['Straße']],
  // Signs.
  ['C++', ['Dev']],
  ['3.5', ['Dev']],
  ['#budget', ['Dev']],
  ['budget', ['Dev', 'Plain']],
  ['.NET', ['Dev']],
  ['digital.gov', ['Dev']],
  ['@ada', ['Dev']],
  // Spelled as fields and exclusions of other programs.
  ['Headline: news', ['News']],
  ['bus –universe', ['Bus']],
  ['budget −"C++"', ['Plain']],
  ['„university bus”', ['Bus']],
  ['「university bus」', ['Bus']],
])('q=%s finds %j', async (q, right) => {
  expect(await found(q)).toEqual(right);
});

it('marks what matched, and nothing else', async () => {
  const marked = async (q: string) => {
    const response = await sample.get(
      `/v1/articles?${new URLSearchParams({ q, match: 'all', highlight: 'true' })}`,
    );
    return response
      .json()
      .data.flatMap(({ highlights }: { highlights: Fragment[] }) =>
        highlights.flatMap(({ text, start, matches }) =>
          matches.map((match) => text.slice(match.start - start, match.end - start)),
        ),
      );
  };
  expect(await marked('university')).toEqual(['university']);
  expect(await marked('accessib*')).toEqual(['Accessibility']);
  expect(await marked('sorensen')).toEqual(['Sørensen', 'Sørensen']);
  expect(await marked('知事')).toEqual(['知事']);
  expect(await marked('サウル')).toEqual([]);
  expect(await marked('organization')).toEqual(['organizations']);
});

interface Fragment {
  text: string;
  start: number;
  matches: { start: number; end: number }[];
}
