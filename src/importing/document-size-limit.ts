/** Maximum size of a document in bytes (64 MiB). In files of records the limit applies to each record. */
export const documentSizeLimit = 64 * 2 ** 20;

/** The limit as text: `64 MiB`. */
export const documentSizeLimitText = `${documentSizeLimit / 2 ** 20} MiB`;
