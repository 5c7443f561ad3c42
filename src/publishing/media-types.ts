/** Names of the formats that lists of several kinds have. */
export const csvType = {
  suffix: 'csv',
  mediaType: 'text/csv',
  typeParameters: 'header=present',
  name: 'CSV',
};
export const ndjsonType = {
  suffix: 'ndjson',
  mediaType: 'application/x-ndjson',
  name: 'NDJSON, an object a line',
};
