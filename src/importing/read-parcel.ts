import type { Document } from '../reading/reader.ts';
import type { ArticleReading } from './open-reading.ts';
import type { Parcel } from './parcels.ts';
import type { Outcome } from './read-articles.ts';

/** One item of a parcel with what came of it; what could not be opened has no document. */
export interface ReadItem {
  document?: Document;
  outcomes: Outcome[];
}

/** Reads the documents of a parcel; what can't be read keeps its place among them. */
export async function readParcel(parcel: Parcel, reader: ArticleReading): Promise<ReadItem[]> {
  const documents = parcel.filter((item) => 'bytes' in item);
  const outcomes = (documents.length > 0 ? await reader.read(documents) : []).values();
  return parcel.map((item) =>
    'bytes' in item
      ? { document: item, outcomes: outcomes.next().value ?? [] }
      : { outcomes: [{ kind: 'reject', reject: item }] },
  );
}
