import type { Reject } from '../reading/reader.ts';
import { onceBytes } from './byte-stream.ts';
import { documentSizeLimit, documentSizeLimitText } from './document-size-limit.ts';
import type { FoundFile } from './found-file.ts';

/** First line of a message: its sender and time, or `From - ` (RFC 4155; mbox of Gmail, Thunderbird, mutt). */
const postmark = /^From (?:- |\S{1,200} {1,4}).{0,100}\b\d{4}\b/;

/** Longest first line of a message, in bytes. A longer line is text. */
const maxPostmark = 400;

/** True if a file that begins so is an mbox: a postmark, then a header. */
export function isMbox(head: string): boolean {
  return postmark.test(head) && /^[^\n]*\n(?:>From |[!-9;-~]{1,80}:)/.test(head);
}

/**
 * Yields the messages of an mbox file, with paths such as `letters.mbox/3`. Lines that were quoted (`>From`) are as they
 * were. Holds one message at a time. One that is too large yields a Reject.
 */
export async function* unpackMbox(file: FoundFile): AsyncGenerator<FoundFile | Reject> {
  let count = 0;
  const found = (message: Uint8Array | undefined): FoundFile | Reject => {
    count++;
    const path = `${file.path}/${count}`;
    return message
      ? { path, size: message.length, open: () => onceBytes(message) }
      : { path, line: null, reason: `message larger than ${documentSizeLimitText}` };
  };
  let held: Buffer[] = [];
  let size = 0;
  const hold = (part: Buffer) => {
    size += part.length;
    if (size > documentSizeLimit) held = [];
    else held.push(part);
  };
  const release = () => {
    const message = size > documentSizeLimit ? undefined : messageOf(Buffer.concat(held));
    held = [];
    size = 0;
    return message;
  };

  let rest = Buffer.alloc(0);
  for await (const part of file.open()) {
    let bytes = Buffer.concat([rest, part]);
    for (;;) {
      const next = nextPostmark(bytes);
      if (next < 0) break;
      hold(bytes.subarray(0, next));
      yield found(release());
      bytes = bytes.subarray(next);
    }
    // The end may be the beginning of a postmark, with the blank line before it.
    const safe = Math.max(0, bytes.length - maxPostmark - 2);
    hold(bytes.subarray(0, safe));
    rest = bytes.subarray(safe);
  }
  // The last line may be short.
  for (let next = nextPostmark(rest, true); next >= 0; next = nextPostmark(rest, true)) {
    hold(rest.subarray(0, next));
    yield found(release());
    rest = rest.subarray(next);
  }
  hold(rest);
  if (size > 0) yield found(release());
}

/** Returns where the next message begins, after a blank line; -1 if none does, or if its first line may go on. */
function nextPostmark(bytes: Buffer, isEnd = false): number {
  for (let at = bytes.indexOf('\nFrom '); at >= 0; at = bytes.indexOf('\nFrom ', at + 1)) {
    const isAfterBlank = bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a);
    if (!isAfterBlank) continue;
    const start = at + 1;
    if (!isEnd && bytes.length - start < maxPostmark) return -1;
    const [line = ''] = bytes
      .subarray(start, start + maxPostmark)
      .toString('latin1')
      .split('\n', 1);
    if (postmark.test(line)) return start;
  }
  return -1;
}

/** Returns a message without its postmark, and without the marks of quoted lines (mboxrd). */
function messageOf(bytes: Buffer): Uint8Array {
  const text = bytes.subarray(bytes.indexOf('\n') + 1).toString('latin1');
  return Buffer.from(text.replace(/^>(>*From )/gm, '$1'), 'latin1');
}
