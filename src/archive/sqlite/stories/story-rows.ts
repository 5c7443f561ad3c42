import type { Connection } from '../connection.ts';

/** Which articles tell one story. */
export interface StoryRows {
  /** Puts an article into the story of another, which becomes one of two where that had none. */
  join(id: string, like: string): void;
  /** Takes an article out of its story; a story of one is none. */
  leave(id: string): void;
}

/** Gives the rows of stories in one connection. */
export function storyRows(connection: Connection): StoryRows {
  const selectStory = connection
    .prepare<{ article: string }, string>('SELECT story FROM article_stories WHERE article = :article')
    .pluck();
  const putStory = connection.prepare<{ article: string; story: string }>(
    'INSERT OR REPLACE INTO article_stories (article, story) VALUES (:article, :story)',
  );
  const deleteArticle = connection.prepare<{ article: string }>(
    'DELETE FROM article_stories WHERE article = :article',
  );
  const selectTwo = connection
    .prepare<{ story: string }, string>('SELECT article FROM article_stories WHERE story = :story LIMIT 2')
    .pluck();

  const leave = (id: string): void => {
    const story = selectStory.get({ article: id });
    if (story === undefined) return;
    deleteArticle.run({ article: id });
    const [only, other] = selectTwo.all({ story });
    if (only !== undefined && other === undefined) deleteArticle.run({ article: only });
  };
  return {
    join(id, like) {
      const known = selectStory.get({ article: like });
      const story = known ?? like;
      const own = selectStory.get({ article: id });
      if (own === story) return;
      if (own !== undefined) leave(id);
      if (known === undefined) putStory.run({ article: like, story });
      putStory.run({ article: id, story });
    },
    leave,
  };
}
