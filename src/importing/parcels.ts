import type { Document } from '../reading/reader.ts';
import type { Unreadable } from './unpack.ts';

/** Documents that go to a reading thread together, and what lay between them that can't be read. */
export interface Parcel {
  documents: Document[];
  unreadable: Unreadable[];
  bytes: number;
}

/** Enough work to be worth the crossing, little enough that no thread waits long: bytes and documents. */
const parcelBytes = 256 * 2 ** 10;
const parcelDocuments = 64;

/** Packs a stream of documents into parcels, in order. */
export async function* packParcels(found: AsyncIterable<Document | Unreadable>): AsyncGenerator<Parcel> {
  let parcel: Parcel = { documents: [], unreadable: [], bytes: 0 };
  for await (const item of found) {
    if ('reason' in item) parcel.unreadable.push(item);
    else {
      parcel.documents.push(item);
      parcel.bytes += item.bytes.length;
    }
    if (parcel.bytes < parcelBytes && parcel.documents.length < parcelDocuments) continue;
    yield parcel;
    parcel = { documents: [], unreadable: [], bytes: 0 };
  }
  if (parcel.documents.length + parcel.unreadable.length > 0) yield parcel;
}
