import type { Archive } from './archive.ts';
import type { Awaitable } from './awaitable.ts';

/** Location of an archive: its engine, and for SQLite the file. */
export interface ArchiveLocation {
  engine: 'sqlite';
  path: string;
}

export interface OpenSettings {
  readOnly?: boolean;
  /** Creates the archive if there is none. Default: true unless `readOnly`. */
  create?: boolean;
  /** Brings the schema up to date first. Default: true unless `readOnly`. */
  migrate?: boolean;
  /** Size of the page cache in KiB. Default: enough for one command. */
  cacheKiB?: number;
  /** Time limit of a read in milliseconds, for servers with many clients. Default: none. */
  queryTimeoutMs?: number;
  /** Called when the opening or a write has waited some seconds for another process that writes. */
  onWaiting?: () => void;
  /** Maximum number of processes for slow reads, in engines without a server. */
  readerProcesses?: number;
}

export interface BackUpSettings {
  /** `full` checks all pages of the copy and that indexes match their tables, `quick` only the pages. */
  check: 'full' | 'quick';
}

export interface BackUp {
  bytes: number;
}

export interface Compaction {
  /** Sizes of the database and its log in bytes. */
  before: number;
  after: number;
  /** False if another process still read an earlier state, so that the log was kept. */
  complete: boolean;
}

export interface ReindexSettings extends Pick<OpenSettings, 'onWaiting'> {
  /** Called with the number of articles that are indexed, and of those in the archive. The rebuild waits for it. */
  onProgress?: (articles: number, total: number) => Awaitable<void>;
  /** Stops the rebuild; the old index stays. */
  signal?: AbortSignal;
}

export interface Reindexing {
  /** `vocabulary` if only the stems of its words were made by other rules. */
  rebuilt: 'index' | 'vocabulary';
  /** Number of indexed articles. */
  articles: number;
  /** Number of words whose stems changed. */
  words: number;
  milliseconds: number;
  /** False if it was stopped. */
  complete: boolean;
}

/** A database that stores archives. All methods throw ArchiveUnavailable if the database cannot be used. */
export interface Engine {
  /**
   * Opens the archive at a location, and creates it if there is none, unless told otherwise. Writes wait while another
   * process writes: without a limit, or in an archive with `queryTimeoutMs` for 15 s.
   */
  open(location: ArchiveLocation, settings: OpenSettings): Promise<Archive>;
  /** Brings the schema up to date, creating the archive if there is none. Returns the names of applied migrations. */
  migrate(location: ArchiveLocation, settings?: Pick<OpenSettings, 'onWaiting'>): Promise<string[]>;
  /**
   * Copies an archive, as it is at one moment, to a new file, and checks the copy. Other processes may read and write
   * meanwhile. Throws ArchiveUnavailable if the copy is damaged, too.
   */
  backUp(location: ArchiveLocation, file: string, settings: BackUpSettings): Promise<BackUp>;
  /**
   * Rewrites the archive without the bytes of what was purged, withdrawn or replaced. Other processes may read
   * meanwhile, but not write. It needs free space of twice the size of the archive.
   */
  compact(location: ArchiveLocation, settings?: Pick<OpenSettings, 'onWaiting'>): Promise<Compaction>;
  /**
   * Builds the search index again, after an update of Dateline or Node.js that splits texts into other words; only the
   * stems of its words if the index has the present words. Other processes may read and write meanwhile; searches use the
   * old index until the new one is complete. Throws ArchiveUnavailable with the reason `busy` if another process does the
   * same.
   */
  reindex(location: ArchiveLocation, settings?: ReindexSettings): Promise<Reindexing>;
}
