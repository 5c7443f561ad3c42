import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AuthorityEntry } from '../../src/model/authority.ts';

/** One of the authority files in seeds/, checked. */
export function seedEntries(file: string): AuthorityEntry[] {
  return z.array(AuthorityEntry).parse(JSON.parse(readFileSync(`seeds/${file}`, 'utf8')));
}

/** The topics in seeds/. */
export function seedTopics(): AuthorityEntry[] {
  return seedEntries('topics.json');
}
