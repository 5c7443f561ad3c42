import type { Connection } from '../connection.ts';

/** The articles of each story. */
export function createStoryRows(connection: Connection) {
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
    /** Adds an article to the story of another. Both form a new story if the other has none. */
    join(id: string, other: string) {
      const known = selectStory.get({ article: other });
      const story = known ?? other;
      const own = selectStory.get({ article: id });
      if (own === story) return;
      if (own !== undefined) leave(id);
      if (known === undefined) putStory.run({ article: other, story });
      putStory.run({ article: id, story });
    },
    /** Removes an article from its story. A story that is left with one article is deleted. */
    leave,
  };
}
