import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';

const converted = new WeakMap<z.ZodType, StandardSchemaWithJSON>();

/**
 * Converts a zod schema to JSON Schema 2020-12 for the MCP SDK, once per schema. The SDK does not validate
 * values: a tool parses its own input, for better messages, and its output comes from the API.
 */
export function toolSchema(schema: z.ZodType, io: 'input' | 'output'): StandardSchemaWithJSON {
  const known = converted.get(schema);
  if (known) return known;
  // The root must be an object; a named schema would become a reference.
  const root = schema instanceof z.ZodObject ? z.object(schema.shape) : schema;
  const json = z.toJSONSchema(root, {
    io,
    override({ jsonSchema }) {
      delete jsonSchema.id;
      delete jsonSchema.explode;
      delete jsonSchema.number;
      // The API may add fields within /v1.
      if (jsonSchema.additionalProperties === false && io === 'output')
        delete jsonSchema.additionalProperties;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // A model reads all schemas with every request. Examples help only with input.
      if ('example' in jsonSchema && io === 'input') jsonSchema.examples = [jsonSchema.example];
      delete jsonSchema.example;
    },
  });
  const result: StandardSchemaWithJSON = {
    '~standard': {
      version: 1,
      vendor: 'dateline',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => json, output: () => json },
    },
  };
  converted.set(schema, result);
  return result;
}
