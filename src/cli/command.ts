import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

/** Where a command writes, so that a test can read it. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

/** Exit codes that scripts can trust; documented in docs/command-line.md. */
export const exitCodes = {
  done: 0,
  /** Something failed that a different call would not mend: the message says what. */
  failed: 1,
  /** The call or a setting was wrong: the message says how to mend it. */
  misused: 2,
  /** The import ended, but documents were left out: the report names them. */
  incomplete: 3,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a call gave, after Node's parseArgs: options by name and the words that follow. */
export interface Call {
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
  words: string[];
  config: Config;
  terminal: Terminal;
}

/** One verb of the command line, a file each; its name and summary are in the table of command-line.ts. */
export interface Command {
  /** One entry an option, as parseArgs takes it, and what `--help` says of it. */
  options: NonNullable<ParseArgsConfig['options']>;
  help: Record<string, string>;
  run(call: Call): Promise<ExitCode>;
}

/** The call was wrong; the message says how to mend it. Ends the program with `misused`. */
export class Misuse extends Error {
  override name = 'Misuse';
}
