import type { Archive, Awaitable } from '../../archive.ts';
import type { Unavailability } from '../../archive-unavailable.ts';

/** The reads that may take long. */
export type SlowRead =
  | 'articles'
  | 'joinedCards'
  | 'quotes'
  | 'neighbours'
  | 'facets'
  | 'timeline'
  | 'highlight'
  | 'suggest'
  | 'related'
  | 'together';

/** A read and what it is given: what goes from one process to the other. */
export type Question = { [Read in SlowRead]: { read: Read; given: Parameters<Archive[Read]> } }[SlowRead];

/** What comes back. Errors lose their class on the way, so what kept an archive from answering comes by name. */
export type Reply =
  | { value: unknown }
  | { unavailable: { reason: Unavailability; message: string } }
  | { failure: { message: string; stack: string | undefined } };

/** Asks an archive what a question asks. */
export function answer(archive: Archive, { read, given }: Question): Awaitable<unknown> {
  switch (read) {
    case 'articles':
      return archive.articles(...given);
    case 'joinedCards':
      return archive.joinedCards(...given);
    case 'quotes':
      return archive.quotes(...given);
    case 'neighbours':
      return archive.neighbours(...given);
    case 'facets':
      return archive.facets(...given);
    case 'timeline':
      return archive.timeline(...given);
    case 'highlight':
      return archive.highlight(...given);
    case 'suggest':
      return archive.suggest(...given);
    case 'related':
      return archive.related(...given);
    case 'together':
      return archive.together(...given);
  }
}
