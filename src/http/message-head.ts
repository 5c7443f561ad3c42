import type { ServerResponse } from 'node:http';
import { keepAliveMs } from './draining-server.ts';

// As in draining-server.ts.
const { ServerResponse: Response } = process.getBuiltinModule('node:http');

/** Headers as they stand in the head of a message, a line each (RFC 9112, 5); from names and values in turn. */
export function headerLines(headers: readonly string[]): string {
  let lines = '';
  for (let index = 0; index < headers.length; index += 2)
    lines += `${headers[index]}: ${headers[index + 1]}\r\n`;
  return lines;
}

/** Names and values in turn, of what `headerLines` made. */
export function headersIn(lines: string): string[] {
  return lines
    .split('\r\n')
    .slice(0, -1)
    .flatMap((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
}

/**
 * Writes the head of a 200 from lines that went out before, and headers of its own, names and values in turn, which have to
 * be valid. Node's `writeHead` would look through all of them once more and put the text together anew, which took more than a
 * tenth of such an answer; what it does with the text is done here. Where someone has put something in its place, or a later
 * Node calls the text otherwise, it is left to `writeHead`.
 */
export function writeHeadAgain(response: ServerResponse, lines: string, own: string[]): void {
  const node = response as unknown as { _header: unknown };
  const isPlain = response.writeHead === Response.prototype.writeHead && node._header === null;
  if (!isPlain || !response.shouldKeepAlive) {
    response.writeHead(200, headersIn(lines).concat(own));
    return;
  }
  const alive = `Date: ${dateNow()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAliveMs / 1000}\r\n`;
  node._header = `HTTP/1.1 200 OK\r\n${lines}${headerLines(own)}${alive}\r\n`;
}

let second = 0;
let text = '';

/** The time for the Date header (RFC 9110, 6.6.1), made once a second. */
function dateNow(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    text = new Date(now * 1000).toUTCString();
  }
  return text;
}
