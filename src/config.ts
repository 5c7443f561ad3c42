import { z } from 'zod';
import { hidePassword } from './model/hide-password.ts';

/** Setting: default, help text and schema. Its name is that of the environment variable. */
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

const unitsPerMinute = z
  .string()
  .regex(/^(off|[1-9]\d{0,8})$/, 'a whole number from 1 to 999999999, or off')
  .transform((value) => (value === 'off' ? null : Number(value)));

const databaseUrl = z
  .string()
  .regex(/^sqlite:.+/, 'sqlite:PATH, such as sqlite:./data/dateline.db')
  .transform((url) => ({ engine: 'sqlite' as const, path: url.slice('sqlite:'.length) }));

const originList = z.string().transform((value) => value.split(',').flatMap((one) => one.trim() || []));

const publicUrl = z
  .string()
  .refine(
    (value) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    'an absolute http or https URL, such as https://news.example.org',
  )
  .transform((value) => (value === '' ? null : value.replace(/\/+$/, '')));

/** All settings. `.env.example` and docs/settings.md are generated from this list; a test compares them. */
export const settings = {
  PORT: setting('3000', 'Port to listen on; 0 lets the system choose.', wholeNumber(0, 65_535)),
  HOST: setting(
    'localhost',
    'Address to listen on; 0.0.0.0 for all (set in the container).',
    z.string().min(1),
  ),
  DATABASE_URL: setting('sqlite:./data/dateline.db', 'Location of the archive: sqlite:PATH.', databaseUrl),
  PUBLIC_URL: setting(
    '',
    'Public address of the server, such as https://news.example.org. Links in responses begin with it. Without it, JSON and pages contain paths, and feeds, sitemaps and canonical links begin with http://localhost:PORT.',
    publicUrl,
  ),
  CORS_ORIGIN: setting('*', 'Origin of web pages that may call the API; * for any.', z.string().min(1)),
  MCP_ORIGINS: setting(
    '',
    'Origins of web pages that may use /mcp, separated by commas, besides PUBLIC_URL and this machine; * for any. Other programs are always allowed.',
    originList.refine(
      (origins) => origins.every((one) => one === '*' || URL.canParse(one)),
      'origins such as https://chat.example.org, separated by commas',
    ),
  ),
  TRUST_PROXY: setting(
    'false',
    'Proxies whose X-Forwarded-For and X-Forwarded-Proto are trusted: addresses or ranges such as 10.0.0.0/8, separated by commas; loopback; or true for any, if the proxy replaces these headers. Rate limits and traces then use the address of the client. Links never depend on these headers.',
    z
      .string()
      .regex(
        /^(true|false|((loopback|[\da-f.:]+(\/\d{1,3})?),?)+)$/i,
        'true, false, or addresses and ranges such as 10.0.0.0/8, separated by commas',
      )
      .transform((value) => (/^(true|false)$/i.test(value) ? value === 'true' : value.split(','))),
  ),
  METRICS_PORT: setting(
    '',
    'Separate port for GET /metrics (Prometheus). Metrics are off if it is empty.',
    z.union([z.literal('').transform(() => null), wholeNumber(0, 65_535)], {
      error: 'a whole number from 0 to 65535',
    }),
  ),
  METRICS_HOST: setting(
    'localhost',
    'Address that METRICS_PORT listens on; 0.0.0.0 for all.',
    z.string().min(1),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    '',
    'Address of an OpenTelemetry collector, such as http://localhost:4318. It receives a span for each request.',
    publicUrl,
  ),
  LOG_LEVEL: setting(
    'info',
    'Minimum level of log messages: trace, debug, info, warn, error, fatal or silent.',
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'one of trace, debug, info, warn, error, fatal, silent',
    }),
  ),
  LOG_FORMAT: setting(
    'auto',
    'Format of the log: json, pretty, or auto (pretty on a terminal, else json).',
    z.enum(['auto', 'json', 'pretty'], { error: 'one of auto, json, pretty' }),
  ),
  WEB_CONCURRENCY: setting(
    '1',
    'Number of server processes. If more than 1, another process supervises them.',
    wholeNumber(1, 256),
  ),
  RESPONSE_CACHE_MB: setting(
    '16',
    'Size of the response cache of each process, in MiB; 0 disables it.',
    wholeNumber(0, 65_536),
  ),
  QUERY_TIMEOUT_MS: setting(
    '2000',
    'Time limit of a relevance search, count or other long read, in milliseconds. A query that exceeds it returns 503.',
    wholeNumber(50, 600_000),
  ),
  READER_PROCESSES: setting(
    '2',
    'Maximum number of processes for long reads per server process. One is always running; others start on demand.',
    wholeNumber(1, 64),
  ),
  TAG_MIN_ARTICLES: setting(
    '2',
    'Number of articles from which a discovered tag is in lists and sitemaps. Tags that a source or an editor stated always are. Takes effect when a server starts or a command writes, so set it alike for both.',
    wholeNumber(1, 1_000_000),
  ),
  READ_ACCESS: setting(
    'open',
    'Who may read the API, feeds, pages and /mcp: open (everybody), key (holders of an API key). Health, the documentation and problem pages are always open.',
    z.enum(['open', 'key'], { error: 'open or key' }),
  ),
  RATE_LIMIT: setting(
    '1200',
    'Units per minute for each client address without an API key, in each process; off for no limit. A response costs 1 unit from the cache, else the x-cost of its operation.',
    unitsPerMinute,
  ),
  RATE_LIMIT_KEY: setting(
    '6000',
    'Units per minute for each API key, in each process; off for no limit.',
    unitsPerMinute,
  ),
  PARSE_ACCESS: setting(
    'open',
    'Who may use POST /v1/parse: open (everybody), key (holders of an API key), off (nobody).',
    z.enum(['open', 'key', 'off'], { error: 'one of open, key, off' }),
  ),
  STREAM_LIMIT: setting(
    '1000',
    'Maximum number of clients of /v1/stream per process.',
    wholeNumber(0, 1_000_000),
  ),
  WEBSUB_HUB: setting(
    '',
    'Address of a WebSub hub to notify when feeds change. Requires PUBLIC_URL.',
    publicUrl,
  ),
  CDN_PURGE_URL: setting(
    '',
    'Address that gets a POST with the paths and surrogate keys of withdrawn articles, to purge them from a CDN.',
    z
      .string()
      .refine(
        (value) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
        'an absolute http or https URL, such as https://cdn.example.org/purge',
      )
      .transform((value) => (value === '' ? null : value)),
  ),
  IMPORT_PRIVATE_ADDRESSES: setting(
    'false',
    'true allows importing from this machine and private networks.',
    yesOrNo,
  ),
  WEBHOOK_PRIVATE_ADDRESSES: setting(
    'false',
    'true allows webhooks and CDN_PURGE_URL at this machine and private networks.',
    yesOrNo,
  ),
  SHUTDOWN_GRACE_MS: setting(
    '10000',
    'Maximum time that a stopping server waits for requests in flight, in milliseconds.',
    wholeNumber(0, 600_000),
  ),
} satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;

/** Parsed settings: `config.PORT` is a number, `config.DATABASE_URL` has engine and path. */
export type Config = { [Name in keyof Settings]: z.infer<Settings[Name]['schema']> };

/** Error for invalid settings. The message lists all of them. */
export class InvalidConfig extends Error {
  override name = 'InvalidConfig';
}

/**
 * Reads all settings from an environment. An empty or missing variable selects the default. Throws
 * InvalidConfig with every error.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, { default: fallback, schema }] of Object.entries(settings)) {
    const given = environment[name] || fallback;
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else
      faults.push(
        `Invalid ${name}=${JSON.stringify(hidePassword(given))}: expected ${parsed.error.issues[0]?.message}.`,
      );
  }
  if (values.WEBSUB_HUB && values.PUBLIC_URL === null) {
    faults.push('WEBSUB_HUB requires PUBLIC_URL, from which the hub fetches the feeds.');
  }
  if (values.WEBSUB_HUB && values.READ_ACCESS === 'key') {
    faults.push('WEBSUB_HUB requires READ_ACCESS=open, because the hub fetches the feeds without a key.');
  }
  if (faults.length > 0) throw new InvalidConfig(faults.join('\n'));
  return values as Config;
}

/** Returns the options for opening an archive that many clients read concurrently. */
export function readingSettings({ QUERY_TIMEOUT_MS, READER_PROCESSES }: Config) {
  return { readerProcesses: READER_PROCESSES, queryTimeoutMs: QUERY_TIMEOUT_MS };
}
