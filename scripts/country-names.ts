/** How news in English names a country where the package says it otherwise; the package's name becomes an alias. */
export const names: Record<string, string> = {
  AX: 'Åland Islands',
  BL: 'Saint Barthélemy',
  CV: 'Cape Verde',
  CW: 'Curaçao',
  // Bare "Georgia" is the American state at least as often: it takes more than a name to tell.
  GE: 'Georgia (country)',
  MO: 'Macau',
  RE: 'Réunion',
  ST: 'São Tomé and Príncipe',
  TR: 'Turkey',
};

/** Countries on two continents whose region the packages give by part; UN M49 counts Russia as Eastern Europe. */
export const continentsByHand: Record<string, string> = { RU: 'Europe' };

/** Abbreviations and short forms of news style that the packages lack. */
export const addedAliases: Record<string, string[]> = {
  AE: ['U.A.E.'],
  BA: ['Bosnia', 'Bosnia-Herzegovina'],
  CN: ['PRC'],
  GB: ['U.K.'],
  GE: ['Republic of Georgia'],
  IE: ['Irish Republic'],
  KN: ['St. Kitts'],
  KP: ['N. Korea', "Democratic People's Republic of Korea"],
  KR: ['S. Korea', 'ROK'],
  PS: ['Palestinian territories'],
  TL: ['Timor-Leste'],
  US: ['U.S.', 'U.S.A.'],
  VC: ['St. Vincent'],
};

/** Names of former states and dependencies, and names that are somebody or something else more often. */
export const droppedAliases = new Set([
  ...['America', 'Emirates', 'Georgia', 'Holland', 'Gold Coast', 'Myanmar (Burma)', 'Persia', 'Formosa'],
  ...['East Pakistan', 'French Sudan', 'Spanish Sahara', 'Dutch East Indies', 'Portuguese Guinea', 'Siam'],
  ...['British Honduras', 'Gilbert Islands', 'Ellice Islands', 'Ubangi-Shari', 'Bechuanaland', 'Basutoland'],
  ...['Nyasaland', 'Northern Rhodesia', 'Rhodesia', 'Southern Rhodesia', 'Tanganyika', 'South West Africa'],
  ...['Abyssinia', 'Ceylon', 'Dahomey', 'Upper Volta', 'Kirghizia', 'Turkmenia', 'New Hebrides'],
]);

/** Capitals as news writes them: the name, then aliases. */
export const capitalNames: Record<string, string[]> = {
  Bern: ['Bern', 'Berne'],
  Kyiv: ['Kyiv', 'Kiev'],
  "Sana'a": ["Sana'a", 'Sanaa'],
  'Ulan Bator': ['Ulaanbaatar', 'Ulan Bator'],
  'Washington D.C.': ['Washington, D.C.', 'Washington D.C.', 'Washington DC', 'Washington'],
};

/** Capitals whose bare name is a person, a word or another town at least as often, or whose status is disputed. */
export const ambiguousCapitals = new Set([
  ...[
    'City of San Marino',
    'Georgetown',
    'Jerusalem',
    'Kingston',
    'Malé',
    'Moroni',
    'Ramallah',
    "Saint John's",
  ],
  ...["St. George's", 'San José', 'Sucre', 'Victoria'],
]);
