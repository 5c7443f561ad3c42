import { fold } from '../../news/fold.ts';

/** News agencies as bylines, datelines and credits write them. */
const agencies = new Set(
  [
    ...[
      'AP',
      'Associated Press',
      'AFP',
      'Agence France-Presse',
      'Reuters',
      'Thomson Reuters',
      'UPI',
      'Yonhap',
    ],
    ...[
      'United Press International',
      'Yonhap News',
      'Yonhap News Agency',
      'Newsis',
      'News1',
      'dpa',
      'DPA',
      'EFE',
    ],
    ...[
      'Agencia EFE',
      'ANSA',
      'AGI',
      'Adnkronos',
      'Xinhua',
      'Xinhua News Agency',
      'Kyodo',
      'Kyodo News',
      'Jiji',
    ],
    ...[
      'Jiji Press',
      'KCNA',
      'TASS',
      'ITAR-TASS',
      'RIA Novosti',
      'Sputnik',
      'Interfax',
      'Ukrinform',
      'Unian',
    ],
    ...[
      'PTI',
      'Press Trust of India',
      'ANI',
      'IANS',
      'UNI',
      'Bernama',
      'Antara',
      'VNA',
      'PNA',
      'CNA',
      'AAP',
      'PA',
    ],
    ...[
      'PA Media',
      'Press Association',
      'APA',
      'ATS',
      'Keystone-SDA',
      'SDA',
      'ANP',
      'Belga',
      'Ritzau',
      'NTB',
      'TT',
    ],
    ...[
      'STT',
      'PAP',
      'CTK',
      'MTI',
      'Agerpres',
      'BTA',
      'HINA',
      'Tanjug',
      'Beta',
      'Anadolu',
      'Anadolu Agency',
      'AA',
    ],
    ...[
      'IRNA',
      'ISNA',
      'WAM',
      'SPA',
      'QNA',
      'MENA',
      'NAN',
      'SAPA',
      'Bloomberg',
      'Bloomberg News',
      'Dow Jones',
    ],
    ...[
      'Dow Jones Newswires',
      'Getty Images',
      'Getty',
      'EPA',
      'EPA-EFE',
      'Zuma',
      'Canadian Press',
      'CP',
      'KNA',
      'epd',
    ],
    ...[
      'Europa Press',
      'Lusa',
      'Notimex',
      'Telam',
      'Agencia Brasil',
      'Prensa Latina',
      'Cox',
      'McClatchy',
      'Knight Ridder',
    ],
    ...[
      'Newswire',
      'PRNewswire',
      'PR Newswire',
      'Business Wire',
      'GlobeNewswire',
      'Tribune News Service',
      'TNS',
    ],
    ...[
      'IPS',
      'Inter Press Service',
      'Religion News Service',
      'RNS',
      'CNS',
      'Kaiser Health News',
      'Wikinews',
      'SNTV',
    ],
    ...['연합뉴스', '뉴시스', '뉴스1', '新华社', '共同通信', '時事通信', '中央社'],
  ].map(plain),
);

/** Words that end the name of a newsroom, an outlet or a desk, and of no person. */
const newsroomWord =
  /^(?:news|newsroom|newsdesk|desk|staff|press|agency|agencies|agence|service|services|wire|newswire|wires|bureau|team|editors?|editorial|reporters|correspondents|writers|times|post|tribune|herald|gazette|journal|chronicle|guardian|magazine|media|network|broadcasting|radio|television|tv|online|redaktion|rédaction|redacción|redazione|redação|agencia|agenzia|agentur|corporation|inc|ltd|board|today|foundation|institute)$/iu;

/** Whether a name is a known news agency's. */
// "AFP" → true, "The Associated Press" → true, "Ann Lee" → false
export function isAgency(name: string): boolean {
  return agencies.has(plain(name));
}

/**
 * Whether a name is a newsroom's rather than a person's: a known agency, a desk or outlet by its last word, or
 * an acronym.
 */
// "Yonhap" → true, "Breitbart News" → true, "KBS" → true, "Ann Lee" → false
export function isNewsroom(name: string): boolean {
  if (isAgency(name)) return true;
  const words = name.trim().split(/\s+/);
  const last = words.at(-1)?.replace(/[.,]$/, '') ?? '';
  if (words.length === 1) return /^[A-Z]{2,5}$/.test(last) || /(?:news|times|press|desk|staff)$/i.test(last);
  return (
    newsroomWord.test(last) || /^(?:staff|news|from|the)\s.*\b(?:reports?|staff|desk|agencies)$/i.test(name)
  );
}

function plain(name: string): string {
  return fold(name)
    .replace(/^the\s+/, '')
    .replace(/[.\s]+/g, ' ')
    .trim();
}
