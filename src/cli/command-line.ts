import { parseArgs } from 'node:util';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import { InvalidConfig, readConfig } from '../config.ts';
import { OutputFault } from '../exporting/output-fault.ts';
import { ImportFault } from '../importing/import-fault.ts';
import { AddressUnavailable } from '../server/listen.ts';
import { TracingUnavailable } from '../server/tracing/open-tracing.ts';
import { version } from '../version.ts';
import { type Command, type ExitCode, exitCodes, Misuse, type Terminal } from './command.ts';
import { limitImportHeaps } from './heap-flags.ts';

/** Errors with a cause outside the program. The message is enough; a stack trace would obscure it. */
const operatorFaults = [ArchiveUnavailable, ImportFault, OutputFault, AddressUnavailable, TracingUnavailable];

interface Entry {
  name: string;
  /** Arguments in the usage line. */
  words: string;
  summary: string;
  /** Loads the command. Only the modules of the command that runs are loaded. */
  load(): Promise<Command>;
}

/** All commands, in the order that `--help` lists them. */
export const commands: Entry[] = [
  {
    name: 'serve',
    words: '',
    summary: 'Serve the archive over HTTP.',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'import',
    words: 'PATH...',
    summary: 'Import files, folders, archive files, URLs or standard input (-).',
    load: async () => {
      limitImportHeaps();
      return (await import('./import.ts')).importCommand;
    },
  },
  {
    name: 'seed',
    words: '',
    summary: 'Load the authority files and articles of seeds/. Existing data is kept.',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  {
    name: 'correct',
    words: 'FILE',
    summary: 'Apply the corrections of an NDJSON or CSV file, or of standard input (-).',
    load: async () => (await import('./correct.ts')).correctCommand,
  },
  {
    name: 'proposals',
    words: '',
    summary: 'List authors that may be one, with the corrections that merge them or keep them apart.',
    load: async () => (await import('./proposals.ts')).proposalsCommand,
  },
  {
    name: 'reextract',
    words: '',
    summary: 'Extract people, quotes and topics from the stored articles again.',
    load: async () => (await import('./reextract.ts')).reextractCommand,
  },
  {
    name: 'reindex',
    words: '',
    summary: 'Build the search index again. Other processes may read and write meanwhile.',
    load: async () => (await import('./reindex.ts')).reindexCommand,
  },
  {
    name: 'withdraw',
    words: '[ARTICLE...]',
    summary: 'Withdraw articles, so that their addresses respond with 410. Restore brings them back.',
    load: async () => (await import('./change-states.ts')).stateCommand('withdraw'),
  },
  {
    name: 'restore',
    words: '[ARTICLE...]',
    summary: 'Restore withdrawn articles.',
    load: async () => (await import('./change-states.ts')).stateCommand('restore'),
  },
  {
    name: 'release',
    words: '[ARTICLE...]',
    summary: 'Publish held articles and drafts now.',
    load: async () => (await import('./change-states.ts')).stateCommand('release'),
  },
  {
    name: 'purge',
    words: '[ARTICLE...]',
    summary: 'Erase articles for good. No import and no command brings them back.',
    load: async () => (await import('./change-states.ts')).stateCommand('purge'),
  },
  {
    name: 'held',
    words: '',
    summary: 'List held articles with the time when they are due, and drafts.',
    load: async () => (await import('./held.ts')).heldCommand,
  },
  {
    name: 'key',
    words: 'create|list|revoke',
    summary: 'Create, list or revoke API keys for corrections.',
    load: async () => (await import('./key.ts')).keyCommand,
  },
  {
    name: 'export',
    words: '',
    summary: 'Export the archive, or the articles of a filter, to a file that import can read.',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'backup',
    words: 'FILE',
    summary: 'Copy the archive to a file and check the copy. Other processes may read and write meanwhile.',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  {
    name: 'compact',
    words: '',
    summary: 'Remove the bytes of purged and replaced text from the database file.',
    load: async () => (await import('./compact.ts')).compactCommand,
  },
  {
    name: 'migrate',
    words: '',
    summary: 'Migrate the database to the newest schema.',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'mcp',
    words: '',
    summary: 'Serve assistants (Model Context Protocol) on standard input and output.',
    load: async () => (await import('./mcp.ts')).mcpCommand,
  },
  {
    name: 'webhook',
    words: 'ACTION [URL|ID]',
    summary: 'Notify other programs of changes: add URL, list, remove ID, resume ID, deliveries ID, test ID.',
    load: async () => (await import('./webhook.ts')).webhookCommand,
  },
  {
    name: 'openapi',
    words: '',
    summary: 'Print the OpenAPI document.',
    load: async () => (await import('./openapi.ts')).openapiCommand,
  },
  {
    name: 'version',
    words: '',
    summary: 'Print the version of Dateline and of Node.js.',
    load: async () => (await import('./version.ts')).versionCommand,
  },
];

/**
 * Runs a command and returns its exit code. Errors in arguments, settings, database or input are printed as
 * one line. Any other error is a bug and is printed with its stack.
 */
export async function runCommandLine(
  words: string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<ExitCode> {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') {
    for (const line of overview()) terminal.out(line);
    return exitCodes.done;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(version);
    return exitCodes.done;
  }
  try {
    const entry = commands.find((candidate) => candidate.name === name);
    if (!entry) throw new Misuse(`unknown command "${name}"; see dateline --help`);
    const command = await entry.load();
    const { values, positionals } = parse(entry, command, rest);
    if (values.help) {
      for (const line of manual(entry, command)) terminal.out(line);
      return exitCodes.done;
    }
    return await command.run({
      options: values,
      words: positionals,
      config: readConfig(environment),
      terminal,
    });
  } catch (cause) {
    if (cause instanceof Misuse || cause instanceof InvalidConfig) {
      terminal.err(cause.message);
      return exitCodes.misused;
    }
    if (operatorFaults.some((kind) => cause instanceof kind) && cause instanceof Error) {
      terminal.err(cause.message);
      return exitCodes.failed;
    }
    terminal.err(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    return exitCodes.failed;
  }
}

function parse(entry: Entry, command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: entry.words !== '',
    });
  } catch (cause) {
    throw new Misuse(`${cause instanceof Error ? cause.message : cause}\nSee dateline ${entry.name} --help`);
  }
}

function overview(): string[] {
  const width = Math.max(...commands.map(({ name, words }) => `${name} ${words}`.length));
  return [
    `Dateline ${version}: a news archive with a REST API.`,
    '',
    ...commands.map(
      ({ name, words, summary }) => `  dateline ${`${name} ${words}`.padEnd(width)}  ${summary}`,
    ),
    '',
    'Run dateline COMMAND --help for its options. Settings are environment variables: docs/settings.md.',
  ];
}

function manual({ name, words, summary }: Entry, { options }: Command): string[] {
  const flags = Object.entries(options).map(
    ([option, { type, help }]) => [`--${option}${type === 'string' ? ' VALUE' : ''}`, help] as const,
  );
  const width = Math.max(0, ...flags.map(([flag]) => flag.length));
  return [
    `dateline ${name}${words && ` ${words}`}${flags.length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    summary,
    ...(flags.length > 0 ? ['', ...flags.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`)] : []),
  ];
}
