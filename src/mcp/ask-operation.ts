import type { Archive } from '../archive/archive.ts';
import type { Operation } from '../http/operation.ts';
import type { LiveEvents } from '../live/live-events.ts';

/** What an operation of the API needs to answer without HTTP. */
export interface Around {
  archive: Archive;
  live: LiveEvents;
  version: string;
  /** Put before every path in links: the public address, or nothing. */
  base: string;
}

/** A line of the API: the operation and the path that it is on. */
interface Asked {
  operation: Operation;
  /** As the route table has it: `/v1/people/:slug/quotes`. */
  path: string;
}

/**
 * The JSON text that an operation of the API answers, by the same code as over HTTP; what moved is followed.
 * Throws the Problem that HTTP would answer.
 */
export async function askOperation(
  around: Around,
  { operation, path }: Asked,
  inPath: Record<string, string>,
  parameters: Record<string, unknown>,
): Promise<string> {
  const given = new Map(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
  );
  const { respond } = operation.understand(given, { lenient: false });
  const pathname = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(inPath[name] ?? ''));
  const { archive } = around;
  const { writes, changes, exports, check } = archive;
  const { value: answer } = await archive.read((reads, state) =>
    respond({
      ...{ ...around, archive: reads, state: () => state, writes, changes, exports, check },
      ...{ path: inPath, pathname, headers: {}, mediaType: 'application/json' },
    }),
  );
  if ('body' in answer) return answer.body.toString();
  if (!('movedTo' in answer)) throw new TypeError(`${operation.id} answers no document.`);
  return askOperation(around, { operation, path }, valuesIn(answer.movedTo, path), parameters);
}

/** The values that a path holds where its pattern has names. */
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
