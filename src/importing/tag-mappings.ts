import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { AuthorityEntry } from '../model/authority.ts';
import { TagCorrection } from '../model/correction.ts';
import { fold } from '../model/fold.ts';
import { mediaTopic, mediaTopicBySlug } from '../model/media-topics.ts';
import { nearest } from '../model/nearest.ts';
import { slugOf } from '../model/slug.ts';
import { TagId, type TagType, tagTypes } from '../model/tag.ts';
import { tagSlug } from '../model/word-slug.ts';

/** Line of a table of mappings, numbered from 1: the correction that it stands for, or what is wrong with it. */
export type Mapping = { line: number } & ({ correction: TagCorrection } | { reason: string });

/** Actions of a table, with the corrections that they stand for. */
const actions = { merge: 'merge-tags', rename: 'rename-tag', hide: 'drop-tag', lead: 'lead-tag' } as const;
type Action = keyof typeof actions;
const isAction = (text: string): text is Action => Object.hasOwn(actions, text);
const actionList = 'merge, rename, hide or lead';

const Rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/**
 * Reads a CSV table of mappings with the columns `tag` (or `keyword`), `action` and `target`. `topics` are the topics of
 * the archive, by whose names a keyword can be led.
 *
 *     Open data,merge,Open government data
 *     section/Opinion,hide,
 */
export function readMappings(text: string, topics: readonly AuthorityEntry[]): Mapping[] {
  let rows: z.infer<typeof Rows>;
  try {
    rows = Rows.parse(
      parse(text, { bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true }),
    );
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 1;
    return [{ line, reason: `invalid CSV: ${cause.message}` }];
  }
  const [header, ...records] = rows;
  const names = header?.record.map((name) => name.toLowerCase()) ?? [];
  const [tagAt, actionAt, targetAt] = [/^(tag|keyword)$/, /^action$/, /^target$/].map((name) =>
    names.findIndex((each) => name.test(each)),
  );
  if (tagAt === undefined || actionAt === undefined || targetAt === undefined) return [];
  if (Math.min(tagAt, actionAt, targetAt) < 0) {
    return [{ line: 1, reason: 'the first line must name the columns: tag,action,target' }];
  }
  return records.map(({ info, record }) => {
    const cells = [tagAt, actionAt, targetAt].map((index) => record[index] ?? '');
    const read = mappingOf(cells, topics);
    return { line: info.lines, ...(typeof read === 'string' ? { reason: read } : { correction: read }) };
  });
}

/**
 * Parses a tag as `type/slug`, `type/Printed Words`, or words alone, which are of the given type. Returns a sentence that
 * says what is wrong if it is not one.
 */
export function readTag(text: string, otherwise: TagType = 'keyword'): { id: TagId } | string {
  const [, prefix = '', rest = ''] = /^([a-z]+)\/(.*)$/s.exec(text) ?? [];
  const type = tagTypes.find((each) => each === prefix);
  const meant = type === undefined && prefix.length > 3 ? nearest(prefix, tagTypes) : undefined;
  if (meant) return `unknown type "${prefix}" in "${text}"; did you mean "${meant}/${rest}"?`;
  const words = type === undefined ? text : rest;
  const id = TagId.safeParse(`${type ?? otherwise}/${tagSlug(`${type ?? otherwise}/x`, words)}`);
  if (id.success) return { id: id.data };
  return text.trim() === '' ? 'the tag is missing' : `"${text}" has no letters or digits`;
}

/** Returns the correction that a line stands for, or a sentence that says what is wrong. */
function mappingOf([word = '', named = '', target = '']: string[], topics: readonly AuthorityEntry[]) {
  const tag = readTag(word);
  if (typeof tag === 'string') return tag;
  const action = named.toLowerCase();
  if (action === '') return `the action is missing: use ${actionList}`;
  if (!isAction(action)) {
    const meant = nearest(action, Object.keys(actions));
    return `unknown action "${named}": use ${actionList}${meant ? `; did you mean "${meant}"?` : ''}`;
  }
  const [type = ''] = tag.id.split('/');
  const read = readTarget(action, target, type, topics);
  if (typeof read === 'string') return read;
  const correction = TagCorrection.safeParse({ do: actions[action], tag: tag.id, ...read });
  return correction.success
    ? correction.data
    : (correction.error.issues[0]?.message ?? 'the mapping is invalid');
}

/** Returns the members of a correction that the third column gives, or a sentence that says what is wrong. */
function readTarget(
  action: Action,
  target: string,
  type: string,
  topics: readonly AuthorityEntry[],
): object | string {
  if (action === 'hide') return target === '' ? {} : 'hide takes no target: leave the third column empty';
  if (target === '') {
    const expected = { merge: `the ${type} to keep`, rename: 'the new name', lead: 'a topic' }[action];
    return `${action} requires a target: ${expected}`;
  }
  if (action === 'rename') return { name: target };
  if (action === 'lead') return readTopic(target, topics);
  const into = readTag(
    target,
    tagTypes.find((each) => each === type),
  );
  return typeof into === 'string' ? into : { into: into.id };
}

/** Finds a topic by its id, its name in the archive, or the name, slug or code of a Media Topic. */
function readTopic(target: string, topics: readonly AuthorityEntry[]): { into: TagId } | string {
  if (target.startsWith('topic/')) {
    const id = TagId.safeParse(target);
    return id.success ? { into: id.data } : `"${target}" is not the id of a topic such as topic/weather`;
  }
  const own = topics.find(({ name, aliases }) =>
    [name, ...aliases].some((each) => fold(each) === fold(target)),
  );
  if (own) return { into: own.id };
  const row = mediaTopic(target) ?? mediaTopicBySlug(slugOf(target));
  if (row) return { into: `topic/${row.slug}` };
  const meant = nearest(
    target,
    topics.map(({ name }) => name),
  );
  const hint = meant ? `; did you mean "${meant}"?` : '';
  return `no topic "${target}": use an id such as topic/weather, or a name or code of the IPTC Media Topics${hint}`;
}
