import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';

const converted = new WeakMap<z.ZodType, StandardSchemaWithJSON>();

/**
 * A zod schema as the MCP SDK takes it: as JSON Schema 2020-12, converted once and not for each request. Values
 * pass unchecked: a tool reads its input itself, to say better what is wrong, and its output is what the API
 * answers.
 */
export function toolSchema(schema: z.ZodType, io: 'input' | 'output'): StandardSchemaWithJSON {
  const known = converted.get(schema);
  if (known) return known;
  // The root has to say that it is an object: a named schema would be but a reference there.
  const root = schema instanceof z.ZodObject ? z.object(schema.shape) : schema;
  const json = z.toJSONSchema(root, {
    io,
    override({ jsonSchema }) {
      delete jsonSchema.id;
      delete jsonSchema.explode;
      // Within /v1 the API may add fields.
      if (jsonSchema.additionalProperties === false && io === 'output')
        delete jsonSchema.additionalProperties;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // Every schema is read by a model with each question: examples help it to ask, not to read answers.
      if ('example' in jsonSchema && io === 'input') jsonSchema.examples = [jsonSchema.example];
      delete jsonSchema.example;
    },
  });
  const made: StandardSchemaWithJSON = {
    '~standard': {
      version: 1,
      vendor: 'dateline',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => json, output: () => json },
    },
  };
  converted.set(schema, made);
  return made;
}
