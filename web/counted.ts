/** How many of what: `1 article`, `1,204 articles`; where it takes no s, `several` says what it is called. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
