import type { AuthorityEntry } from '../../model/authority.ts';
import type { NameMatch, NameTarget } from './match-names.ts';

const rank: Record<NameTarget['method'], number> = {
  'authority-name': 0,
  'authority-alias': 1,
  'authority-initial': 2,
};

/** Returns the entries that an article names without ambiguity at least once. */
export function certainEntries(matches: NameMatch[]): Set<AuthorityEntry> {
  return new Set(
    matches.flatMap(({ targets }) =>
      distinct(targets).length === 1 ? targets.map(({ entry }) => entry) : [],
    ),
  );
}

/**
 * Chooses among the entries that share a spelling: the one that the article also names without ambiguity, else the
 * only one with this as its proper name, else the only one in a country that the article names. Otherwise undefined.
 */
export function chooseTarget(targets: NameTarget[], certain: Set<AuthorityEntry>): NameTarget | undefined {
  const choices = distinct(targets);
  if (choices.length <= 1) return choices[0];
  const countries = new Set(
    [...certain].filter(({ type }) => type === 'place').map(({ country }) => country),
  );
  return (
    only(choices.filter(({ entry }) => certain.has(entry))) ??
    only(
      choices.filter(
        ({ method }) => rank[method] === Math.min(...choices.map((other) => rank[other.method])),
      ),
    ) ??
    only(choices.filter(({ entry }) => entry.country !== null && countries.has(entry.country)))
  );
}

/** Returns each entry once, with its best spelling. */
function distinct(targets: NameTarget[]): NameTarget[] {
  const best = new Map<AuthorityEntry, NameTarget>();
  for (const target of targets) {
    const before = best.get(target.entry);
    if (!before || rank[target.method] < rank[before.method]) best.set(target.entry, target);
  }
  return [...best.values()];
}

function only<T>(items: T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
