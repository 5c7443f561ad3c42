import { stringOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** Comments of Hacker News, Reddit, Disqus and their kin: they answer a story and have no headline. */
export const comments: KnownApi = {
  name: 'comments',
  recognises: (record) =>
    (record.type === 'comment' && ('parent' in record || 'parent_id' in record)) ||
    ('parent_id' in record &&
      ('link_id' in record || 'story_id' in record) &&
      stringOf(record.title) === null) ||
    (stringOf(record.comment_text) !== null && 'story_id' in record),
  leftOut: () => 'comment',
  used: [],
  read: () => ({}),
};
