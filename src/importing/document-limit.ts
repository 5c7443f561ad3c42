/** A document larger than this is refused: 64 MiB. Files of records have no limit, only their records have. */
export const documentLimit = 64 * 2 ** 20;

/** The limit in words: `64 MiB`. */
export const documentLimitText = `${documentLimit / 2 ** 20} MiB`;
