import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A JSON document as it is stored: packed, or as text where an older version wrote it. */
export type PackedDocument = Uint8Array | string;

/**
 * What every document has in common: a dictionary for DEFLATE (RFC 1951), the most frequent last. Archives are
 * written with it: it may never change.
 */
const scaffold = Buffer.from(
  '"block-quote""list-item""heading","level":2,"level":null,{"kind":"paragraph"' +
    ',"field":"headline","image":null,"field":"standfirst","image":null,"field":"caption","image":0,"start":' +
    '"segments":[{"start":,"end":,"exact":"}],"speaker":null,"verb":null,"complete":false,"paragraph":' +
    '"speaker":{"tag":"person/","name":"","start":,"end":,"exact":""},"verb":"said","complete":true,"paragraph":' +
    ',"confidence":0.95},{"tag":"organization/","confidence":1},{"tag":"place/","confidence":0.9},{"tag":"topic/' +
    ' will its which their more than after been were they would about other who said had but has have are this' +
    ' not an be it from at by was as with on for is that in a and to of the The ' +
    '{"body":{"text":"","blocks":[{"kind":"paragraph","level":null,"start":0,"end":' +
    '},{"kind":"paragraph","level":null,"start":]},"mentions":[],"quotes":[]}' +
    '"role":null,"method":"","confidence":0.99},{"tag":"person/","name":"","field":"body","image":null,"start":',
);

function dictionary(beside: string): Buffer {
  return beside === '' ? scaffold : Buffer.concat([scaffold, Buffer.from(beside)]);
}

/**
 * A JSON document packed by raw DEFLATE. `beside` is a text that will be at hand when it is read, and that says
 * some of the same: an article's card, for the rest of the article. Measured on news of 2,000 characters with
 * mentions and quotes: 4,900 bytes become 1,170 (1,420 without a dictionary).
 */
export function packDocument(json: string, beside = ''): Uint8Array {
  return deflateRawSync(json, { level: 3, dictionary: dictionary(beside) });
}

/** What `packDocument` packed beside the same text. Throws where it is damaged. */
export function unpackDocument(packed: PackedDocument, beside = ''): string {
  if (typeof packed === 'string') return packed;
  return inflateRawSync(packed, { dictionary: dictionary(beside) }).toString();
}
