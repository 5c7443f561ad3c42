import { borders } from '@rapideditor/country-coder';
import { continents, countries, type TCountryCode } from 'countries-list';
import { z } from 'zod';
import type { PlaceRow } from '../src/model/places.ts';
import { slugOf } from '../src/model/slug.ts';
import {
  addedAliases,
  ambiguousCapitals,
  capitalNames,
  continentsByHand,
  droppedAliases,
  names,
  otherPlaces,
} from './place-names.ts';

const Feature = z.object({
  nameEn: z.string().optional(),
  iso1A2: z.string().optional(),
  isoStatus: z.string().optional(),
  /** For a territory: the country it belongs to. */
  country: z.string().optional(),
  /** Regions it lies in, by UN M49 code among others. */
  groups: z.array(z.string()).optional(),
  level: z.string(),
  wikidata: z.string().optional(),
});
const features = z
  .array(z.object({ properties: Feature }))
  .parse(borders.features)
  .map(({ properties }) => properties);
const continentNames: Record<string, string> = { ...continents };

/** UN M49 regions that are continents; the Americas are one there and two in news. */
const regions: Record<string, string> = { '002': 'Africa', '142': 'Asia', '150': 'Europe', '009': 'Oceania' };

/**
 * The rows of seeds/vocabulary/places.jsonl: continents, the countries and territories of ISO 3166-1 (and
 * Kosovo), some places that would be taken for one of them, and the capitals of the countries; wider ones first.
 */
export function placeRows(): PlaceRow[] {
  const rows = Object.values(continentNames).map(
    (name): PlaceRow => ({
      slug: slugOf(name),
      name,
      aliases: [],
      description: 'Continent.',
      country: null,
      broader: [],
      wikidata: features.find((feature) => feature.nameEn === name)?.wikidata ?? null,
    }),
  );
  const codes = (Object.keys(countries) as TCountryCode[]).filter((code) => {
    const status = features.find((feature) => feature.iso1A2 === code)?.isoStatus;
    return status === 'official' || status === 'usrAssn';
  });
  const sovereignOf = (code: TCountryCode) => {
    const country = features.find((feature) => feature.iso1A2 === code)?.country;
    return codes.find((other) => other === country);
  };
  codes.sort((a, b) => Number(Boolean(sovereignOf(a))) - Number(Boolean(sovereignOf(b))));
  const nameOf = (code: TCountryCode) => names[code] ?? countries[code].name;
  for (const code of codes) {
    if (code === 'AQ') continue;
    const country = countries[code];
    const feature = features.find(({ iso1A2 }) => iso1A2 === code);
    const sovereign = sovereignOf(code);
    const region = feature?.groups?.find((group) => group in regions) ?? '';
    const continent = continentsByHand[code] ?? regions[region] ?? continentNames[country.continent] ?? '';
    const name = nameOf(code);
    // The Netherlands and Denmark are also kingdoms of several countries, which hold the ISO code there.
    const proper = features.find(
      ({ nameEn, level }) => nameEn === name && (level === 'territory' || level === 'country'),
    );
    const aliases = [country.name, ...('alias' in country ? country.alias : []), feature?.nameEn ?? name];
    rows.push({
      slug: slugOf(name),
      name,
      aliases: [...new Set([...aliases, ...(addedAliases[code] ?? [])])].filter(
        (alias) => alias !== name && !droppedAliases.has(alias),
      ),
      description: sovereign ? `Territory of ${nameOf(sovereign)}.` : `Country in ${continent}.`,
      country: code,
      broader: [sovereign ? slugOf(nameOf(sovereign)) : slugOf(continent)],
      wikidata: (proper ?? feature)?.wikidata ?? null,
    });
  }
  for (const { name, aliases = [], description, broader, country } of otherPlaces) {
    const wikidata = features.find(({ nameEn }) => nameEn === name)?.wikidata ?? null;
    rows.push({ slug: slugOf(name), name, aliases, description, country, broader: [broader], wikidata });
  }
  const taken = new Set(rows.map((row) => row.slug));
  for (const code of codes) {
    const printed = countries[code].capital;
    if (sovereignOf(code) || !printed || ambiguousCapitals.has(printed)) continue;
    const [name = printed, ...aliases] = capitalNames[printed] ?? [printed];
    if (taken.has(slugOf(name))) continue;
    rows.push({
      slug: slugOf(name),
      name,
      aliases,
      description: `Capital of ${nameOf(code)}.`,
      country: code,
      broader: [slugOf(nameOf(code))],
      wikidata: null,
    });
  }
  return rows;
}
