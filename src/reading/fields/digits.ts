/** Code points of the digit zero of other scripts; the nine other digits follow it. */
const zeros = [
  // Arabic-Indic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam
  ...[0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66],
  // Thai, Lao, Tibetan, Burmese, Khmer, full width
  ...[0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10],
];
const digit = /(?![0-9])\p{Nd}/gu;

/** Replaces digits of other scripts by ASCII digits, without changing offsets: `٣` → `3`. */
export function withAsciiDigits(text: string): string {
  return text.replace(digit, (found) => {
    const code = found.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? found : String(code - zero);
  });
}
