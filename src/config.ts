import { z } from 'zod';

/** One setting: what it is called in the environment, what it is by default, and what it does. */
interface Setting<T> {
  default: string;
  help: string;
  schema: z.ZodType<T, string>;
}

function setting<T>(fallback: string, help: string, schema: z.ZodType<T, string>): Setting<T> {
  return { default: fallback, help, schema };
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`);

const yesOrNo = z.enum(['true', 'false'], { error: 'true or false' }).transform((value) => value === 'true');

const databaseUrl = z
  .string()
  .regex(/^sqlite:.+/, 'sqlite:PATH, such as sqlite:./data/dateline.db')
  .transform((url) => ({ engine: 'sqlite' as const, path: url.slice('sqlite:'.length) }));

const originList = z.string().transform((value) => value.split(',').flatMap((one) => one.trim() || []));

const publicUrl = z
  .string()
  .refine((value) => value === '' || URL.canParse(value), 'an absolute URL, such as https://news.example.org')
  .transform((value) => (value === '' ? null : value.replace(/\/+$/, '')));

/**
 * Every setting there is. `.env.example` and docs/settings.md are generated from this list, and a test holds
 * them to it.
 */
export const settings = {
  PORT: setting('3000', 'Port to listen on; 0 lets the system choose.', wholeNumber(0, 65_535)),
  HOST: setting(
    'localhost',
    'Address to listen on; 0.0.0.0 for all (as in the container).',
    z.string().min(1),
  ),
  DATABASE_URL: setting('sqlite:./data/dateline.db', 'Where the archive is: sqlite:PATH.', databaseUrl),
  PUBLIC_URL: setting('', 'Address that readers use, when it differs from HOST and PORT.', publicUrl),
  CORS_ORIGIN: setting('*', 'Origin allowed to read from browsers; * for any.', z.string().min(1)),
  MCP_ORIGINS: setting(
    '',
    'Origins of web pages that may use /mcp, separated by commas, besides PUBLIC_URL and this machine; * for any. Programs need none.',
    originList.refine(
      (origins) => origins.every((one) => one === '*' || URL.canParse(one)),
      'origins such as https://chat.example.org, separated by commas',
    ),
  ),
  TRUST_PROXY: setting('false', 'Whether X-Forwarded-* headers come from a proxy of yours.', yesOrNo),
  METRICS_PORT: setting(
    '',
    'Port of its own on which GET /metrics answers Prometheus; without it there are no metrics.',
    z.union([z.literal('').transform(() => null), wholeNumber(0, 65_535)], {
      error: 'a whole number from 0 to 65535',
    }),
  ),
  METRICS_HOST: setting(
    'localhost',
    'Address on which METRICS_PORT listens; 0.0.0.0 for all.',
    z.string().min(1),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    '',
    'Address of an OpenTelemetry collector that is sent a span for each request, such as http://localhost:4318.',
    publicUrl,
  ),
  LOG_LEVEL: setting(
    'info',
    'Least serious message to log: trace, debug, info, warn, error, fatal or silent.',
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'one of trace, debug, info, warn, error, fatal, silent',
    }),
  ),
  LOG_FORMAT: setting(
    'auto',
    'json, pretty, or auto: pretty on a terminal and json elsewhere.',
    z.enum(['auto', 'json', 'pretty'], { error: 'one of auto, json, pretty' }),
  ),
  WEB_CONCURRENCY: setting(
    '1',
    'How many processes serve the port; with more than 1, another supervises them.',
    wholeNumber(1, 256),
  ),
  RESPONSE_CACHE_MB: setting(
    '24',
    'How much finished answers may take in the memory of each process, in MiB; 0 keeps none.',
    wholeNumber(0, 65_536),
  ),
  QUERY_TIMEOUT_MS: setting(
    '2000',
    'How long a search by relevance, a count or another long read may take, in milliseconds; then it answers 503.',
    wholeNumber(50, 600_000),
  ),
  READER_PROCESSES: setting(
    '2',
    'How many processes do the long reads of each serving process, at most; one is always there, others come when needed.',
    wholeNumber(1, 64),
  ),
  STREAM_LIMIT: setting(
    '1000',
    'How many clients of each process may follow /v1/stream at once.',
    wholeNumber(0, 1_000_000),
  ),
  WEBSUB_HUB: setting(
    '',
    'Address of a WebSub hub that is told when the feeds change; needs PUBLIC_URL.',
    publicUrl,
  ),
  IMPORT_PRIVATE_ADDRESSES: setting(
    'false',
    'Whether pages and feeds may be imported from this machine and private networks.',
    yesOrNo,
  ),
  WEBHOOK_PRIVATE_ADDRESSES: setting(
    'false',
    'Whether webhooks may lead to this machine and private networks.',
    yesOrNo,
  ),
  SHUTDOWN_GRACE_MS: setting(
    '10000',
    'How long a stopping server waits for requests in flight, in milliseconds.',
    wholeNumber(0, 600_000),
  ),
} satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;

/** The settings as the program uses them: `config.PORT` is a number, `config.DATABASE_URL` says engine and path. */
export type Config = { [Name in keyof Settings]: z.infer<Settings[Name]['schema']> };

/** The environment holds settings that are not allowed. The message names every fault. */
export class InvalidConfig extends Error {
  override name = 'InvalidConfig';
}

/**
 * Reads all settings from an environment; an empty or absent variable means the default.
 * Throws InvalidConfig that names every fault at once.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, { default: fallback, schema }] of Object.entries(settings)) {
    const given = environment[name] || fallback;
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name} is ${JSON.stringify(given)}, but must be ${parsed.error.issues[0]?.message}.`);
  }
  if (values.WEBSUB_HUB && values.PUBLIC_URL === null) {
    faults.push('WEBSUB_HUB is set, but PUBLIC_URL is not: a hub has to fetch the feeds from somewhere.');
  }
  if (faults.length > 0) throw new InvalidConfig(faults.join('\n'));
  return values as Config;
}

/** How an archive is opened that many read at once. */
export function readingSettings({ QUERY_TIMEOUT_MS, READER_PROCESSES }: Config) {
  return { apart: { processes: READER_PROCESSES, limitMs: QUERY_TIMEOUT_MS } };
}
