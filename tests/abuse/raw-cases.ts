import type { Random } from './random.ts';

/** Bytes for a bare socket, as Latin-1, and what may come back. */
export interface RawCase {
  name: string;
  bytes: string;
  /** Maximum number of responses. */
  responses: number;
  /** Statuses that the first response may have; any below 500 if absent. */
  statuses?: number[];
  /** True if the client ends its side after the last byte. */
  ends: boolean;
}

/** Path of a request that is hidden in another. A response to it means that the server lost the boundary of requests. */
export const hiddenPath = '/hidden-request';

const hidden = `GET ${hiddenPath} HTTP/1.1\r\nHost: x\r\n\r\n`;
// A route that does not exist may be refused before its body is read.
const refused = [400, 404, 405, 408, 413, 414, 431, 501];

type Shape = [name: string, head: (line: string) => string, limits?: Partial<RawCase>];

const post = (headers: string, body: string) => (line: string) =>
  `${line.replace('GET', 'POST')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${headers}\r\n${body}`;
const get =
  (headers: string, rest = '') =>
  (line: string) =>
    `${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n${rest}`;
const whole = (text: string) => () => text;

/** Shapes of requests: framing, hosts, chunks, heads, versions, pipelining. */
const shapes: Shape[] = [
  ['a plain request', get('')],
  [
    'CL and TE',
    post('Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`),
    { statuses: refused },
  ],
  [
    'TE and CL',
    post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${hidden}`),
    { statuses: refused },
  ],
  ['two CL', post('Content-Length: 2\r\nContent-Length: 60\r\n', `{}${hidden}`), { statuses: refused }],
  ['two equal CL', post('Content-Length: 2\r\nContent-Length: 2\r\n', '{}')],
  ['CL with a list', post('Content-Length: 2, 2\r\n', '{}'), { statuses: refused }],
  ['CL with a sign', post('Content-Length: +2\r\n', '{}'), { statuses: refused }],
  ['negative CL', post('Content-Length: -2\r\n', '{}'), { statuses: refused }],
  ['hexadecimal CL', post('Content-Length: 0x2\r\n', '{}'), { statuses: refused }],
  ['CL past 2^64', post('Content-Length: 99999999999999999999\r\n', '{}'), { statuses: refused }],
  ['empty CL', post('Content-Length:\r\n', '{}')],
  ['CL with a blank inside', post('Content-Length: 1 2\r\n', '{}'), { statuses: refused }],
  ['a blank before the colon', post('Content-Length : 2\r\n', `{}${hidden}`), { statuses: refused }],
  [
    'TE before the colon',
    post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${hidden}`),
    { statuses: refused },
  ],
  ['TE xchunked', post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${hidden}`), { statuses: refused }],
  ['TE chunked twice', post('Transfer-Encoding: chunked, chunked\r\n', `0\r\n\r\n${hidden}`)],
  ['TE identity', post('Transfer-Encoding: identity\r\n', `{}${hidden}`)],
  ['TE gzip, chunked', post('Transfer-Encoding: gzip, chunked\r\n', '2\r\n{}\r\n0\r\n\r\n')],
  [
    'TE chunked, gzip',
    post('Transfer-Encoding: chunked, gzip\r\n', `0\r\n\r\n${hidden}`),
    { statuses: refused },
  ],
  ['TE with a tab', post('Transfer-Encoding:\tchunked\r\n', '2\r\n{}\r\n0\r\n\r\n')],
  [
    'TE with a vertical tab',
    post('Transfer-Encoding: \x0bchunked\r\n', `0\r\n\r\n${hidden}`),
    { statuses: refused },
  ],
  ['TE quoted', post('Transfer-Encoding: "chunked"\r\n', `0\r\n\r\n${hidden}`), { statuses: refused }],
  [
    'TE in HTTP/1.0',
    (line) =>
      `${line.replace('GET', 'POST')} HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
  ],
  ['a chunk', post('Transfer-Encoding: chunked\r\n', '2\r\n{}\r\n0\r\n\r\n')],
  ['a chunk with an extension', post('Transfer-Encoding: chunked\r\n', '2;a=b\r\n{}\r\n0\r\n\r\n')],
  [
    'a chunk with a long extension',
    post('Transfer-Encoding: chunked\r\n', `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`),
  ],
  ['a chunk with a bad size', post('Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n0\r\n\r\n')],
  [
    'a chunk with a huge size',
    post('Transfer-Encoding: chunked\r\n', 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n'),
  ],
  ['a chunk with a negative size', post('Transfer-Encoding: chunked\r\n', '-2\r\n{}\r\n0\r\n\r\n')],
  [
    'a chunk that is longer than its size',
    post('Transfer-Encoding: chunked\r\n', `1\r\n{}${hidden}0\r\n\r\n`),
  ],
  ['a chunk with bare LF', post('Transfer-Encoding: chunked\r\n', `2\n{}\n0\n\n${hidden}`)],
  [
    'chunks with a trailer',
    post('Transfer-Encoding: chunked\r\nTrailer: X\r\n', '2\r\n{}\r\n0\r\nX: y\r\nHost: z\r\n\r\n'),
  ],
  ['chunks that end early', post('Transfer-Encoding: chunked\r\n', '5\r\n{}'), { ends: true }],
  ['a body that ends early', post('Content-Length: 100\r\n', '{}'), { ends: true }],
  ['a body of a GET', get('Content-Length: 4\r\n', 'body')],
  ['a chunked body of a GET', get('Transfer-Encoding: chunked\r\n', '4\r\nbody\r\n0\r\n\r\n')],
  ['no Host', (line) => `${line} HTTP/1.1\r\nConnection: close\r\n\r\n`, { statuses: [400] }],
  ['two Hosts', (line) => `${line} HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n`, { statuses: [400] }],
  ['a malformed Host', (line) => `${line} HTTP/1.1\r\nHost: a b<script>\r\n\r\n`, { statuses: [400] }],
  ['a Host with a path', (line) => `${line} HTTP/1.1\r\nHost: x/y\r\n\r\n`, { statuses: [400] }],
  ['a Host with a user', (line) => `${line} HTTP/1.1\r\nHost: x@y\r\n\r\n`, { statuses: [400] }],
  ['an empty Host', (line) => `${line} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n`],
  ['HTTP/0.9', (line) => `${line}\r\n\r\n`, { statuses: [400] }],
  ['HTTP/1.0', (line) => `${line} HTTP/1.0\r\n\r\n`],
  [
    'HTTP/1.0 kept alive',
    (line) => `${line} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n${line} HTTP/1.0\r\n\r\n`,
    { responses: 2 },
  ],
  ['HTTP/1.2', (line) => `${line} HTTP/1.2\r\nHost: x\r\n\r\n`, { statuses: [400, 505] }],
  ['HTTP/2.0', (line) => `${line} HTTP/2.0\r\nHost: x\r\n\r\n`, { statuses: [400, 505] }],
  ['HTTP/9.9', (line) => `${line} HTTP/9.9\r\nHost: x\r\n\r\n`, { statuses: [400, 505] }],
  ['HTTPS/1.1', (line) => `${line} HTTPS/1.1\r\nHost: x\r\n\r\n`, { statuses: [400] }],
  ['http/1.1', (line) => `${line} http/1.1\r\nHost: x\r\n\r\n`, { statuses: [400] }],
  ['the preface of HTTP/2', whole('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), { statuses: [400] }],
  ['an upgrade to HTTP/2', get('Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n')],
  [
    'an upgrade to WebSocket',
    (line) =>
      `${line} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n`,
  ],
  ['CONNECT', whole('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'), { ends: true }],
  ['a hello of TLS', whole('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'), { statuses: [400], ends: true }],
  ['only blank lines', whole('\r\n\r\n\r\n\r\n'), { ends: true }],
  ['a blank line before', (line) => `\r\n${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
  ['nothing', whole(''), { ends: true }],
  ['zeroes', whole('\0'.repeat(1000)), { statuses: [400], ends: true }],
  [
    'a method in lower case',
    (line) => `${line.replace('GET', 'get')} HTTP/1.1\r\nHost: x\r\n\r\n`,
    { statuses: [400] },
  ],
  [
    'an unknown method',
    (line) => `${line.replace('GET', 'BREW')} HTTP/1.1\r\nHost: x\r\n\r\n`,
    { statuses: [400] },
  ],
  [
    'a long method',
    (line) => `${line.replace('GET', 'G'.repeat(40_000))} HTTP/1.1\r\nHost: x\r\n\r\n`,
    { statuses: refused },
  ],
  ['two blanks', (line) => `${line.replace(' ', '  ')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
  [
    'a tab for a blank',
    (line) => `${line.replace(' ', '\t')} HTTP/1.1\r\nHost: x\r\n\r\n`,
    { statuses: [400] },
  ],
  ['no target', whole('GET HTTP/1.1\r\nHost: x\r\n\r\n'), { statuses: [400] }],
  ['a target with a blank', (line) => `${line} x HTTP/1.1\r\nHost: x\r\n\r\n`, { statuses: [400] }],
  ['a target with NUL', (line) => `${line}\0 HTTP/1.1\r\nHost: x\r\n\r\n`, { statuses: [400] }],
  ['a target with high bytes', (line) => `${line}\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
  [
    'absolute form',
    (line) => `${line.replace('/', 'http://evil.example/')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  ],
  ['a slash before', (line) => `${line.replace('/', '//')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
  [
    'a backslash before',
    (line) => `${line.replace('/', '/\\')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  ],
  ['a fragment', (line) => `${line}#x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
  ['an asterisk', whole('GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')],
  [
    'a long target',
    (line) => `${line}?${'x'.repeat(50_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    { statuses: [414, 431] },
  ],
  ['a header without a colon', get('Nothing\r\n'), { statuses: [400] }],
  ['a header without a name', get(': x\r\n'), { statuses: [400] }],
  ['a header with NUL', get('X: a\0b\r\n'), { statuses: [400] }],
  ['a header with bare CR', get('X: a\rY: b\r\n'), { statuses: [400] }],
  ['a header with high bytes', get('X: \x80\xff\r\n')],
  ['a header name with a blank', get('X Y: a\r\n'), { statuses: [400] }],
  ['a folded header', get('X: a\r\n b\r\n'), { statuses: [400] }],
  ['a folded Host', (line) => `${line} HTTP/1.1\r\nHost: x\r\n y\r\n\r\n`, { statuses: [400] }],
  ['a first header that is folded', (line) => `${line} HTTP/1.1\r\n Host: x\r\n\r\n`, { statuses: [400] }],
  ['a large header', get(`X: ${'x'.repeat(40_000)}\r\n`), { statuses: [431, 400] }],
  ['many headers', get('X: y\r\n'.repeat(3000))],
  ['bare LF', (line) => `${line} HTTP/1.1\nHost: x\nConnection: close\n\n`],
  ['headers that end early', (line) => `${line} HTTP/1.1\r\nHost: x\r\nX: `, { ends: true }],
  ['an expectation', post('Expect: 100-continue\r\nContent-Length: 2\r\n', '{}'), { responses: 2 }],
  ['an unknown expectation', get('Expect: tea\r\n')],
  [
    'ten requests',
    (line) =>
      `${`${line} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(9)}${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    { responses: 10 },
  ],
  ['a request after the last', get('', hidden)],
  [
    'a body after a HEAD',
    (line) =>
      `${line.replace('GET', 'HEAD')} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody`,
  ],
  ['garbage after a request', get('', '\x00\x01\x02garbage\r\n\r\n')],
  ['Connection that names Host', get('Connection: host\r\n')],
  [
    'a compressed body',
    post('Content-Encoding: gzip\r\nContent-Length: 2\r\n', '\x1f\x8b'),
    { statuses: [404, 405, 415] },
  ],
  [
    'TRACE',
    (line) => `${line.replace('GET', 'TRACE')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    { statuses: [404, 405] },
  ],
  ['a range', get('Range: bytes=0-0,-1,5-\r\n')],
];

const targets = ['/healthz', '/v1/articles?limit=1', '/', '/mcp', '/v1/articles/search', '/v1/parse'];

/** Returns this many cases: every shape with random targets and spellings of header names. */
export function rawCases(count: number, random: Random): RawCase[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, head, limits = {}] = shapes[index % shapes.length] ?? shapes[0] ?? ['', whole('')];
    const target = random.pick(targets) ?? '/';
    const bytes = head(`GET ${target}`);
    return {
      name: `${name} (${target})`,
      bytes: random.chance(0.3)
        ? bytes.replace(/^(?:Content|Transfer|Host|Connection)[\w-]*(?=:)/gm, (field) => field.toUpperCase())
        : bytes,
      responses: 1,
      ends: false,
      ...limits,
    };
  });
}
