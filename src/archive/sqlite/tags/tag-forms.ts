import { foldedWords } from '../../../model/fold.ts';
import type { NewsroomWord } from '../../../model/newsroom-words.ts';
import type { Connection } from '../connection.ts';
import type { TagRows } from './tag-rows.ts';

/** Number of articles per tag and printed form. The most frequent form is the name of the tag. */
export interface TagForms {
  /** Counts a form of a tag in an article. */
  count(sign: 1 | -1, tag: number, form: string): void;
  /** Uncounts the words of an article that are forms of these tags. */
  uncount(tags: number[], words: NewsroomWord[]): void;
  clear(): void;
  /** Writes the counts, and renames tags that have another most frequent form now. */
  flush(): void;
}

/** Creates the forms of a connection. */
export function createTagForms(connection: Connection, tags: TagRows): TagForms {
  const add = connection.prepare<[number, string, number]>(
    `INSERT INTO tag_forms (tag, form, articles) VALUES (?, ?, ?)
     ON CONFLICT (tag, form) DO UPDATE SET articles = articles + excluded.articles`,
  );
  const removeUnused = connection.prepare<[number]>('DELETE FROM tag_forms WHERE tag = ? AND articles <= 0');
  const selectForms = connection.prepare<{ keys: string }, { tag: number; type: string; form: string }>(
    `SELECT t.key AS tag, t.type, f.form
     FROM json_each(:keys) k CROSS JOIN tags t ON t.key = k.value CROSS JOIN tag_forms f ON f.tag = t.key`,
  );
  const selectCounts = connection.prepare<[number], { form: string; articles: number; number: number }>(
    'SELECT form, articles, number FROM tag_forms WHERE tag = ?',
  );
  const insertWord = connection.prepare<[number, string]>(
    'INSERT OR IGNORE INTO tag_words (tag, word) VALUES (?, ?)',
  );
  let changes = new Map<number, Map<string, number>>();

  const count = (sign: 1 | -1, tag: number, form: string): void => {
    let forms = changes.get(tag);
    if (forms === undefined) {
      forms = new Map();
      changes.set(tag, forms);
    }
    forms.set(form, (forms.get(form) ?? 0) + sign);
  };

  return {
    count,
    uncount(keys, words) {
      const printed = new Set(words.map(({ id, printed }) => `${id.slice(0, id.indexOf('/'))} ${printed}`));
      for (const { tag, type, form } of selectForms.all({ keys: JSON.stringify(keys) })) {
        if (printed.has(`${type} ${form}`)) count(-1, tag, form);
      }
    },
    clear() {
      changes = new Map();
    },
    flush() {
      for (const [tag, forms] of changes) {
        const changed = [...forms].filter(([, articles]) => articles !== 0);
        for (const [form, articles] of changed) {
          add.run(tag, form, articles);
          // Each form is found while typing, also one that is not the name.
          for (const word of foldedWords(form)) insertWord.run(tag, word);
        }
        if (changed.some(([, articles]) => articles < 0)) removeUnused.run(tag);
        // Also if no count has changed: the name may be one that a withdrawn rule gave it.
        const [top] = selectCounts.all(tag).sort((a, b) => b.articles - a.articles || a.number - b.number);
        if (top) tags.nameDiscovered(tag, top.form);
      }
      changes = new Map();
    },
  };
}
