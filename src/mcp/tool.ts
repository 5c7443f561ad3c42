import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { parseParameters } from '../http/request/parameters.ts';
import type { OperationContext } from './call-operation.ts';
import type { ParameterSchema } from './parameters.ts';

/** Result of a tool: the same as JSON and as text. */
export interface ToolResult {
  data: Record<string, unknown>;
  text: string;
}

/** Tool for assistants. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  inputSchema: StandardSchemaWithJSON;
  /** Runs the tool. Throws a Problem if the arguments are invalid or the item does not exist. */
  call(context: OperationContext, given: Record<string, unknown>): Promise<ToolResult>;
}

interface Definition<S extends z.ZodObject> extends Omit<Tool, 'inputSchema' | 'call'> {
  /** Schema of all parameters, those of the API. */
  input: S;
  /** Parameters that the assistant is told about. */
  parameters: Record<string, ParameterSchema>;
  required?: string[];
  find(context: OperationContext, values: z.output<S>): Promise<ToolResult>;
}

/**
 * Creates a tool whose input is parsed like API parameters, so errors name the parameter, the allowed values
 * and suggestions. Models send null and empty texts for missing values, so these count as absent.
 */
export function tool<S extends z.ZodObject>(definition: Definition<S>): Tool {
  const { name, title, description, input, parameters, required, find } = definition;
  return {
    name,
    title,
    description,
    inputSchema: inputSchema({ type: 'object', properties: parameters, ...(required && { required }) }),
    call: async (context, given) => {
      const present = Object.entries(given).filter(([, value]) => !isAbsent(value));
      const { values } = parseParameters(
        input,
        new Map(present.map(([parameter, value]) => [parameter, [asText(value)]])),
        { lenient: false },
      );
      return find(context, values);
    },
  };
}

function isAbsent(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Returns a number or boolean as the text that it has in a URL; other values as they are. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** Wraps a JSON Schema for the SDK. It does not validate: a tool parses its input itself, for better messages. */
function inputSchema(json: Record<string, unknown>): StandardSchemaWithJSON {
  return {
    '~standard': {
      version: 1,
      vendor: 'dateline',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => json, output: () => json },
    },
  };
}
