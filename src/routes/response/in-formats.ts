import type { Operation } from '../../http/operation.ts';
import type { Format } from '../../http/request/format.ts';

/** Returns `produces` and `formats` of an operation with JSON and these formats. */
export function inFormats(
  formats: readonly Format[],
): Pick<Operation, 'produces'> & { formats: readonly Format[] } {
  return { produces: ['application/json', ...formats.map(({ mediaType }) => mediaType)], formats };
}
