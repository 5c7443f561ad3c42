/** Names of countries in English news where the package has another; the package's name becomes an alias. */
export const names: Record<string, string> = {
  AX: 'Åland Islands',
  BL: 'Saint Barthélemy',
  CV: 'Cape Verde',
  CW: 'Curaçao',
  // Bare "Georgia" is the American state at least as often: it takes more than a name to tell.
  GE: 'Georgia (country)',
  // And bare "Jersey" is mostly New Jersey or a shirt.
  JE: 'Jersey (island)',
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
  ...[
    'America',
    'Emirates',
    'Georgia',
    'Holland',
    'Jersey',
    'Gold Coast',
    'Myanmar (Burma)',
    'Persia',
    'Formosa',
  ],
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

/** A place that is neither country nor capital: name, what it is, slug of the place it lies in, ISO code. */
export interface OtherPlace {
  name: string;
  aliases?: string[];
  description: string;
  broader: string;
  country: string | null;
}

/** Parts of the United Kingdom, and places whose names hold a country's or continent's: they keep it from being found there. */
export const otherPlaces: OtherPlace[] = [
  {
    name: 'England',
    description: 'Country of the United Kingdom.',
    broader: 'united-kingdom',
    country: 'GB',
  },
  {
    name: 'Scotland',
    description: 'Country of the United Kingdom.',
    broader: 'united-kingdom',
    country: 'GB',
  },
  { name: 'Wales', description: 'Country of the United Kingdom.', broader: 'united-kingdom', country: 'GB' },
  {
    name: 'Northern Ireland',
    description: 'Country of the United Kingdom.',
    broader: 'united-kingdom',
    country: 'GB',
  },
  {
    name: 'New England',
    description: 'Region of the United States.',
    broader: 'united-states',
    country: 'US',
  },
  { name: 'New Jersey', description: 'State of the United States.', broader: 'united-states', country: 'US' },
  { name: 'New Mexico', description: 'State of the United States.', broader: 'united-states', country: 'US' },
  { name: 'New South Wales', description: 'State of Australia.', broader: 'australia', country: 'AU' },
  { name: 'Inner Mongolia', description: 'Region of China.', broader: 'china', country: 'CN' },
  { name: 'Lake Chad', description: 'Lake in Africa.', broader: 'africa', country: null },
  { name: 'Gulf of Guinea', description: 'Gulf of the Atlantic Ocean.', broader: 'africa', country: null },
  {
    name: 'Gulf of Mexico',
    description: 'Gulf of the Atlantic Ocean.',
    broader: 'north-america',
    country: null,
  },
  { name: 'Gulf of Oman', description: 'Gulf of the Indian Ocean.', broader: 'asia', country: null },
  { name: 'East China Sea', description: 'Sea of the Pacific Ocean.', broader: 'asia', country: null },
  { name: 'South China Sea', description: 'Sea of the Pacific Ocean.', broader: 'asia', country: null },
  {
    name: 'Southeast Asia',
    aliases: ['South East Asia'],
    description: 'Region of Asia.',
    broader: 'asia',
    country: null,
  },
  { name: 'Central Asia', description: 'Region of Asia.', broader: 'asia', country: null },
];
