/** A value, or a promise of it. SQLite returns values; an engine across a network returns promises. */
export type Awaitable<T> = T | Promise<T>;
