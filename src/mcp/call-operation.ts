import type { Archive } from '../archive/archive.ts';
import type { Operation } from '../http/operation.ts';
import type { LiveEvents } from '../live/live-events.ts';

/** Dependencies of an operation that runs without HTTP. */
export interface OperationContext {
  archive: Archive;
  live: LiveEvents;
  version: string;
  /** Prefix of paths in links: the public address, or empty. */
  base: string;
}

interface OperationRoute {
  operation: Operation;
  /** Pattern as in the route table: `/v1/people/:slug/quotes`. */
  path: string;
}

/**
 * Runs an operation of the API as over HTTP and returns its JSON. Follows redirects. Throws the Problem that a
 * request would get.
 */
export async function callOperation(
  context: OperationContext,
  { operation, path }: OperationRoute,
  inPath: Record<string, string>,
  parameters: Record<string, unknown>,
): Promise<string> {
  const given = new Map(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
  );
  const { respond } = operation.parse(given, { lenient: false });
  const pathname = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(inPath[name] ?? ''));
  const { archive } = context;
  const { writes, states, changes, exports, check, warnings } = archive;
  const { value: result } = await archive.read((reads, state) =>
    respond({
      ...{
        ...context,
        archive: reads,
        state: () => state,
        writes,
        states,
        changes,
        exports,
        check,
        warnings,
      },
      ...{ path: inPath, pathname, headers: {}, mediaType: 'application/json' },
    }),
  );
  if ('body' in result) return result.body.toString();
  if (!('movedTo' in result)) throw new TypeError(`operation ${operation.id} returned a stream`);
  return callOperation(context, { operation, path }, valuesIn(result.movedTo, path), parameters);
}

/** Extracts the named values of a path pattern from a path. */
// ('/v1/people/josep-borrell/quotes', '/v1/people/:slug/quotes') → { slug: 'josep-borrell' }
function valuesIn(address: string, pattern: string): Record<string, string> {
  const segments = address.split('/');
  return Object.fromEntries(
    pattern
      .split('/')
      .flatMap((name, index) =>
        name.startsWith(':') ? [[name.slice(1), decodeURIComponent(segments[index] ?? '')]] : [],
      ),
  );
}
