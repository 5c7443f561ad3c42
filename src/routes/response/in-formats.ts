import type { Operation } from '../../http/operation.ts';
import type { Format } from '../../http/request/format.ts';

/** What an operation that answers JSON and these formats says of it. */
export function inFormats(
  formats: readonly Format[],
): Pick<Operation, 'produces'> & { formats: readonly Format[] } {
  return { produces: ['application/json', ...formats.map(({ mediaType }) => mediaType)], formats };
}
