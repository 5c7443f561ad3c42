import { fold } from '../../model/fold.ts';

/** Names of news agencies, compared in any letter case. */
const agencies = new Set(
  `Associated Press | Agence France-Presse | Agence France Presse | Reuters | Reuter | Thomson Reuters | United Press International
   Yonhap | Yonhap News | Yonhap News Agency | Newsis | News1 | Agencia EFE | Adnkronos | Xinhua | Xinhua News Agency
   Kyodo | Kyodo News | Jiji | Jiji Press | TASS | ITAR-TASS | RIA Novosti | Sputnik | Interfax | Ukrinform | Unian
   Press Trust of India | Bernama | Antara | PA Media | Press Association | Keystone-SDA | Belga | Ritzau | Agerpres
   Tanjug | Anadolu | Anadolu Agency | Bloomberg | Bloomberg News | Dow Jones | Dow Jones Newswires | Getty Images
   Getty | EPA-EFE | Canadian Press | Presse Canadienne | La Presse Canadienne | Europa Press | Lusa | Notimex | Telam | Agencia Brasil | Prensa Latina
   McClatchy | Knight Ridder | Newswire | PRNewswire | PR Newswire | Business Wire | GlobeNewswire
   Tribune News Service | Inter Press Service | Religion News Service | Kaiser Health News | Wikinews
   Europa Press | Italpress | LaPresse | Folhapress | Estadão Conteúdo | Agência Brasil | Agência Lusa | dpa-AFX | PTI Bhasha
   TTXVN | Kazinform | Казинформ | БЕЛТА | БТА | УНН | УКРІНФОРМ | УКРИНФОРМ | РИА | Интерфакс-Украина | INTERFAX.RU | ΑΠΕ-ΜΠΕ | ΑΠΕ
   Agencies | News Agencies | Compiled from Agencies | رويترز | أ ف ب | ا ف ب | أ.ف.ب | فرانس برس | د ب أ | د.ب.أ | واس | وام | بترا | كونا | قنا | وفا | سانا | واع | أ ش أ | الأناضول | سبوتنيك | أ ب
   भाषा | एएनआई | वार्ता | आईएएनएस | ロイター | 共同 | 時事 | ＡＰ | ＡＦＰ | 法新社 | 路透 | 路透社 | 美联社 | 美聯社 | 中新网 | 人民网
   ТАСС | РИА Новости | Интерфакс | Укринформ | Укрінформ | 新華社 | 中新社 | 연합뉴스 | 뉴시스 | 뉴스1 | 新华社 | 共同通信 | 時事通信 | 中央社`
    .split(/\s*[|\n]\s*/)
    .map(plain),
);

/** Abbreviations of news agencies, compared exactly: in lower case some are words ("spa"). */
const acronyms = new Set(
  `AP AFP UPI EFE ANSA AGI KCNA PTI ANI IANS UNI VNA PNA CNA AAP PA APA ATS SDA ANP NTB TT STT PAP CTK MTI BTA HINA
   AA IRNA ISNA WAM SPA QNA MENA NAN SAPA EPA CP KNA TNS IPS RNS CNS SNTV DPA dpa EPD epd
   KNA SID APA AWP OTS ots idw dts LETA BNS ELTA SRNA FENA MIA ČTK ANSAmed AFX tca`.split(/\s+/),
);

/** Last words of names of newsrooms, outlets and desks that are not surnames. */
const newsroomWord =
  /^(?:news|newsroom|newsdesk|desk|staff|press|agency|agencies|agence|service|services|wire|newswire|wires|bureau|team|editors?|editorial|reporters|correspondents|writers|times|post|tribune|herald|gazette|journal|chronicle|guardian|magazine|media|network|broadcasting|radio|television|tv|online|redaktion|rédaction|redacción|redazione|redação|agencia|agenzia|agentur|corporation|inc|ltd|board|today|foundation|institute)$/iu;

/** Names of public bodies and sites: "Office of Information Policy", "Data.gov". */
const publicBody =
  /(?:^|\s)(?:department|ministry|office|bureau|institute|center|centre|commission|committee|council|administration|authority|agency|academy|association|union|university) (?:of|for|on)\s|\s(?:department|program|programme|administration|commission|committee|council|authority)$|^[\w-]+\.(?:gov|com|org|net|info|eu|int)$/i;

/** True for the name of a known news agency. */
// "AFP" → true, "The Associated Press" → true, "Ann Lee" → false
export function isAgency(name: string): boolean {
  return acronyms.has(name.replace(/^the\s+/i, '').trim()) || agencies.has(plain(name));
}

/** True for the name of a newsroom rather than a person: a known agency, a desk, an outlet or an acronym. */
// "Yonhap" → true, "Breitbart News" → true, "KBS" → true, "Ann Lee" → false
export function isNewsroom(name: string): boolean {
  if (isAgency(name)) return true;
  const words = name.trim().split(/\s+/);
  const last = words.at(-1)?.replace(/[.,]$/, '') ?? '';
  if (words.length === 1)
    return /^[A-Z]{2,5}(?:[-/][A-Z]{2,5}){0,4}$/.test(last) || /(?:news|times|press|desk|staff)$/i.test(last);
  return (
    newsroomWord.test(last) || /^(?:staff|news|from|the)\s.*\b(?:reports?|staff|desk|agencies)$/i.test(name)
  );
}

/** True for an author that is no person: a newsroom, a team, a public body or a site. */
// "gsa-blog-team" → true, "Office of Information Policy" → true, "Data.gov" → true
export function isOrganization(name: string): boolean {
  return isNewsroom(name) || isNewsroom(name.replaceAll('-', ' ')) || publicBody.test(name.trim());
}

function plain(name: string): string {
  return fold(name)
    .replace(/^the\s+/, '')
    .replace(/[.\s]+/g, ' ')
    .trim();
}
