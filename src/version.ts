import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ name: z.string(), version: z.string() });

/** Version of Dateline, from package.json. */
export const version = Package.parse(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;
