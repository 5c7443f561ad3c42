import type { z } from 'zod';
import type { Operation } from '../../http/operation.ts';
import { jsonSchema } from './schemas.ts';

type Json = Record<string, unknown>;

/** Returns the member `requestBody` of an operation, in an object; an empty object if it takes no body. */
export function requestBodyOf({ takesBody, parameters, bodyExample, document }: Operation): Json {
  if (takesBody) {
    const example = bodyExample ?? { tag: ['person/josep-borrell'], limit: 20 };
    return {
      requestBody: {
        required: true,
        description: 'The parameters by name.',
        content: { 'application/json': { schema: bodySchema(parameters), example } },
      },
    };
  }
  if (!document) return {};
  return {
    requestBody: {
      required: true,
      description: `The document, at most ${document.bytes / 2 ** 10} KiB.`,
      content: Object.fromEntries(
        document.mediaTypes.map((type) => [
          type,
          type === 'application/json'
            ? { schema: bodySchema(document.json), example: document.example }
            : { schema: { type: 'string', description: 'The document, unchanged.' } },
        ]),
      ),
    },
  };
}

/** Returns the schema of a request body, with references to the components. */
function bodySchema(schema: z.ZodType): Json {
  const { $defs: _, id: __, properties, ...rest } = jsonSchema(schema, 'input');
  return { ...rest, ...(isJson(properties) && { properties: withBooleans(properties) }) };
}

/** Lets a JSON body have true and false for the words that the URL has. */
function withBooleans(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (!isJson(property) || String(property.enum) !== 'true,false') return [name, property];
      const { type, enum: values, ...rest } = property;
      return [name, { ...rest, anyOf: [{ type: 'boolean' }, { type, enum: values }] }];
    }),
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
