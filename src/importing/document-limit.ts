/** Maximum size of a document in bytes (64 MiB). In files of records the limit applies to each record. */
export const documentLimit = 64 * 2 ** 20;

/** The limit as text: `64 MiB`. */
export const documentLimitText = `${documentLimit / 2 ** 20} MiB`;
