/** States of an article, see docs/publishing.md. Only published articles are public. */
export const articleStates = ['published', 'held', 'draft', 'withdrawn', 'purged'] as const;
export type ArticleState = (typeof articleStates)[number];

/** Changes of state that an editor can make. */
export const stateActions = ['withdraw', 'restore', 'release', 'purge'] as const;
export type StateAction = (typeof stateActions)[number];

const applicable: Record<StateAction, readonly ArticleState[]> = {
  withdraw: ['published', 'held', 'draft'],
  restore: ['withdrawn'],
  release: ['held', 'draft'],
  purge: ['published', 'held', 'draft', 'withdrawn'],
};

/** True if an action changes articles in this state. `next` is the state of a later version beside a published one. */
export function appliesTo(
  action: StateAction,
  state: ArticleState,
  next: ArticleState | null = null,
): boolean {
  return applicable[action].includes(state) || (next !== null && applicable[action].includes(next));
}
