import type { ArticleFields } from '../../compose-draft.ts';
import type { RecordOfFields } from '../record-paths.ts';

/** Fields of an article in a record of a known API. Absent fields are not stated. */
export type Said = Partial<
  Omit<ArticleFields, 'format' | 'path' | 'line' | 'ordinal' | 'release' | 'unused'>
>;

/** An API or a program whose records are known by their shape, without a mapping. */
export interface KnownApi {
  /** Name for people, such as `WordPress REST`. */
  name: string;
  /** True for a record of this API. No two of them take the same record. */
  recognises(record: RecordOfFields): boolean;
  read(record: RecordOfFields): Said;
  /** Names of fields that are used. `fields.body` uses one field of the object `fields`; `fields` all of them. */
  used: readonly string[];
  /** Kind of an entry that is no article, such as `page`; null for an article. Default: all are articles. */
  leftOut?(record: RecordOfFields): string | null;
}
