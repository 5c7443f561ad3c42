/**
 * The text of an XML or HTML file: by its byte order mark, else by the pattern of its first `<` (XML 1.0,
 * appendix F), else as UTF-8 where the bytes are valid UTF-8, else by the encoding it declares, else as
 * windows-1252. Valid UTF-8 outranks the declaration, because a wrong declaration is common and text in another
 * encoding is hardly ever valid UTF-8 by chance; encodings of seven bits that escape (ISO-2022) are the exception.
 */
export function decodeMarkup(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide)
    return wide === 'utf-32le' || wide === 'utf-32be' ? decodeUtf32(bytes, wide) : decodeAs(wide, bytes);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared =
    /^\W{0,4}<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  if (/^(iso-2022|hz-gb|utf-?7)/i.test(declared ?? '')) return decodeAs(declared ?? '', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what the file declares is the best there is, and UTF-8 is no longer believed.
    return decodeAs(/^utf-?(8|16)/i.test(declared ?? 'utf-8') ? 'windows-1252' : (declared ?? ''), bytes);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // The Encoding Standard does not know the label; windows-1252 at least loses no byte.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (signature === '0000feff' || signature === '0000003c') return 'utf-32be';
  if (signature === 'fffe0000' || signature === '3c000000') return 'utf-32le';
  if (signature.startsWith('feff') || signature.startsWith('003c00')) return 'utf-16be';
  if (signature.startsWith('fffe') || /^3c00..00/.test(signature)) return 'utf-16le';
  return undefined;
}

function decodeUtf32(bytes: Uint8Array, encoding: 'utf-32le' | 'utf-32be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let index = 0; index + 4 <= bytes.length; index += 4) {
    const point = view.getUint32(index, encoding === 'utf-32le');
    parts.push(point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point));
  }
  return parts.join('').replace(/^\ufeff/, '');
}
