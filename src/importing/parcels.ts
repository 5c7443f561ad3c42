import type { Document, Reject } from '../reading/reader.ts';

/** Documents that go to a reading thread together, and what lay between them that can't be read, in order. */
export type Parcel = (Document | Reject)[];

/** Enough work to be worth the crossing, little enough that no thread waits long: bytes and documents. */
const parcelBytes = 256 * 2 ** 10;
const parcelDocuments = 64;

/** Packs a stream of documents into parcels, in order. */
export async function* packParcels(found: AsyncIterable<Document | Reject>): AsyncGenerator<Parcel> {
  let parcel: Parcel = [];
  let bytes = 0;
  for await (const item of found) {
    parcel.push(item);
    if ('bytes' in item) bytes += item.bytes.length;
    if (bytes < parcelBytes && parcel.length < parcelDocuments) continue;
    yield parcel;
    parcel = [];
    bytes = 0;
  }
  if (parcel.length > 0) yield parcel;
}
