import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isRecord, type Json } from '../json/parse-json.ts';
import { type NinjsVersion, ninjsVersionsOf } from './ninjs-version.ts';

/** No more faults than these are told of one document. */
const maxErrors = 5;

const validators = new Map<NinjsVersion, ValidateFunction>();

/**
 * Returns the faults of a ninjs document by IPTC's official schema of its version, each as a sentence; empty
 * when it is valid. Where it does not declare a version, being valid by any version of its generation is enough.
 *
 * `schemaErrors({ random: 1 })` → `['the document has an unknown property "random"', …]`
 */
export function schemaErrors(item: { [name: string]: Json }): string[] {
  let first: string[] | undefined;
  for (const version of ninjsVersionsOf(item)) {
    const validate = validatorOf(version);
    if (validate(item)) return [];
    first ??= (validate.errors ?? []).slice(0, maxErrors).map((error) => {
      const place = error.instancePath === '' ? 'the document' : error.instancePath;
      const name = error.params.unevaluatedProperty ?? error.params.additionalProperty;
      if (typeof name === 'string') return `${place} has an unknown property "${name}"`;
      return `${place} ${error.message ?? 'is invalid'}`;
    });
  }
  return first ?? [];
}

function validatorOf(version: NinjsVersion): ValidateFunction {
  const known = validators.get(version);
  if (known) return known;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    validateSchema: false,
    validateFormats: false,
  });
  const geoJson = schemaFile('GeoJSON-schema.json');
  ajv.addSchema(modernSchema(geoJson), 'https://geojson.org/schema/GeoJSON.json');
  const validate = ajv.compile(modernSchema(schemaFile(`ninjs-schema_${version}.json`)));
  validators.set(version, validate);
  return validate;
}

function schemaFile(name: string): Json {
  return JSON.parse(readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8'));
}

/**
 * A schema of draft 3, 4 or 7 as one of 2020-12, as far as ninjs uses them: `id` is `$id`, `required: true` of a
 * property is a name in its parent's `required`, `$schema` is gone, `definitions` are found where they are.
 */
function modernSchema(schema: Json, depth = 0): { [name: string]: Json } {
  const modern: { [name: string]: Json } = {};
  if (!isRecord(schema)) return modern;
  const required = new Set<string>();
  for (const [name, value] of Object.entries(schema)) {
    if (name === '$schema') continue;
    if (depth === 0 && (name === 'id' || name === '$id') && typeof value === 'string')
      modern.$id = value.replace(/#$/, '');
    else if (name === 'required' && typeof value === 'boolean') continue;
    else if (['properties', 'patternProperties', '$defs', 'definitions'].includes(name) && isRecord(value)) {
      const inner: { [name: string]: Json } = {};
      for (const [property, rule] of Object.entries(value)) {
        if (name === 'properties' && isRecord(rule) && rule.required === true) required.add(property);
        inner[property] = typeof rule === 'boolean' ? rule : modernSchema(rule, depth + 1);
      }
      modern[name] = inner;
    } else if (
      name === 'items' ||
      name === 'additionalProperties' ||
      name === 'not' ||
      name === 'if' ||
      name === 'then' ||
      name === 'else'
    ) {
      modern[name] = isRecord(value) ? modernSchema(value, depth + 1) : value;
    } else if (['allOf', 'anyOf', 'oneOf'].includes(name) && Array.isArray(value)) {
      modern[name] = value.map((rule) => modernSchema(rule, depth + 1));
    } else if (name === '$ref' && typeof value === 'string') modern[name] = value.replace(/(?<=.)#$/, '');
    else modern[name] = value;
  }
  if (required.size > 0) modern.required = [...required];
  return modern;
}
