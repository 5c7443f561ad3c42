import { z } from 'zod';
import type { Operation } from '../../http/operation.ts';
import { ProblemBody } from '../../http/problems/problem-body.ts';

export interface Schemas {
  components: Record<string, unknown>;
  of: (operation: Operation) => unknown;
}

/** Converts all responses at once, so that each named schema becomes one component. */
export function componentSchemas(operations: Operation[]): Schemas {
  const responses = operations.flatMap(({ id, response }) => (response ? [[id, response] as const] : []));
  const whole = jsonSchema(z.object({ ...Object.fromEntries(responses), ProblemBody }), 'output');
  const { $defs = {}, properties = {} } = z
    .object({ $defs: z.record(z.string(), z.unknown()), properties: z.record(z.string(), z.unknown()) })
    .partial()
    .parse(whole);
  return { components: $defs, of: ({ id }) => properties[id] };
}

/** Converts a zod schema to JSON Schema 2020-12 with references to the components. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const converted = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema: json }) {
      delete json.id;
      delete json.explode;
      delete json.number;
      if (json.additionalProperties === false) delete json.additionalProperties;
      if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
      if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
      if ('example' in json) {
        json.examples = [json.example];
        delete json.example;
      }
    },
  });
  const text = JSON.stringify(converted).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, ...rest } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return rest;
}
