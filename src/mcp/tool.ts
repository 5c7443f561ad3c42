import type { z } from 'zod';
import { readParameters } from '../http/request/parse-parameters.ts';
import type { Around } from './ask-operation.ts';

/** What a tool found: as data, and as the text that an assistant reads. */
export interface Finding {
  data: Record<string, unknown>;
  text: string;
}

/** A tool that assistants may call; its schemas are those of the API. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodType;
  /** Throws a Problem that says what of the call can't be understood or isn't there. */
  call(around: Around, given: Record<string, unknown>): Promise<Finding>;
}

interface Definition<S extends z.ZodObject> extends Omit<Tool, 'input' | 'call'> {
  input: S;
  find(around: Around, values: z.output<S>): Promise<Finding>;
}

/**
 * Makes a tool whose input is read as the API reads parameters, so that every fault is named with what is allowed
 * and what may have been meant. A null is an absent value: models write it where they have none.
 */
export function tool<S extends z.ZodObject>({ find, ...definition }: Definition<S>): Tool {
  return {
    ...definition,
    call: async (around, given) => {
      const present = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
      const { values } = readParameters(
        definition.input,
        new Map(present.map(([name, value]) => [name, [value]])),
        { lenient: false },
      );
      return find(around, values);
    },
  };
}
