/** IPTC subject codes of the abbreviations that agencies print: the supplemental categories of the IPTC. */
const subjects: Record<string, string> = {
  ...{ ace: '01000000', clj: '02000000', dis: '03000000', fin: '04000000', edu: '05000000', evn: '06000000' },
  ...{ hth: '07000000', hum: '08000000', lab: '09000000', lif: '10000000', pol: '11000000', rel: '12000000' },
  ...{ sci: '13000000', soi: '14000000', spo: '15000000', war: '16000000', wea: '17000000' },
};

/** Sections of the one or two letters of English, German, Austrian and French services. */
const names: Record<string, string> = {
  ...{ f: 'Business', i: 'International', s: 'Sports', e: 'Entertainment', p: 'Politics' },
  // dpa, KNA, epd: Politik, Wirtschaft, Sport, Kultur, Vermischtes
  ...{ pl: 'Politik', wi: 'Wirtschaft', sp: 'Sport', ku: 'Kultur', vm: 'Vermischtes' },
  // APA: Innenpolitik, Außenpolitik, Chronik, Kultur, Sport
  ...{ ii: 'Innenpolitik', ai: 'Außenpolitik', ci: 'Chronik', ki: 'Kultur', si: 'Sport' },
  ...{ eco: 'Économie', cul: 'Culture' },
};

/** Returns the IPTC subject code of a category of an IPTC 7901 header, in a list of at most one. */
// "pol" → ["11000000"], "pl" → []
export function subjectOfCategory(category: string): string[] {
  return entryOf(subjects, category);
}

/** Returns the section of a category, in a list of at most one. */
// "pl" → ["Politik"], "rs" → []
export function sectionOfCategory(category: string): string[] {
  return entryOf(names, category);
}

function entryOf(table: Record<string, string>, category: string): string[] {
  const key = category.toLowerCase();
  const entry = Object.hasOwn(table, key) ? table[key] : undefined;
  return entry === undefined ? [] : [entry];
}
