import { isRecord, type Json } from '../json/parse-json.ts';

/** The versions of ninjs whose official schemas are in `schemas/`, oldest first. */
const ninjsVersions = [
  '1.0',
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '1.6',
  '2.0',
  '2.1',
  '2.2',
  '3.0',
  '3.1',
] as const;
export type NinjsVersion = (typeof ninjsVersions)[number];

type JsonObject = { [name: string]: Json };

/**
 * The versions that a document may be of, the most probable first: the one it declares, else those of the
 * generation that its properties belong to (2 and 3 have `headlines`, `bodies`, `descriptions` as arrays; 3
 * writes `versionCreated` where 1 and 2 write `versioncreated`).
 */
export function ninjsVersionsOf(item: JsonObject): NinjsVersion[] {
  const declared = declaredVersion(item);
  if (declared) return [declared];
  const names = Object.keys(item);
  const third = names.some((name) =>
    /^(versionCreated|firstCreated|pubStatus|altIds|infoSources|trustIndicators|copyrightHolder|copyrightNotice|usageTerms|editorialNote|dates|registrationDetails|newsCoverageStatus|expectedDuration|wordCount|contentCreated)$/.test(
      name,
    ),
  );
  const plural = names.some((name) =>
    /^(headlines|bodies|descriptions|subjects|people|places|organisations|infosources|events|genres|by)$/.test(
      name,
    ),
  );
  const first = names.some((name) =>
    /^(headline|byline|(body|description|headline)_.+|subject|person|organisation|place|event|object|genre|title)$/.test(
      name,
    ),
  );
  const generations = third ? ['3', '2'] : plural ? ['2', '3'] : first ? ['1'] : ['3', '2', '1'];
  // The schema of 2.0 lets anything pass in an association (a $ref beside other rules, in draft 4): 2.1 mended it.
  return generations.flatMap((generation) =>
    ninjsVersions.filter((version) => version.startsWith(generation) && version !== '2.0').reverse(),
  );
}

function declaredVersion(item: JsonObject): NinjsVersion | undefined {
  const standard = isRecord(item.standard) ? item.standard : isRecord(item.$standard) ? item.$standard : {};
  const written = [
    standard.version,
    /ninjs-schema_(\d+\.\d+)/.exec(String(standard.schema ?? item.$schema ?? ''))?.[1],
  ];
  // `standard` came with 2.0: one that names an older schema was copied without being changed.
  return ninjsVersions.find(
    (version) => written.includes(version) && !(isRecord(item.standard) && version.startsWith('1')),
  );
}
