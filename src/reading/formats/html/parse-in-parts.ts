import { type Handler, Parser } from 'htmlparser2';
import { rawElements } from './element-roles.ts';

/** Number of open elements at which a new parser begins. No article nests so deeply. */
const maxOpen = 1000;

type Handlers = Required<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>;

/**
 * Parses HTML in linear time. The parser moves all open elements for each one that opens, so elements that are never closed
 * would take the square of their number. If too many are open, a new parser reads the rest, and they stay open.
 */
export function parseInParts(html: string, handlers: Handlers): void {
  let rest = html;
  while (rest !== '') {
    let open = 0;
    let isFull = false;
    const parser = new Parser(
      {
        ...handlers,
        onopentag(name, attributes, isImplied) {
          handlers.onopentag(name, attributes, isImplied);
          open++;
          // The content of raw elements is not markup, which a new parser would not know.
          isFull = open > maxOpen && !rawElements.has(name);
          if (isFull) parser.pause();
        },
        onclosetag(name, isImplied) {
          open--;
          handlers.onclosetag(name, isImplied);
        },
      },
      { decodeEntities: true },
    );
    parser.write(rest);
    if (!isFull) {
      parser.end();
      return;
    }
    rest = rest.slice(parser.endIndex + 1);
  }
}
