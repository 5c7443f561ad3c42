import { z } from 'zod';

type Json = Record<string, unknown>;

const Schema: z.ZodType<Json> = z.record(z.string(), z.unknown());
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  schema: Schema,
  example: z.unknown().optional(),
});
const Content = z.record(
  z.string(),
  z.object({ schema: Schema.optional(), example: z.unknown().optional() }),
);
const Response = z.object({ content: Content.optional() });
const OperationObject = z.object({
  operationId: z.string(),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.unknown()),
  security: z.array(z.unknown()).optional(),
});

/** An operation of an OpenAPI document, with its references resolved. */
export interface Described {
  id: string;
  method: string;
  path: string;
  parameters: z.infer<typeof Parameter>[];
  /** Request bodies by media type. */
  bodies: z.infer<typeof Content>;
  /** Media types by status, each with the JSON pointer of its schema. */
  responses: Map<number, Map<string, string>>;
  needsKey: boolean;
}

/** Returns the operations of an OpenAPI document. */
export function operationsOf(document: Json): Described[] {
  const paths = z.record(z.string(), z.record(z.string(), z.unknown())).parse(document.paths);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { operationId, parameters, requestBody, responses, security } = OperationObject.parse(described);
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map((each) => Parameter.parse(resolved(document, each).value)),
        bodies: requestBody?.content ?? {},
        needsKey: security !== undefined,
        responses: new Map(
          Object.entries(responses).map(([status, response]) => {
            const here = `#/paths/${escaped(path)}/${method}/responses/${status}`;
            const { value, pointer } = resolved(document, response, here);
            const { content = {} } = Response.parse(value);
            const types = Object.keys(content).map((type): [string, string] => [
              type,
              `${pointer}/content/${escaped(type)}/schema`,
            ]);
            return [Number(status), new Map(types)];
          }),
        ),
      };
    }),
  );
}

/** Returns what a reference points to, and where that is. */
export function resolved(
  document: unknown,
  value: unknown,
  pointer = '',
): { value: unknown; pointer: string } {
  const reference = z.object({ $ref: z.string() }).safeParse(value);
  if (!reference.success) return { value, pointer };
  let target = document;
  for (const part of reference.data.$ref.slice(2).split('/')) {
    target = z.record(z.string(), z.unknown()).parse(target)[
      part.replaceAll('~1', '/').replaceAll('~0', '~')
    ];
  }
  return { value: target, pointer: reference.data.$ref };
}

/** Escapes a member name for a JSON pointer in a URI fragment (RFC 6901, 6). */
function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
