import type { z } from 'zod';
import { parseParameters } from '../http/request/parameters.ts';
import type { OperationContext } from './call-operation.ts';

/** Result of a tool, as JSON and as text. */
export interface ToolResult {
  data: Record<string, unknown>;
  text: string;
}

/** Tool for assistants. Its schemas are those of the API. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodType;
  /** Runs the tool. Throws a Problem if the arguments are invalid or the item does not exist. */
  call(context: OperationContext, given: Record<string, unknown>): Promise<ToolResult>;
}

interface Definition<S extends z.ZodObject> extends Omit<Tool, 'input' | 'call'> {
  input: S;
  find(context: OperationContext, values: z.output<S>): Promise<ToolResult>;
}

/**
 * Creates a tool whose input is parsed like API parameters, so errors name the parameter, the allowed values
 * and suggestions. Null counts as absent, because models send it for missing values.
 */
export function tool<S extends z.ZodObject>({ find, ...definition }: Definition<S>): Tool {
  return {
    ...definition,
    call: async (context, given) => {
      const present = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
      const { values } = parseParameters(
        definition.input,
        new Map(present.map(([name, value]) => [name, [value]])),
        { lenient: false },
      );
      return find(context, values);
    },
  };
}
