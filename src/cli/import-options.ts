import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { ImportOptions } from '../importing/import-documents.ts';
import { sourceSlug } from '../model/source-slug.ts';
import { formats } from '../reading/formats/formats.ts';
import { type Call, Misuse } from './command.ts';
import { readFieldMapping } from './field-mapping.ts';

const wholeNumber = (min: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min));

const Options = z.object({
  format: z.enum(formats.map(({ name }) => name)).optional(),
  map: z
    .string()
    .transform((text, context) => {
      const map = readFieldMapping(text);
      if (typeof map !== 'string') return map;
      context.addIssue(map);
      return z.NEVER;
    })
    .default({}),
  source: z.string().min(1).optional(),
  'time-zone': z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .optional(),
  since: z.union([z.iso.date().transform((day) => `${day}T00:00:00Z`), z.iso.datetime()]).optional(),
  limit: wholeNumber(1).optional(),
  'include-drafts': z.boolean(),
  'date-from': z.literal('file').optional(),
  'respect-usage-terms': z.boolean(),
  'no-extraction': z.boolean(),
  'dry-run': z.boolean(),
  'on-error': z.enum(['skip', 'stop']),
  resume: z.boolean(),
  threads: wholeNumber(0),
  'batch-size': wholeNumber(1),
  quarantine: z.string().min(1).optional(),
});

const allowed: Record<string, string> = {
  format: `one of ${formats.map(({ name }) => name).join(', ')}`,
  'date-from': 'file',
  'time-zone': 'an IANA time zone such as Asia/Seoul',
  language: 'a language tag such as en or pt-BR',
  since: 'a day such as 2024-11-03 or an instant such as 2024-11-03T11:59:00Z',
  limit: 'a whole number from 1',
  'on-error': 'skip or stop',
  threads: 'a whole number from 0',
  'batch-size': 'a whole number from 1',
};

/** Parses the options of `dateline import`. Throws Misuse that names every invalid option. */
export function readImportOptions(given: Call['options'], config: Config): ImportOptions {
  const parsed = Options.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ code, message, path: [name] }) => {
      const option = String(name);
      if (option === 'map' && code === 'custom') return message;
      return `invalid value ${JSON.stringify(given[option])} for --${option}; expected ${allowed[option] ?? 'a value'}`;
    });
    throw new Misuse([...new Set(faults)].join('\n'));
  }
  const options = parsed.data;
  return {
    settings: {
      source: options.source ? { slug: sourceSlug(options.source), name: options.source } : null,
      timeZone: options['time-zone'] ?? null,
      language: options.language ?? null,
      map: options.map,
      ...(options['date-from'] && { dateFromPath: true }),
      ...(options['respect-usage-terms'] && { respectUsageTerms: true }),
    },
    threads: options.threads,
    batchSize: options['batch-size'],
    includeDrafts: options['include-drafts'],
    extraction: !options['no-extraction'],
    dryRun: options['dry-run'],
    onError: options['on-error'],
    resume: options.resume,
    quarantine: options.quarantine ?? join(dirname(config.DATABASE_URL.path), 'quarantine.ndjson'),
    ...(options.format && { format: options.format }),
    ...(options.since && { since: options.since }),
    ...(options.limit && { limit: options.limit }),
  };
}
