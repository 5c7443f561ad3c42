import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDateline } from '../../../src/reading/fields/read-dateline.ts';

it.each([
  ['SEOUL, Nov. 3 (Yonhap) -- The EU', 'SEOUL', 'Nov. 3', 'Yonhap'],
  ['WASHINGTON (AP) — The president', 'WASHINGTON', null, 'AP'],
  ['HAYWARD, Calif. (AP) — The', 'HAYWARD, Calif.', null, 'AP'],
  ['MOJAVE, Calif. - The rocket', 'MOJAVE, Calif.', null, null],
  ['LONDON, March 1 - The bank', 'LONDON', 'March 1', null],
  ['NEW YORK, Nov 3 (Reuters) - Stocks', 'NEW YORK', 'Nov 3', 'Reuters'],
  ['HARTFORD, Conn., March 26 - A firm', 'HARTFORD, Conn.', 'March 26', null],
  ['SEOUL/TOKYO, Nov 3 (Reuters) - Two', 'SEOUL/TOKYO', 'Nov 3', 'Reuters'],
  ['Paris, 3 novembre (AFP) - Le', 'Paris', '3 novembre', 'AFP'],
  ['KYIV, Ukraine (AP) — The', 'KYIV, Ukraine', null, 'AP'],
  ['THE HAGUE, the Netherlands, March 31 - The', 'THE HAGUE, the Netherlands', 'March 31', null],
  ['LOS ANGELES, Tuesday – The', 'LOS ANGELES', 'Tuesday', null],
  ['BRUSSELS, March 27, Reuter - The', 'BRUSSELS', 'March 27', 'Reuter'],
  ['(Reuters) - Shares', null, null, 'Reuters'],
  ['RIO DE JANEIRO -- The', 'RIO DE JANEIRO', null, null],
  ['JAKARTA, Indonesia — An airport', 'JAKARTA, Indonesia', null, null],
  ['Paris, le 3 novembre 2024 (AFP) - Le', 'Paris', '3 novembre 2024', 'AFP'],
  ['BERLIN (dpa) - Der', 'BERLIN', null, 'dpa'],
  ['Madrid, 3 nov (EFE).- El', 'Madrid', '3 nov', 'EFE'],
  ['МОСКВА, 3 ноября (ТАСС). Президент', 'МОСКВА', '3 ноября', 'ТАСС'],
  ['(서울=연합뉴스) 홍길동 기자 = 정부는', '서울', null, '연합뉴스'],
  ['新华社北京11月3日电（记者李明）国务院', '北京', '11月3日', '新华社'],
  ['（中新社上海3日电）国务院', '上海', '3日', '中新社'],
  ['HARWICK, Maine (AP) _ The council', 'HARWICK, Maine', null, 'AP'],
  ['FORT HARWICK, Pa. (AP) _ Gull Foods', 'FORT HARWICK, Pa.', null, 'AP'],
  ['(Kyodo) -- The', null, null, 'Kyodo'],
  ['PARIS, Nov. 26, 2024 (AFP) - The', 'PARIS', 'Nov. 26, 2024', 'AFP'],
  ['(ANSA) - ROMA, 26 NOV - Il governo', 'ROMA', '26 NOV', 'ANSA'],
  ['(ANSA) - Roma, 26 nov. - Il governo', 'Roma', '26 nov.', 'ANSA'],
  ['Madrid, 26 nov (EFE).- El', 'Madrid', '26 nov', 'EFE'],
  ['Berlin (dpa) - Der', 'Berlin', null, 'dpa'],
  ['Berlin (dpa/lnw) - Der', 'Berlin', null, 'dpa/lnw'],
  ['San Diego (tca/dpa) - History', 'San Diego', null, 'tca/dpa'],
  ['Frankfurt/Main (dpa) - Der', 'Frankfurt/Main', null, 'dpa'],
  ['København, tirsdag /ritzau/ Regeringen vil', 'København', 'tirsdag', 'ritzau'],
  ['København /ritzau/ Regeringen', 'København', null, 'ritzau'],
  ['BEIJING, Nov. 26 (Xinhua) -- China', 'BEIJING', 'Nov. 26', 'Xinhua'],
  ['Oslo (NTB): Regjeringen', 'Oslo', null, 'NTB'],
  ['Oslo (©NTB): Regjeringen', 'Oslo', null, 'NTB'],
  ['NEW DELHI: The government', 'NEW DELHI', null, null],
  ['New Delhi, Nov 26 (PTI) The government', 'New Delhi', 'Nov 26', 'PTI'],
  ['New Delhi [India], November 26 (ANI): The', 'New Delhi [India]', 'November 26', 'ANI'],
  ['KARACHI, Nov 26: The', 'KARACHI', 'Nov 26', null],
  ['PARIS/BERLIN (Reuters) - The', 'PARIS/BERLIN', null, 'Reuters'],
  ['القاهرة - أحمد منصور', 'القاهرة', null, null],
  ['القاهرة (رويترز) - قال', 'القاهرة', null, 'رويترز'],
  ['دبي 26 نوفمبر (د ب أ) - قال', 'دبي', '26 نوفمبر', 'د ب أ'],
  ['إسطنبول / محمد علي / الأناضول', 'إسطنبول', null, 'الأناضول'],
  ['(서울=연합뉴스) 김지연 기자 = 정부는', '서울', null, '연합뉴스'],
  ['[서울=뉴시스] 김지연 기자 = 정부는', '서울', null, '뉴시스'],
  ['【東京=山田太郎】政府は', '東京', null, null],
  ['【ワシントン＝AP】政府は', 'ワシントン', null, 'AP'],
  ['【ソウル共同】政府は', 'ソウル', null, '共同'],
  ['[東京 26日 ロイター] - 政府は', '東京', '26日', 'ロイター'],
  ['新华社北京11月26日电（记者 李明、王芳）国务院', '北京', '11月26日', '新华社'],
  ['（中央社記者李明台北26日電）總統', '台北', '26日', '中央社'],
  ['記者李明／台北報導 總統', '台北', null, null],
  ['本报北京11月26日讯（记者李明）', '北京', '11月26日', null],
  ['МОСКВА, 26 ноября. /ТАСС/. Президент', 'МОСКВА', '26 ноября', 'ТАСС'],
  ['МОСКВА, 26 ноя - РИА Новости. Президент', 'МОСКВА', '26 ноя', 'РИА Новости'],
  ['Москва. 26 ноября. INTERFAX.RU - Президент', 'Москва', '26 ноября', 'INTERFAX.RU'],
  ['26 ноября, Минск /Корр. БЕЛТА/. Президент', 'Минск', '26 ноября', 'БЕЛТА'],
  ['КИЇВ, 26 листопада. /УКРІНФОРМ/. Президент', 'КИЇВ', '26 листопада', 'УКРІНФОРМ'],
  ['ΑΘΗΝΑ, 26 Νοεμβρίου (ΑΠΕ-ΜΠΕ) - Η κυβέρνηση', 'ΑΘΗΝΑ', '26 Νοεμβρίου', 'ΑΠΕ-ΜΠΕ'],
  ['नई दिल्ली, 26 नवंबर (भाषा) सरकार', 'नई दिल्ली', '26 नवंबर', 'भाषा'],
  ['Bonn (KNA) Der Ausschuss', 'Bonn', null, 'KNA'],
  ['Lisboa, 26 nov 2024 (Lusa) – O', 'Lisboa', '26 nov 2024', 'Lusa'],
  ['DEN HAAG (ANP) - Het', 'DEN HAAG', null, 'ANP'],
  ['BRUSSEL 26/11 (BELGA) = De', 'BRUSSEL', '26/11', 'BELGA'],
  ['ANKARA (AA) - Cumhurbaşkanı', 'ANKARA', null, 'AA'],
  ['OTTAWA — The', 'OTTAWA', null, null],
  ['TORONTO (CP) — The', 'TORONTO', null, 'CP'],
  ['NEW YORK, Nov. 26, 2024 /PRNewswire/ -- Acme', 'NEW YORK', 'Nov. 26, 2024', 'PRNewswire'],
  ['SAN FRANCISCO--(BUSINESS WIRE)--Acme', 'SAN FRANCISCO', null, 'BUSINESS WIRE'],
  ['JAKARTA, KOMPAS.com - Pemerintah', 'JAKARTA', null, 'KOMPAS.com'],
  ['Liputan6.com, Jakarta - Pemerintah', 'Jakarta', null, 'Liputan6.com'],
  ['Praha 26. listopadu (ČTK) - Vláda', 'Praha', '26. listopadu', 'ČTK'],
  ['Budapest, 2024. november 26., kedd (MTI) - A', 'Budapest', '2024. november 26., kedd', 'MTI'],
  ['MADRID, 26 Nov. (EUROPA PRESS) - El', 'MADRID', '26 Nov.', 'EUROPA PRESS'],
  ['CIUDAD DE MÉXICO (AP) — El', 'CIUDAD DE MÉXICO', null, 'AP'],
  ['Ciudad de México, 26 nov (EFE).- El', 'Ciudad de México', '26 nov', 'EFE'],
  ['BUCUREŞTI, 26 nov /Agerpres/ - Guvernul', 'BUCUREŞTI', '26 nov', 'Agerpres'],
  ['TOKYO, Nov. 26 (Kyodo) -- The', 'TOKYO', 'Nov. 26', 'Kyodo'],
  ['LONDON (Reuters) - The', 'LONDON', null, 'Reuters'],
  ['Vilnius, lapkričio 26 d. (ELTA). Vyriausybė', 'Vilnius', 'lapkričio 26 d.', 'ELTA'],
  ['GENEVA, 26 November 2024 – The', 'GENEVA', '26 November 2024', null],
  ['Paris (AFP) – Le', 'Paris', null, 'AFP'],
])('reads the opening of wire copy: %s', (text, place, date, agency) => {
  expect(readDateline(text)?.dateline).toMatchObject({ place, date, agency });
});

it.each([
  ['القاهرة - أحمد منصور', 'أحمد منصور'],
  ['إسطنبول / محمد علي / الأناضول', 'محمد علي'],
  ['(서울=연합뉴스) 김지연 기자 = 정부는', '김지연 기자'],
  ['[서울=뉴시스] 김지연 기자 = 정부는', '김지연 기자'],
  ['【東京=山田太郎】政府は', '山田太郎'],
  ['新华社北京11月26日电（记者 李明、王芳）国务院', '李明、王芳'],
  ['（中央社記者李明台北26日電）總統', '李明'],
  ['記者李明／台北報導 總統', '李明'],
  ['本报北京11月26日讯（记者李明）', '李明'],
])('gives the reporters that a dateline names: %s', (text, byline) => {
  expect(readDateline(text)?.byline).toBe(byline);
});

it('gives the paragraph without it', () => {
  expect(readDateline('SEOUL, Nov. 3 (Yonhap) -- The EU said.')).toMatchObject({
    dateline: { text: 'SEOUL, Nov. 3 (Yonhap)' },
    rest: 'The EU said.',
  });
});

it.each([
  '',
  'NATO — The alliance said',
  'IBM -- which makes computers',
  'UPDATE - The market closed',
  'The plan - a good one - failed',
  '"My visit of the Demilitarised Zone -- DMZ -- between',
  'THE PRESIDENT: The plan is good.',
  'MODERATOR: The next question.',
  'Digital Analytics Program (DAP): It offers a broad view',
  'Martha McLean (Canada): Deputy Director of communications',
  'Chris Holly (Product Owner): Lots!',
  'مصر - تونس اليوم',
  'القاهرة - قال الوزير إن المدينة ستفتح الجسر القديم',
  'System Usability Scale (SUS) The improvement of products',
  'Breakfast - The meal of kings',
  'Thursday - the day before',
])('is not fooled by other openings: %s', (text) => {
  expect(readDateline(text)).toBeUndefined();
});

it('never throws, and what it leaves is the end of the paragraph', () => {
  const words = fc.constantFrom(
    'SEOUL',
    ', ',
    'Nov. 3',
    ' (',
    'AP',
    ')',
    ' - ',
    ' -- ',
    '—',
    'The',
    ' ',
    'N.Y.',
    '/',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readDateline(text);
      expect(
        read === undefined || (text.slice(read.start) === read.rest && text.includes(read.dateline.text)),
      ).toBe(true);
    }),
  );
});
