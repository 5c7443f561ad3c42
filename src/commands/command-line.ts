import { parseArgs } from 'node:util';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import { InvalidConfig, readConfig } from '../config.ts';
import { ImportFault } from '../importing/import-fault.ts';
import { version } from '../version.ts';
import { type Command, type ExitCode, exitCodes, Misuse, type Terminal } from './command.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { openapiCommand } from './openapi.ts';
import { seedCommand } from './seed.ts';
import { serveCommand } from './serve.ts';
import { versionCommand } from './version.ts';

/** Every command there is, in the order that `--help` shows them. */
export const commands: Command[] = [
  serveCommand,
  importCommand,
  seedCommand,
  migrateCommand,
  openapiCommand,
  versionCommand,
];

/**
 * Runs one call of the command line and gives its exit code. Faults of the call, the settings, the database or
 * the input are said in a sentence on the error output; anything else is a bug of ours and keeps its stack.
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
    const command = commands.find((candidate) => candidate.name === name);
    if (!command) throw new Misuse(`There is no command ${name}. See dateline --help.`);
    const { values, positionals } = parse(command, rest);
    if (values.help) {
      for (const line of manual(command)) terminal.out(line);
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
    if (cause instanceof ArchiveUnavailable || cause instanceof ImportFault) {
      terminal.err(cause.message);
      return exitCodes.failed;
    }
    terminal.err(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    return exitCodes.failed;
  }
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: command.words !== '',
    });
  } catch (cause) {
    throw new Misuse(
      `${cause instanceof Error ? cause.message : cause}\nSee dateline ${command.name} --help.`,
    );
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
    'dateline COMMAND --help says more of each. Settings come from the environment: docs/settings.md.',
  ];
}

function manual({ name, words, summary, options, help }: Command): string[] {
  const flags = Object.entries(options).map(
    ([option, { type }]) => [`--${option}${type === 'string' ? ' VALUE' : ''}`, help[option] ?? ''] as const,
  );
  const width = Math.max(0, ...flags.map(([flag]) => flag.length));
  return [
    `dateline ${name}${words && ` ${words}`}${flags.length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    summary,
    ...(flags.length > 0 ? ['', ...flags.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`)] : []),
  ];
}
