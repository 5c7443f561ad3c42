/** Formats that several kinds of lists share. */
export const csvType = {
  suffix: 'csv',
  mediaType: 'text/csv',
  typeParameters: 'header=present',
  name: 'CSV',
};
export const ndjsonType = {
  suffix: 'ndjson',
  mediaType: 'application/x-ndjson',
  name: 'NDJSON, one object per line',
};
