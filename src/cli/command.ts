import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

/** Output of a command; tests replace it. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

/** Exit codes, documented in docs/command-line.md. */
export const exitCodes = {
  done: 0,
  /** The command failed for a reason other than its arguments. */
  failed: 1,
  /** An argument or a setting was wrong. */
  misused: 2,
  /** The import completed, but some documents were rejected. The report lists them. */
  incomplete: 3,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Parsed command line: options by name, and positional arguments. */
export interface Call {
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
  words: string[];
  config: Config;
  terminal: Terminal;
}

/** A command of the command line. Its name and summary are in command-line.ts. */
export interface Command {
  /** Options as `parseArgs` takes them, with help texts. */
  options: Record<string, NonNullable<ParseArgsConfig['options']>[string] & { help: string }>;
  run(call: Call): Promise<ExitCode>;
}

/** Declares an option with a value. */
export function option(help: string, defaultValue?: string) {
  return { type: 'string', help, ...(defaultValue !== undefined && { default: defaultValue }) } as const;
}

/** Declares an option without a value. */
export function flag(help: string) {
  return { type: 'boolean', help, default: false } as const;
}

/** Error in the arguments, with a message that says how to correct it. Ends the program with `misused`. */
export class Misuse extends Error {
  override name = 'Misuse';
}
